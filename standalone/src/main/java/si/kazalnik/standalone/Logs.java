package si.kazalnik.standalone;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where log lines go: all to files, warnings of ours and errors to the console too. */
final class Logs {

  private Logs() {}

  /** To be called before the first logger is made. */
  static void into(Path folder) {
    System.setProperty("kazalnik.logs", folder.toString());
    System.setProperty("logback.configurationFile", "logback-standalone.xml");
    // Three applications in one process: none of them may set up logging anew.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
