package si.kazalnik.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.kazalnik.contract.catalogue.CataloguePublication;

/** "Each consumer states its policy for a bad record": first it has to notice one. */
class WholeRecordTest {

  static Stream<Arguments> lacking() {
    return Stream.of(
        Arguments.of("\"provider\":\"p\",", "", "provider"),
        Arguments.of("\"provider\":\"p\"", "\"provider\":null", "provider"),
        Arguments.of("\"codes\":{}", "\"codes\":{\"BAD_TIME\":null}", "codes[]"),
        Arguments.of("\"receipts\":[]", "\"receipts\":[null]", "receipts[]"),
        Arguments.of(
            "\"receipts\":[]",
            "\"receipts\":[{\"firstIndex\":0,\"lastIndex\":0,\"accepted\":0,\"rejected\":0}]",
            "receipts[].receipt"));
  }

  @ParameterizedTest
  @MethodSource("lacking")
  void a_record_that_lacks_a_part_is_unreadable_and_the_part_is_named(
      String passage, String replacement, String part) {
    LedgerEntry whole = new LedgerEntry(1, "p", "t", 0, 0, 0, 0, 0, 0, Map.of(), List.of());
    String json = new String(ContractJson.write(whole), StandardCharsets.UTF_8);
    assertThat(ContractJson.readWhole(bytes(json), LedgerEntry.class)).isEqualTo(whole);

    String lacking = json.replace(passage, replacement);
    assertThatThrownBy(() -> ContractJson.readWhole(bytes(lacking), LedgerEntry.class))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("unreadable as LedgerEntry: it lacks " + part);
  }

  @Test
  void a_part_deep_within_is_named_by_its_path() {
    String json =
        "{\"schema\":1,\"sequence\":1,\"publishedAt\":\"2026-01-01T00:00:00Z\",\"origin\":\"PUT\",\"catalogue\":{\"version\":\"v\"}}";

    assertThatThrownBy(() -> ContractJson.readWhole(bytes(json), CataloguePublication.class))
        .hasMessage("unreadable as CataloguePublication: it lacks catalogue.strategy");
  }

  @Test
  void no_value_is_no_record() {
    assertThatThrownBy(() -> ContractJson.readWhole(null, LedgerEntry.class))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("unreadable as LedgerEntry: the record has no value");
    assertThatThrownBy(() -> ContractJson.readWhole(bytes("null"), LedgerEntry.class))
        .hasMessage("unreadable as LedgerEntry: it lacks everything");
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
