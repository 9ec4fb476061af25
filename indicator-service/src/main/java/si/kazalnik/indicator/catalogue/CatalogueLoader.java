package si.kazalnik.indicator.catalogue;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.CatalogueLoad.Faulty;
import si.kazalnik.indicator.catalogue.CatalogueLoad.Loaded;
import si.kazalnik.indicator.catalogue.form.CatalogueForm;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/** Reads a catalogue. Bad content is never an exception: it is listed, all of it. */
public final class CatalogueLoader {

  private CatalogueLoader() {}

  /** The catalogue of every {@code *.yaml} under the folder. */
  public static CatalogueLoad load(Path folder) {
    Faults faults = new Faults();
    return load(CatalogueFolder.read(folder, faults), faults);
  }

  /** The catalogue of every {@code *.yaml} under a folder of the class path. */
  public static CatalogueLoad loadResources(String folder) {
    Faults faults = new Faults();
    return load(CatalogueResources.read(folder, faults), faults);
  }

  /** The catalogue of those files. */
  public static CatalogueLoad load(List<SourceFile> files) {
    return load(files, new Faults());
  }

  static CatalogueLoad load(List<SourceFile> files, Faults faults) {
    Optional<Catalogue> catalogue = CatalogueForm.read(files, CatalogueLoader::version, faults);
    return catalogue.isPresent() && faults.none()
        ? new Loaded(catalogue.get())
        : new Faulty(faults.sorted());
  }

  /**
   * A hash of the content: of the model, in which every default is filled in, so that files,
   * comments, order of keys and what is left out or written as its default make no difference.
   */
  private static String version(Catalogue unversioned) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(ContractJson.write(unversioned)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
