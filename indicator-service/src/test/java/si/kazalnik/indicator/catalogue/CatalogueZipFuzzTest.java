package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import si.kazalnik.contract.Topics;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/** The body of {@code PUT /v1/catalogue}. */
class CatalogueZipFuzzTest {

  /** "a ZIP of the folder … `422` with every fault", and never more than a catalogue may hold. */
  @FuzzTest
  void its_files_lie_within_the_folder_or_a_fault_says_why_not(byte[] input) {
    Faults faults = new Faults();
    List<SourceFile> files = CatalogueZip.read(input, faults);
    long size = 0;
    for (SourceFile each : files) {
      size += each.content().length;
      assertThat(each.path()).endsWith(".yaml").doesNotContain("\\").doesNotStartWith("/");
      assertThat(List.of(each.path().split("/", -1))).doesNotContain("..", "");
    }
    assertThat(size).isLessThanOrEqualTo(Topics.CATALOGUE_MAX_BYTES);
    if (input.length < 4 || input[0] != 'P' || input[1] != 'K') {
      assertThat(faults.none()).isFalse();
    }
    CatalogueLoad load = CatalogueLoader.load(files, faults);
    assertThat(load instanceof CatalogueLoad.Loaded).isEqualTo(faults.none());
  }
}
