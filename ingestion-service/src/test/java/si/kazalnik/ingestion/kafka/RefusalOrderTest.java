package si.kazalnik.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.Topics;
import si.kazalnik.ingestion.testing.Events;
import si.kazalnik.ingestion.testing.TestCatalogue;
import si.kazalnik.ingestion.validation.Validator;
import si.kazalnik.ingestion.validation.Verdict;

/** Of several faults the first names the refusal. */
class RefusalOrderTest {

  private static final Topics TOPICS = new Topics("");
  private static final String OK = "accepted";

  private final Examination examination =
      new Examination(
          TOPICS, new Validator(TestCatalogue.lipa()), Instant.parse("2026-11-01T12:00:00Z"));

  private final Map<String, String> data = new TreeMap<>();
  private String type = "si.kazalnik.measurement.invented.v1";
  private String source = "urn:lipa:provider:ngo";

  /**
   * Begins with every fault that there is and mends one after another. "the first that applies:
   * `TOO_LARGE` (over 256 KiB), …".
   */
  @Test
  void an_event_of_many_faults_is_refused_for_each_in_the_order_of_the_codes() {
    data.put("pad", '"' + "x".repeat(300 * 1024) + '"');
    data.put("measurement", "5");
    data.put("revision", "7");
    data.put("series", "\"library.visit\"");
    data.put("unit", "\"visitors\"");
    data.put("value", "\"12\"");
    data.put("observedAt", "\"2025-10-31T12:00:00\"");
    data.put("dimensions", "{\"brunch\":\"north\",\"kind\":\"lecture\"}");
    data.put("subject", "\"finance\"");

    List<String> codes = new ArrayList<>();
    codes.add(codeAfter(() -> {}));
    codes.add(codeAfter(() -> data.remove("pad")));
    codes.add(codeAfter(() -> data.put("measurement", "\"5\"")));
    codes.add(codeAfter(() -> type = "si.kazalnik.measurement.recorded.v1"));
    codes.add(codeAfter(() -> source = TestCatalogue.SOURCE));
    codes.add(codeAfter(() -> data.put("revision", "1")));
    codes.add(codeAfter(() -> data.put("series", "\"refurbished.units\"")));
    codes.add(codeAfter(() -> data.put("series", "\"library.visits\"")));
    codes.add(codeAfter(() -> data.put("unit", "\"visits\"")));
    codes.add(codeAfter(() -> data.put("value", "1001")));
    codes.add(codeAfter(() -> data.put("value", "12")));
    codes.add(codeAfter(() -> data.put("observedAt", "\"2025-10-31T12:00:00Z\"")));
    codes.add(codeAfter(() -> data.put("observedAt", "\"2026-10-31T12:00:00Z\"")));
    codes.add(codeAfter(() -> data.put("dimensions", "{\"kind\":\"lecture\"}")));
    codes.add(codeAfter(() -> data.put("dimensions", "{\"kind\":\"loan\"}")));
    codes.add(codeAfter(() -> data.put("dimensions", "{\"branch\":\"north\"}")));
    codes.add(codeAfter(() -> data.put("subject", "\"sport\"")));
    codes.add(codeAfter(() -> data.put("key", "\"p1\"")));

    List<String> inOrder = new ArrayList<>();
    for (RejectionCode code : RejectionCode.values()) {
      inOrder.add(code.name());
    }
    inOrder.add(OK);
    assertThat(codes).isEqualTo(inOrder);
  }

  // "BAD_TIME (…), TOO_OLD (beyond the series' `acceptFor` …)": of a series that is fed by months
  @ParameterizedTest
  @CsvSource({
    "2020-01, '\"2020-02-01\"', BAD_TIME",
    "2020-01, '\"2026-11-03T00:00:00Z\"', BAD_TIME",
    "2020-01, '\"2020-02-01T00:00:00Z\"', TOO_OLD",
    "2020-01, null, TOO_OLD",
    "2020-13, null, BAD_TIME",
    "2026-10, '\"2020-02-01T00:00:00Z\"', accepted",
  })
  void a_bad_moment_beside_a_period_comes_before_the_periods_age(
      String period, String observedAt, String code) {
    type = "si.kazalnik.measurement.recorded.v1";
    source = TestCatalogue.SOURCE;
    data.put("series", "\"coverage\"");
    data.put("value", "1");
    data.put("period", '"' + period + '"');
    data.put("observedAt", observedAt);

    assertThat(code()).isEqualTo(code);
  }

  @Test
  void the_limit_of_256_kibibytes_is_of_the_whole_event() {
    type = "si.kazalnik.measurement.recorded.v1";
    source = TestCatalogue.SOURCE;
    data.put("series", "\"nothing\"");
    data.put("pad", "\"\"");
    int room = Examination.LARGEST - event().length;
    data.put("pad", '"' + "x".repeat(room) + '"');
    assertThat(event()).hasSize(Examination.LARGEST);
    assertThat(code()).isEqualTo("UNKNOWN_SERIES");

    data.put("pad", '"' + "x".repeat(room + 1) + '"');
    assertThat(code()).isEqualTo("TOO_LARGE");
  }

  private String codeAfter(Runnable mended) {
    mended.run();
    return code();
  }

  private String code() {
    Verdict verdict =
        examination
            .examine(new ConsumerRecord<>(TOPICS.raw("jhl-it"), 0, 0, null, event()))
            .verdict();
    return verdict instanceof Verdict.Refusal refusal ? refusal.code().name() : OK;
  }

  private byte[] event() {
    List<String> members = new ArrayList<>();
    data.forEach((name, value) -> members.add("\"" + name + "\":" + value));
    return Events.envelope("id", type, "{" + String.join(",", members) + "}")
        .replace(TestCatalogue.SOURCE, source)
        .getBytes(StandardCharsets.UTF_8);
  }
}
