package si.kazalnik.standalone;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where log lines go: all to files, warnings of ours and errors to the console too. */
final class Logs {

  private static final String CONFIGURATION = "logback.configurationFile";

  private Logs() {}

  /**
   * Until it is known where log lines go there are none: a library that the catalogue's check uses
   * makes the first logger. To be called before anything else.
   */
  static void nowhere() {
    System.setProperty(CONFIGURATION, "logback-quiet.xml");
  }

  /** From now on they go there. */
  static void into(Path folder) {
    System.setProperty("kazalnik.logs", folder.toString());
    System.setProperty(CONFIGURATION, "logback-standalone.xml");
    configure((LoggerContext) LoggerFactory.getILoggerFactory());
    // Three applications in one process: none of them may set up logging anew.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static void configure(LoggerContext context) {
    try {
      context.reset();
      new ContextInitializer(context).autoConfig();
    } catch (JoranException e) {
      throw new IllegalStateException("logging can't be set up", e);
    }
  }
}
