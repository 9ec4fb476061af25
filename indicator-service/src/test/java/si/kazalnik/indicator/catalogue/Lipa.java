package si.kazalnik.indicator.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/** The catalogue of a small invented town, whole or with something changed in it. */
public final class Lipa {

  public static final List<String> FILES =
      List.of("strategy.yaml", "providers.yaml", "indicators.yaml");

  private Lipa() {}

  public static String text(String file) {
    try (InputStream in = Lipa.class.getResourceAsStream("/catalogue/lipa/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + file + " among the test resources");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SourceFile file(String path, String text) {
    return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public static List<SourceFile> files() {
    return FILES.stream().map(name -> file(name, text(name))).toList();
  }

  /** The files, with one passage of one of them replaced. */
  public static List<SourceFile> with(String name, String passage, String replacement) {
    List<SourceFile> files = new ArrayList<>();
    for (String each : FILES) {
      String text = text(each);
      if (each.equals(name) && !text.contains(passage)) {
        throw new IllegalArgumentException(name + " does not hold: " + passage);
      }
      files.add(file(each, each.equals(name) ? replaceFirst(text, passage, replacement) : text));
    }
    return files;
  }

  public static String replaceFirst(String text, String passage, String replacement) {
    int at = text.indexOf(passage);
    return text.substring(0, at) + replacement + text.substring(at + passage.length());
  }

  /** The catalogue of faultless files. */
  public static Catalogue loaded(List<SourceFile> files) {
    CatalogueLoad load = CatalogueLoader.load(files);
    if (load instanceof CatalogueLoad.Loaded loaded) {
      return loaded.catalogue();
    }
    throw new AssertionError("faulty: " + load);
  }

  public static List<Fault> faults(List<SourceFile> files) {
    return CatalogueLoader.load(files) instanceof CatalogueLoad.Faulty faulty
        ? faulty.faults()
        : List.of();
  }
}
