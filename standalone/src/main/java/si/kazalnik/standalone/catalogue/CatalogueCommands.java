package si.kazalnik.standalone.catalogue;

import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code check} and {@code diff}. Exit codes: 0 in order, 1 faults or differences, 2 a wrong
 * command line, 3 the version in force can't be read.
 */
public final class CatalogueCommands {

  static final int IN_ORDER = 0;
  static final int FOUND = 1;
  static final int UNREACHABLE = 3;

  private static final Set<String> NAMES = Set.of("check", "diff");

  private CatalogueCommands() {}

  @Command(name = "kazalnik", description = "Commands about a catalogue's folder.")
  private static final class Parent {}

  /** Runs the command and returns the exit code; empty where the arguments name none. */
  public static OptionalInt run(String[] arguments, PrintWriter out, PrintWriter err) {
    if (arguments.length == 0 || !NAMES.contains(arguments[0])) {
      return OptionalInt.empty();
    }
    CommandLine commands =
        new CommandLine(new Parent())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new DiffCommand())
            .setExpandAtFiles(false)
            .setOut(out)
            .setErr(err);
    return OptionalInt.of(commands.execute(arguments));
  }
}
