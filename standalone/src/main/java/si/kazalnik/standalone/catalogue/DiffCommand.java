package si.kazalnik.standalone.catalogue;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.Succession;
import si.kazalnik.indicator.catalogue.comparison.CatalogueComparison;
import si.kazalnik.indicator.catalogue.comparison.Difference;

/** {@code kazalnik diff DIR}: what would this folder change? */
@Command(
    name = "diff",
    description = {
      "Prints what a catalogue's folder would change of the version in force; changes nothing.",
      "Says too where it would be refused because something changes that never may.",
      "Exit code 0: nothing; 1: differences, or faults in the folder; 3: the version in force can't"
          + " be read."
    })
final class DiffCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the folder that holds *.yaml files")
  private @Nullable Path folder;

  @Option(
      names = "--against",
      paramLabel = "URL",
      description = "where the page and API run (default: ${DEFAULT-VALUE})")
  private URI against = URI.create("http://localhost:8080");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this")
  boolean help;

  @Override
  public Integer call() throws InterruptedException {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter err = command.commandLine().getErr();
    Optional<Catalogue> proposed = Folder.read(Objects.requireNonNull(folder), err);
    if (proposed.isEmpty()) {
      return CatalogueCommands.FOUND;
    }
    try {
      return tell(
          new RunningCatalogue(against).read(),
          proposed.get(),
          command.commandLine().getOut(),
          err);
    } catch (IOException e) {
      err.println("The version in force can't be read from " + against + ": " + e.getMessage());
      return CatalogueCommands.UNREACHABLE;
    }
  }

  /** Prints the differences, and what speaks against them; the exit code. */
  static int tell(Catalogue inForce, Catalogue proposed, PrintWriter out, PrintWriter err) {
    int found = print(CatalogueComparison.between(inForce, proposed), out);
    List<String> reasons = Succession.reasonsAgainst(proposed, inForce);
    reasons.forEach(reason -> err.println("It would be refused: " + reason));
    return reasons.isEmpty() ? found : CatalogueCommands.FOUND;
  }

  private static int print(List<Difference> differences, PrintWriter out) {
    for (Difference each : differences) {
      out.println(
          each.what().name().toLowerCase(Locale.ROOT) + ' ' + each.kind() + ' ' + each.id());
      for (Difference.Change change : each.changes()) {
        out.println(
            "  " + change.path() + ": " + shown(change.before()) + " → " + shown(change.after()));
      }
      each.effects().forEach(effect -> out.println("  ! " + effect));
    }
    out.println(
        differences.isEmpty()
            ? "Nothing would change."
            : differences.size()
                + (differences.size() == 1 ? " entry" : " entries")
                + " would change.");
    return differences.isEmpty() ? CatalogueCommands.IN_ORDER : CatalogueCommands.FOUND;
  }

  private static String shown(String json) {
    return json.isEmpty() ? "(absent)" : json;
  }
}
