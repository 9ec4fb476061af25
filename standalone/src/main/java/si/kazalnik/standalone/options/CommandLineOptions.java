package si.kazalnik.standalone.options;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads the command line; says what is wrong with it and what would be right. */
@Command(
    name = "kazalnik",
    sortOptions = false,
    description = {
      "Kazalnik: tells a city whether its strategy is on course.",
      "Starts everything in one process: Kafka, a document store, the three services, an inbox.",
      ""
    },
    footer = {
      "",
      "kazalnik check DIR  lists every fault of a catalogue's folder; starts nothing",
      "kazalnik diff DIR   prints what it would change of the version in force",
      "Each has a --help of its own."
    })
public final class CommandLineOptions {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "another catalogue (default: Ljubljana's)")
  private @Nullable Path catalogue;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where it keeps everything (default: .kazalnik)")
  private Path data = Path.of(".kazalnik");

  @Option(names = "--empty", description = "no sample measurements, no live ones")
  private boolean empty;

  @Option(names = "--fresh", description = "forgets what it kept")
  private boolean fresh;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "a set clock, e.g. 2026-03-01T00:00:00Z; it stands still until it is moved")
  private @Nullable Instant clock;

  @Option(
      names = "--mail",
      paramLabel = "HOST:PORT",
      converter = HostPortConverter.class,
      description = "another mail server instead of the built-in inbox")
  private Options.@Nullable HostPort mail;

  @Option(
      names = "--mongodb",
      paramLabel = "URI",
      converter = MongoUriConverter.class,
      description = "another database, e.g. mongodb://localhost:27017, instead of the embedded one")
  private @Nullable String mongodb;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      converter = HostPortConverter.class,
      description = "another broker instead of the embedded one")
  private Options.@Nullable HostPort kafka;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "added to every port (default: 0)")
  private int portOffset;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this")
  private boolean help;

  private CommandLineOptions() {}

  /** What came of reading the command line. */
  public sealed interface Outcome {

    /** Go on with these. */
    record Run(Options options) implements Outcome {}

    /**
     * End now.
     *
     * @param code of the process
     */
    record End(int code) implements Outcome {}
  }

  /** Reads the arguments; help goes to {@code out}, a fault and what to do to {@code err}. */
  public static Outcome read(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLineOptions options = new CommandLineOptions();
    CommandLine commandLine =
        new CommandLine(options).setExpandAtFiles(false).setOut(out).setErr(err);
    try {
      commandLine.parseArgs(arguments);
      if (options.help) {
        commandLine.usage(out);
        return new Outcome.End(0);
      }
      return new Outcome.Run(options.checked());
    } catch (ParameterException wrong) {
      err.println(wrong.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
      err.println("`kazalnik --help` lists every option.");
      return new Outcome.End(commandLine.getCommandSpec().exitCodeOnInvalidInput());
    }
  }

  private Options checked() {
    if (portOffset < 0 || portOffset > Ports.MAX_OFFSET) {
      throw fault("--port-offset is " + portOffset + "; allowed is 0 to " + Ports.MAX_OFFSET);
    }
    Path folder = catalogue;
    if (folder != null && !Files.isDirectory(folder)) {
      throw fault(
          "--catalogue is `" + folder + "`, which is no folder; name one that holds *.yaml files");
    }
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw fault("--data is `" + data + "`, which is a file; name a folder");
    }
    return new Options(
        folder == null ? null : folder.toAbsolutePath().normalize(),
        data.toAbsolutePath().normalize(),
        empty,
        fresh,
        clock,
        mail,
        mongodb,
        kafka,
        new Ports(portOffset));
  }

  private ParameterException fault(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
