package si.kazalnik.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.kazalnik.contract.catalogue.CataloguePublication;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as they lie in topics since a schema version was first written. They are never changed:
 * where a record gains a member, a golden file beside the old one gains it.
 */
class GoldenRecordsTest {

  private static final ObjectReader TREES =
      ContractJson.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Golden files by what they hold. */
  static final Map<String, Class<?>> GOLDEN =
      Map.of(
          "v1/accepted-measurement", AcceptedMeasurement.class,
          "v1/accepted-withdrawal", AcceptedMeasurement.class,
          "v1/ledger-entry", LedgerEntry.class,
          "v1/indicator-value", IndicatorValue.class,
          "v1/indicator-value-without-value", IndicatorValue.class,
          "v1/deviation", Deviation.class,
          "v1/deviation-of-a-provider", Deviation.class,
          "v1/catalogue-publication", CataloguePublication.class);

  static List<Arguments> golden() {
    return GOLDEN.entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void what_was_written_then_is_read_and_written_the_same_today(String name, Class<?> type) {
    JsonNode golden = tree(name);
    byte[] written = ContractJson.write(ContractJson.readWhole(bytes(golden), type));

    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void a_member_that_only_a_newer_writer_knows_is_passed_over(String name, Class<?> type) {
    ObjectNode newer = (ObjectNode) tree(name);
    Object before = ContractJson.read(bytes(newer), type);
    newer.putObject("ofTomorrow").put("a", 1);

    assertThat(ContractJson.read(bytes(newer), type)).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void half_a_record_is_unreadable_and_says_what_it_should_have_been(String name, Class<?> type) {
    byte[] whole = bytes(tree(name));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

    assertThatThrownBy(() -> ContractJson.read(half, type))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining(type.getSimpleName());
  }

  /** A golden file as it stands, numbers digit by digit. */
  static JsonNode tree(String name) {
    return TREES.readTree(Resources.text("/golden/" + name + ".json"));
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
