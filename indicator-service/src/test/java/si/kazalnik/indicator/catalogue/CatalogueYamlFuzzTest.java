package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/** One file of a catalogue, from the folder or by {@code PUT /v1/catalogue}. */
class CatalogueYamlFuzzTest {

  private static final String FILE = "fuzz.yaml";

  /** What ends a line in YAML 1.1. */
  private static final Pattern BREAK = Pattern.compile("\\r\\n|[\\n\\r\\x85\\u2028\\u2029]");

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
    int lines = BREAK.split(new String(input, StandardCharsets.UTF_8), -1).length + 1;
    for (Fault fault : faults) {
      assertThat(fault.message()).isNotBlank();
      assertThat(fault.file()).isIn(FILE, "");
      assertThat(fault.line()).isBetween(0, lines);
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
