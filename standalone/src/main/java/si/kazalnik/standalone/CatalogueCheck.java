package si.kazalnik.standalone;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.catalogue.CatalogueLoad.Faulty;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import si.kazalnik.indicator.catalogue.yaml.Fault;

/** Reads the folder that was named before anything starts, so that its faults are told at once. */
final class CatalogueCheck {

  private CatalogueCheck() {}

  /**
   * Does nothing where no folder was named, or a good one.
   *
   * @throws StartRefused with every fault, by file and line
   */
  static void refuseFaulty(@Nullable Path folder) {
    if (folder != null && CatalogueLoader.load(folder) instanceof Faulty faulty) {
      throw new StartRefused(
          faulty.faults().stream()
              .map(Fault::toString)
              .collect(
                  Collectors.joining(
                      "\n",
                      "The catalogue in "
                          + folder
                          + " can't be used; "
                          + (faulty.faults().size() == 1
                              ? "it has 1 fault:\n"
                              : "it has " + faulty.faults().size() + " faults:\n"),
                      "")));
    }
  }
}
