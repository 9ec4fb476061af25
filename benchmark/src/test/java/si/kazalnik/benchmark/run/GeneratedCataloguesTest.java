package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.benchmark.load.CatalogueGenerator;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;

/** A generated catalogue must load: a run would end at its start otherwise. */
class GeneratedCataloguesTest {

  @Test
  void every_generated_catalogue_loads(@TempDir Path folder) throws IOException {
    List<String> faults = new ArrayList<>();
    for (long seed = 1; seed <= 40; seed++) {
      Path first = Files.createDirectories(folder.resolve(seed + "-first"));
      Path edited = Files.createDirectories(folder.resolve(seed + "-edited"));
      new CatalogueGenerator(seed).write(first, 20);
      new CatalogueGenerator(seed).writeEdited(edited, 20);
      faults(faults, first);
      faults(faults, edited);
    }
    assertThat(faults).isEmpty();
  }

  private static void faults(List<String> all, Path folder) {
    if (CatalogueLoader.load(folder) instanceof CatalogueLoad.Faulty faulty) {
      faulty.faults().forEach(each -> all.add(folder.getFileName() + ": " + each));
    }
  }
}
