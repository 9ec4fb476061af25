package si.kazalnik.standalone.catalogue;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import si.kazalnik.indicator.catalogue.yaml.Fault;

/** Reads a catalogue's folder and says what is wrong with it. */
final class Folder {

  private Folder() {}

  /** The catalogue; else every fault as {@code file:line: message}, which editors can jump to. */
  static Optional<Catalogue> read(Path folder, PrintWriter err) {
    CatalogueLoad load = CatalogueLoader.load(folder);
    if (load instanceof CatalogueLoad.Loaded loaded) {
      return Optional.of(loaded.catalogue());
    }
    CatalogueLoad.Faulty faulty = (CatalogueLoad.Faulty) load;
    faulty.faults().forEach(fault -> err.println(line(folder, fault)));
    err.println(faulty.faults().size() == 1 ? "1 fault" : faulty.faults().size() + " faults");
    return Optional.empty();
  }

  private static String line(Path folder, Fault fault) {
    if (fault.file().isEmpty()) {
      return folder + ": " + fault.message();
    }
    String place = fault.line() == 0 ? "" : ":" + fault.line();
    return folder.resolve(fault.file()) + place + ": " + fault.message();
  }
}
