package si.kazalnik.standalone;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.slf4j.LoggerFactory;
import si.kazalnik.standalone.catalogue.CatalogueCommands;
import si.kazalnik.standalone.data.DataFolder;
import si.kazalnik.standalone.options.CommandLineOptions;
import si.kazalnik.standalone.options.CommandLineOptions.Outcome;
import si.kazalnik.standalone.options.Options;

/** Starts everything in this process, or runs a command about a catalogue. */
public final class Standalone {

  private static final int REFUSED = 1;

  private Standalone() {}

  public static void main(String[] arguments) {
    Logs.nowhere();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    OptionalInt command = CatalogueCommands.run(arguments, out, err);
    if (command.isPresent()) {
      System.exit(command.getAsInt());
    }
    Outcome outcome = CommandLineOptions.read(arguments, out, err);
    if (outcome instanceof Outcome.Run run) {
      start(run.options(), err);
    } else if (outcome instanceof Outcome.End end) {
      System.exit(end.code());
    }
  }

  private static void start(Options options, PrintWriter err) {
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            Boolean.getBoolean("kazalnik.terminal"));
    try {
      CatalogueCheck.refuseFaulty(options.catalogue());
      DataFolder data = DataFolder.open(options.data(), options.fresh());
      Logs.into(data.logs());
      Running running = new Running(options, data, console);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, console), "stop"));
      startUnlessStopped(running, data);
    } catch (StartRefused refused) {
      err.println(refused.getMessage());
      System.exit(REFUSED);
    }
  }

  // What fails because it is being stopped is no fault.
  private static void startUnlessStopped(Running running, DataFolder data) {
    try {
      running.start();
    } catch (StartRefused refused) {
      if (!running.isStopped()) {
        throw refused;
      }
    } catch (RuntimeException e) {
      if (!running.isStopped()) {
        LoggerFactory.getLogger(Standalone.class).error("the start failed", e);
        // Left to itself the process would live on: some of what has started keeps it alive.
        throw new StartRefused("The start failed; the log in " + data.logs() + " says why.", e);
      }
    }
  }

  private static void stop(Running running, Console console) {
    console.line("Stopping …");
    running.close();
    console.line("Stopped.");
  }
}
