package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/** One file of a catalogue, from the folder or by {@code PUT /v1/catalogue}. */
class CatalogueYamlFuzzTest {

  private static final String FILE = "fuzz.yaml";

  /** The first of its three bytes; it may only stand at the very beginning. */
  private static final byte BYTE_ORDER_MARK = (byte) 0xEF;

  /** What ends a line in YAML 1.1. */
  private static final Pattern BREAK = Pattern.compile("\\r\\n|[\\n\\r\\x85\\u2028\\u2029]");

  /** "every fault is listed with file, line and the nearest right name". */
  @FuzzTest
  void it_is_a_catalogue_that_can_be_computed_or_all_that_is_wrong_is_listed(byte[] input) {
    CatalogueLoad load = CatalogueLoader.load(List.of(new SourceFile(FILE, input)));
    if (load instanceof CatalogueLoad.Loaded loaded) {
      holds(loaded.catalogue());
      isTheSameWithAComment(load, input);
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
    assertThat(catalogue.strategy().from()).isBeforeOrEqualTo(catalogue.strategy().to());
    Set<String> series = catalogue.series().stream().map(Series::id).collect(Collectors.toSet());
    for (Indicator each : catalogue.indicators()) {
      IndicatorRules rules = IndicatorRules.of(each, catalogue);
      assertThat(rules.schedule().isPresent()).isNotEqualTo(rules.events().isPresent());
      assertThat(rules.definitions().values())
          .isNotEmpty()
          .allMatch(of -> of.id().equals(each.id()));
      assertThat(series).containsAll(rules.series());
      assertThat(rules.series()).containsAll(each.inputs().stream().map(Input::series).toList());
      rules
          .schedule()
          .ifPresent(
              of -> assertThat(of.first().frequency()).isEqualTo(each.reporting().frequency()));
    }
  }

  /**
   * "A catalogue has a version (content hash)": neither a comment nor the file's name is content.
   */
  private static void isTheSameWithAComment(CatalogueLoad load, byte[] input) {
    if (input[0] == BYTE_ORDER_MARK) {
      return;
    }
    byte[] comment = "# a comment\n".getBytes(StandardCharsets.UTF_8);
    byte[] commented = Arrays.copyOf(comment, comment.length + input.length);
    System.arraycopy(input, 0, commented, comment.length, input.length);
    assertThat(CatalogueLoader.load(List.of(new SourceFile("other.yaml", commented))))
        .isEqualTo(load);
  }
}
