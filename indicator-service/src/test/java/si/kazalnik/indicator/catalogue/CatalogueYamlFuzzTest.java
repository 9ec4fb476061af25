package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/** One file of a catalogue, from the folder or by {@code PUT /v1/catalogue}. */
class CatalogueYamlFuzzTest {

  private static final String FILE = "fuzz.yaml";

  /** "every fault is listed with file, line and the nearest right name". */
  @FuzzTest
  void it_is_a_catalogue_that_can_be_computed_or_all_that_is_wrong_is_listed(byte[] input) {
    CatalogueLoad load = CatalogueLoader.load(List.of(new SourceFile(FILE, input)));
    if (load instanceof CatalogueLoad.Loaded loaded) {
      holds(loaded.catalogue());
      return;
    }
    List<Fault> faults = ((CatalogueLoad.Faulty) load).faults();
    assertThat(faults).isNotEmpty();
    long lines = 2 + new String(input, java.nio.charset.StandardCharsets.UTF_8).lines().count();
    for (Fault fault : faults) {
      assertThat(fault.message()).isNotBlank();
      assertThat(fault.file()).isIn(FILE, "");
      assertThat((long) fault.line()).isBetween(0L, lines);
    }
  }

  private static void holds(Catalogue catalogue) {
    byte[] written = ContractJson.write(catalogue);
    assertThat(ContractJson.read(written, Catalogue.class)).isEqualTo(catalogue);
    assertThat(catalogue.version()).matches("[0-9a-f]{64}");
    for (Indicator each : catalogue.indicators()) {
      IndicatorRules rules = IndicatorRules.of(each, catalogue);
      assertThat(rules).isNotNull();
    }
    assertThat(Instant.EPOCH.atZone(catalogue.strategy().timeZone())).isNotNull();
  }
}
