package si.kazalnik.standalone.catalogue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import si.kazalnik.contract.catalogue.Catalogue;

/** {@code kazalnik check DIR}: is this folder a catalogue? */
@Command(
    name = "check",
    description = {
      "Reads a catalogue's folder and lists every fault with file and line; starts nothing.",
      "Exit code 0: in order; 1: faults."
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the folder that holds *.yaml files")
  private @Nullable Path folder;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this")
  boolean help;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    return Folder.read(Objects.requireNonNull(folder), command.commandLine().getErr())
        .map(
            catalogue -> {
              command.commandLine().getOut().println(summary(catalogue));
              return CatalogueCommands.IN_ORDER;
            })
        .orElse(CatalogueCommands.FOUND);
  }

  private static String summary(Catalogue catalogue) {
    return String.format(
        Locale.ROOT,
        "In order: strategy %s, %d goals, %d indicators, %d series, %d providers; version %s",
        catalogue.strategy().id(),
        catalogue.strategy().goals().size(),
        catalogue.indicators().size(),
        catalogue.series().size(),
        catalogue.providers().size(),
        catalogue.version());
  }
}
