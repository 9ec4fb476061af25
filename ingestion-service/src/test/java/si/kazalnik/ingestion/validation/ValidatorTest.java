package si.kazalnik.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.ingestion.testing.Events.envelope;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.ingestion.cloudevents.EventReader;
import si.kazalnik.ingestion.cloudevents.Reading;
import si.kazalnik.ingestion.testing.TestCatalogue;

/**
 * The refusals of the domain, one after another, each with events on either side of its line. The
 * clock stands at noon UTC of 1 November 2026; days are Ljubljana's.
 */
class ValidatorTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant RECORDED_AT = Instant.parse("2026-11-01T11:59:58Z");
  private static final String RECORDED = "si.kazalnik.measurement.recorded.v1";
  private static final String CORRECTED = "si.kazalnik.measurement.corrected.v1";
  private static final String WITHDRAWN = "si.kazalnik.measurement.withdrawn.v1";
  private static final String COMPLETED = "si.kazalnik.period.completed.v1";
  private static final String OK = "accepted";

  private final Validator validator = new Validator(TestCatalogue.lipa());

  /** A right measurement; a test replaces or adds what it is about. */
  private static final Map<String, String> RIGHT =
      Map.of(
          "series", "\"e-services.applications\"",
          "observedAt", "\"2026-10-13T14:05:00+02:00\"",
          "value", "1",
          "dimensions", "{\"channel\":\"digital\"}");

  // "MALFORMED (… `data` not an object, `series` missing, `measurement` missing on a correction or
  // withdrawal, or `series`, `measurement`, `subject`, `key`, `period`, `dimensions` given and not
  // texts …)"
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "recorded | [] | MALFORMED",
        "recorded | \"text\" | MALFORMED",
        "recorded | 5 | MALFORMED",
        "recorded | null | MALFORMED",
        "recorded | {} | MALFORMED",
        "recorded | {\"series\":null} | MALFORMED",
        "recorded | {\"series\":5} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"measurement\":5} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"subject\":5} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"key\":5} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"period\":2025} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"dimensions\":[]} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"dimensions\":\"a\"} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"dimensions\":{\"channel\":5}} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"measurement\":\"\"} | MALFORMED",
        "recorded | {\"series\":\"nothing\",\"subject\":null,\"unknown\":[{}]} | UNKNOWN_SERIES",
        "corrected | {\"series\":\"surveys.published\",\"revision\":2} | MALFORMED",
        "withdrawn | {\"revision\":2} | MALFORMED",
        "withdrawn | {\"measurement\":\"1\",\"series\":5,\"revision\":2} | MALFORMED",
        "withdrawn | {\"measurement\":\"1\",\"revision\":2} | accepted",
        "completed | {\"period\":\"2025\"} | MALFORMED",
        "completed | {\"series\":\"surveys.published\",\"period\":2025} | MALFORMED",
        "unheard.of | {} | MALFORMED",
        "unheard.of | {\"series\":\"nothing\"} | UNKNOWN_TYPE",
      })
  void data_that_is_no_object_or_lacks_its_texts_is_malformed(
      String type, String data, String code) {
    assertThat(codeOf(TestCatalogue.SOURCE, fullType(type), data)).isEqualTo(code);
  }

  @Test
  void a_source_of_another_provider_is_a_mismatch_and_comes_before_the_revision() {
    String data = "{\"series\":\"nothing\",\"revision\":7}";
    assertThat(codeOf("urn:lipa:provider:ngo", RECORDED, data)).isEqualTo("SOURCE_MISMATCH");
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data)).isEqualTo("BAD_REVISION");
  }

  // "`revision` (1 or absent)"; corrected, withdrawn: "`measurement` and `revision` ≥ 2 required"
  @ParameterizedTest
  @CsvSource({
    "recorded, 1, accepted",
    "recorded, 1.0, accepted",
    "recorded, null, accepted",
    "recorded, 2, BAD_REVISION",
    "recorded, 0, BAD_REVISION",
    "recorded, -1, BAD_REVISION",
    "recorded, 1.5, BAD_REVISION",
    "recorded, '\"1\"', BAD_REVISION",
    "recorded, true, BAD_REVISION",
    "corrected, 2, accepted",
    "corrected, 2e0, accepted",
    "corrected, 999999999999999999, accepted",
    "corrected, 1000000000000000000, BAD_REVISION",
    "corrected, 1e999999999, BAD_REVISION",
    "corrected, 1e-999999999, BAD_REVISION",
    "corrected, 1, BAD_REVISION",
    "corrected, null, BAD_REVISION",
    "corrected, 2.5, BAD_REVISION",
    "withdrawn, 2, accepted",
    "withdrawn, 1, BAD_REVISION",
    "withdrawn, null, BAD_REVISION",
  })
  void the_revision_is_1_at_first_and_2_or_more_after(String type, String revision, String code) {
    String data = with("revision", revision, "measurement", "\"m\"");
    assertThat(codeOf(TestCatalogue.SOURCE, fullType(type), data)).isEqualTo(code);
  }

  @Test
  void a_completion_is_of_revision_1_too() {
    String data = "{\"series\":\"surveys.published\",\"period\":\"2025\",\"revision\":%s}";
    assertThat(codeOf(TestCatalogue.SOURCE, COMPLETED, data.formatted("1"))).isEqualTo(OK);
    assertThat(codeOf(TestCatalogue.SOURCE, COMPLETED, data.formatted("2")))
        .isEqualTo("BAD_REVISION");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"e-services.application\"', UNKNOWN_SERIES",
    "'\"\"', UNKNOWN_SERIES",
    "'\"refurbished.units\"', NOT_YOUR_SERIES",
  })
  void the_series_must_be_in_the_catalogue_and_ones_own(String series, String code) {
    assertThat(measured("series", series)).isEqualTo(code);
    String withdrawal = with("series", series, "measurement", "\"m\"", "revision", "2");
    assertThat(codeOf(TestCatalogue.SOURCE, WITHDRAWN, withdrawal)).isEqualTo(code);
  }

  // "WRONG_UNIT (where `unit` is given)"
  @ParameterizedTest
  @CsvSource({
    "'\"applications\"', accepted",
    "null, accepted",
    "'\"Applications\"', WRONG_UNIT",
    "5, WRONG_UNIT",
  })
  void a_unit_that_is_given_must_be_the_series_own(String unit, String code) {
    assertThat(measured("unit", unit)).isEqualTo(code);
  }

  // "NOT_A_NUMBER (missing, text, or given where there is none), OUT_OF_RANGE (the series' range,
  // or too many digits)"; "At most 18 digits before the decimal point and 12 after, trailing zeros
  // not counted; `1e3` is 1000."
  @ParameterizedTest
  @CsvSource({
    "null, NOT_A_NUMBER",
    "'\"1\"', NOT_A_NUMBER",
    "'\"NaN\"', NOT_A_NUMBER",
    "true, NOT_A_NUMBER",
    "[1], NOT_A_NUMBER",
    "{}, NOT_A_NUMBER",
    "0, accepted",
    "-0.0, accepted",
    "1e3, accepted",
    "100000, accepted",
    "100000.0000000000000000000000000, accepted",
    "100000.000000000001, OUT_OF_RANGE",
    "-0.000000000001, OUT_OF_RANGE",
    "0.000000000001, accepted",
    "0.0000000000001, OUT_OF_RANGE",
    "1e-12, accepted",
    "1e-13, OUT_OF_RANGE",
    "1e999999999, OUT_OF_RANGE",
    "-1e999999999, OUT_OF_RANGE",
    "1e-999999999, OUT_OF_RANGE",
    "0e999999999, accepted",
    "1e99999999999999999999999999, OUT_OF_RANGE",
    "1e-99999999999999999999999999, OUT_OF_RANGE",
  })
  void a_value_must_be_a_number_in_the_range_of_the_series(String value, String code) {
    assertThat(measured("value", value)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "999999999999999999, accepted",
    "999999999999999999.999999999999, accepted",
    "-999999999999999999, accepted",
    "1e17, accepted",
    "1e18, OUT_OF_RANGE",
    "1000000000000000000, OUT_OF_RANGE",
    "0.1234567890123, OUT_OF_RANGE",
    "0.1234567890120, accepted",
  })
  void a_value_may_have_18_digits_before_the_point_and_12_after(String value, String code) {
    String data =
        "{\"series\":\"e-services.reply-days\",\"observedAt\":\"2026-10-01T00:00:00Z\",\"value\":%s}";
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data.formatted(value))).isEqualTo(code);
  }

  /** "No value on a series with `value: NONE`." */
  @Test
  void a_series_without_number_takes_none() {
    String data =
        "{\"series\":\"surveys.published\",\"observedAt\":\"2026-10-01T00:00:00Z\",\"value\":%s}";
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data.formatted("1")))
        .isEqualTo("NOT_A_NUMBER");
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data.formatted("null"))).isEqualTo(OK);
  }

  // "BAD_TIME (missing, unreadable, without offset, of another calendar than the series', over 24
  // hours ahead, before 1990 …)"
  @ParameterizedTest
  @CsvSource({
    "null, BAD_TIME",
    "5, BAD_TIME",
    "'\"yesterday\"', BAD_TIME",
    "'\"2026-10-13\"', BAD_TIME",
    "'\"2026-10-13T14:05:00\"', BAD_TIME",
    "'\"2026-13-13T14:05:00Z\"', BAD_TIME",
    "'\"2026-02-29T14:05:00Z\"', BAD_TIME",
    "'\"2026-10-13T14:05:00Z\"', accepted",
    "'\"2026-10-13T14:05:00.123456789+02:00\"', accepted",
    "'\"2026-11-02T12:00:00Z\"', accepted",
    "'\"2026-11-02T12:00:00.001Z\"', BAD_TIME",
    "'\"1989-12-31T23:00:00Z\"', accepted",
    "'\"1989-12-31T22:59:59Z\"', BAD_TIME",
    "'\"+999999999-01-01T00:00:00Z\"', BAD_TIME",
  })
  void a_moment_has_an_offset_and_lies_between_1990_and_a_day_ahead(String at, String code) {
    assertThat(measured("observedAt", at)).isEqualTo(code);
  }

  @Test
  void a_series_fed_by_moments_takes_no_period() {
    assertThat(measured("period", "\"2026-10\"")).isEqualTo("BAD_TIME");
  }

  /** "fed by whole periods of that calendar and by nothing else; any other by `observedAt`". */
  @ParameterizedTest
  @CsvSource({
    "null, null, BAD_TIME",
    "null, '\"2026-10-01T00:00:00Z\"', BAD_TIME",
    "'\"2026\"', null, accepted",
    "'\"2025\"', null, accepted",
    "'\"2025\"', '\"2026-03-04T00:00:00Z\"', accepted",
    "'\"2025\"', '\"2026-03-04\"', BAD_TIME",
    "'\"2025\"', '\"2026-11-03T00:00:00Z\"', BAD_TIME",
    "'\"2025-12\"', null, BAD_TIME",
    "'\"2025-Q4\"', null, BAD_TIME",
    "'\"25\"', null, BAD_TIME",
    "'\"2027\"', null, BAD_TIME",
    "'\"1990\"', null, accepted",
    "'\"1989\"', null, BAD_TIME",
  })
  void a_series_fed_by_years_takes_whole_years_alone(
      String period, String observedAt, String code) {
    String data = "{\"series\":\"surveys.reported\",\"period\":%s,\"observedAt\":%s}";
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data.formatted(period, observedAt)))
        .isEqualTo(code);
  }

  // "over 24 hours ahead … of a period the start of its first day"
  @Test
  void a_period_may_begin_within_a_day() {
    String data = "{\"series\":\"coverage\",\"period\":\"2026-12\",\"value\":1}";
    assertThat(codeAt("2026-11-29T22:59:59Z", data)).isEqualTo("BAD_TIME");
    assertThat(codeAt("2026-11-29T23:00:00Z", data)).isEqualTo(OK);
  }

  // "TOO_OLD (beyond the series' `acceptFor`; of a period its last day)"
  @ParameterizedTest
  @CsvSource({
    "2023-11-01T12:00:00Z, accepted",
    "2023-11-01T11:59:59Z, TOO_OLD",
  })
  void a_moment_beyond_what_the_series_accepts_is_too_old(String at, String code) {
    String data = "{\"series\":\"e-services.reply-days\",\"value\":1,\"observedAt\":\"%s\"}";
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data.formatted(at))).isEqualTo(code);
  }

  @Test
  void a_period_is_too_old_by_its_last_day() {
    String data = "{\"series\":\"coverage\",\"period\":\"2026-04\",\"value\":1}";
    assertThat(codeAt("2026-10-30T12:00:00Z", data)).isEqualTo(OK);
    assertThat(codeAt("2026-10-31T12:00:00Z", data)).isEqualTo(OK);
    assertThat(codeAt("2026-11-01T12:00:00Z", data)).isEqualTo("TOO_OLD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"channel\":\"digital\",\"district\":\"Šiška\"} | accepted",
        "{\"channel\":\"digital\",\"district\":null} | accepted",
        "{\"chanel\":\"digital\"} | UNKNOWN_DIMENSION",
        "{\"channel\":\"fax\",\"chanel\":\"x\"} | UNKNOWN_DIMENSION",
        "{\"channel\":\"fax\"} | UNKNOWN_DIMENSION_VALUE",
        "{\"district\":\"Vič\"} | UNKNOWN_DIMENSION_VALUE",
        "{\"district\":\"Center\"} | MISSING_DIMENSION",
        "{} | MISSING_DIMENSION",
        "null | MISSING_DIMENSION",
      })
  void dimensions_and_their_values_are_those_of_the_series(String dimensions, String code) {
    assertThat(measured("dimensions", dimensions)).isEqualTo(code);
  }

  /** "`UNKNOWN_SUBJECT` (with a roster: missing or not on it)". */
  @ParameterizedTest
  @CsvSource({
    "'\"finance\"', accepted",
    "'\"Finance\"', UNKNOWN_SUBJECT",
    "null, UNKNOWN_SUBJECT",
  })
  void with_a_roster_the_subject_must_be_on_it(String subject, String code) {
    String data =
        "{\"series\":\"advisers.count\",\"value\":1,\"observedAt\":\"2026-10-01T00:00:00Z\",\"subject\":%s}";
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data.formatted(subject))).isEqualTo(code);
  }

  /** "`MISSING_KEY` (with `keep: [distinct]`)". */
  @ParameterizedTest
  @CsvSource({"'\"p1\"', accepted", "null, MISSING_KEY", "'\"\"', MISSING_KEY"})
  void a_series_that_counts_distinct_needs_a_key(String key, String code) {
    String data =
        "{\"series\":\"platform.users\",\"value\":1,\"observedAt\":\"2026-10-01T00:00:00Z\",\"key\":%s}";
    assertThat(codeOf(TestCatalogue.SOURCE, RECORDED, data.formatted(key))).isEqualTo(code);
  }

  // "`period.completed.v1`: `series`, `subject`?, `period` (of any calendar)"
  @ParameterizedTest
  @CsvSource({
    "e-services.applications, '\"2026-10\"', null, accepted",
    "e-services.applications, '\"2026-W40\"', null, accepted",
    "e-services.applications, '\"2026-10-31\"', null, accepted",
    "e-services.applications, null, null, BAD_TIME",
    "e-services.applications, '\"2027\"', null, BAD_TIME",
    "e-services.applications, '\"October\"', null, BAD_TIME",
    "e-services.reply-days, '\"2020\"', null, TOO_OLD",
    "advisers.count, '\"2026\"', null, accepted",
    "advisers.count, '\"2026\"', '\"finance\"', accepted",
    "advisers.count, '\"2026\"', '\"sport\"', UNKNOWN_SUBJECT",
    "refurbished.units, '\"2026\"', null, NOT_YOUR_SERIES",
  })
  void a_completion_names_series_and_period_and_perhaps_a_subject(
      String series, String period, String subject, String code) {
    String data =
        "{\"series\":\"%s\",\"period\":%s,\"subject\":%s,\"value\":\"x\",\"dimensions\":5}";
    assertThat(codeOf(TestCatalogue.SOURCE, COMPLETED, data.formatted(series, period, subject)))
        .isEqualTo(code);
  }

  @Test
  void of_a_withdrawal_only_identity_and_series_are_looked_at() {
    String data =
        "{\"measurement\":\"m\",\"revision\":3,\"series\":\"e-services.applications\",\"value\":\"x\","
            + "\"observedAt\":5,\"dimensions\":{\"a\":\"b\"},\"subject\":5,\"unit\":\"x\"}";
    AcceptedMeasurement withdrawn = accepted(WITHDRAWN, data);
    assertThat(withdrawn.type()).isEqualTo(EventType.WITHDRAWN);
    assertThat(withdrawn.revision()).isEqualTo(3);
    assertThat(withdrawn.series()).isEqualTo("e-services.applications");
    assertThat(withdrawn.subject()).isNull();
    assertThat(withdrawn.dimensions()).isEmpty();
  }

  /** "`observedAt` / `recordedAt` … Never merged". */
  @Test
  void what_is_accepted_carries_everything_that_was_said() {
    AcceptedMeasurement accepted =
        accepted(
            RECORDED,
            with(
                "value", "1.50e1",
                "subject", "\"north\"",
                "key", "\"k\"",
                "dimensions", "{\"district\":\"Šiška\",\"channel\":\"paper\"}"));

    assertThat(accepted.measurement()).as("defaults to the envelope's id").isEqualTo("the-id");
    assertThat(accepted.identity()).isEqualTo(TestCatalogue.SOURCE + "|the-id");
    assertThat(accepted.revision()).isEqualTo(1);
    assertThat(accepted.provider()).isEqualTo("jhl-it");
    assertThat(accepted.value()).isEqualTo(new BigDecimal("15"));
    assertThat(accepted.observedAt()).isEqualTo(Instant.parse("2026-10-13T12:05:00Z"));
    assertThat(accepted.recordedAt()).isEqualTo(RECORDED_AT);
    assertThat(accepted.subject()).isEqualTo("north");
    assertThat(accepted.key()).isEqualTo("k");
    assertThat(accepted.dimensions().toString()).isEqualTo("{channel=paper, district=Šiška}");
    assertThat(accepted.contentHash()).matches("[0-9a-f]{64}");
  }

  /** "Unknown members of `data` are ignored": they refuse nothing, and are content all the same. */
  @Test
  void unknown_members_are_ignored() {
    AcceptedMeasurement known = accepted(RECORDED, with());
    AcceptedMeasurement more =
        accepted(RECORDED, with("note", "{\"of\":[1,null]}", "observedat", "5", "Value", "\"x\""));
    assertThat(more.value()).isEqualTo(known.value());
    assertThat(more.observedAt()).isEqualTo(known.observedAt());
    assertThat(more.dimensions()).isEqualTo(known.dimensions());
    assertThat(more.contentHash()).isNotEqualTo(known.contentHash());
  }

  @Test
  void the_sentence_names_what_is_near() {
    assertThat(sentence("dimensions", "{\"chanel\":\"digital\"}"))
        .isEqualTo(
            "`chanel` is not a dimension of e-services.applications; it has channel, district; did"
                + " you mean `channel`?");
    assertThat(sentence("series", "\"e-services.aplications\""))
        .contains("did you mean `e-services.applications`?");
    assertThat(sentence("value", "100001"))
        .isEqualTo(
            "`value` is 100001, more than the most that e-services.applications allows, 100000");
    assertThat(sentence("value", "\"12\"")).contains("without quotation marks");
    assertThat(sentence("series", "\"a\\nb\\u0007" + "x".repeat(500) + "\""))
        .doesNotContain("\n")
        .doesNotContain("\u0007")
        .hasSizeLessThan(250);
  }

  private String measured(String member, String value) {
    return codeOf(TestCatalogue.SOURCE, RECORDED, with(member, value));
  }

  private String sentence(String member, String value) {
    Verdict verdict = judge(TestCatalogue.SOURCE, RECORDED, with(member, value), NOW);
    return ((Verdict.Refusal) verdict).message();
  }

  private AcceptedMeasurement accepted(String type, String data) {
    return ((Verdict.Accepted) judge(TestCatalogue.SOURCE, type, data, NOW)).measurement();
  }

  private String codeAt(String now, String data) {
    return code(judge(TestCatalogue.SOURCE, RECORDED, data, Instant.parse(now)));
  }

  private String codeOf(String source, String type, String data) {
    return code(judge(source, type, data, NOW));
  }

  private static String code(Verdict verdict) {
    return verdict instanceof Verdict.Refusal refusal ? refusal.code().name() : OK;
  }

  private Verdict judge(String source, String type, String data, Instant now) {
    byte[] event =
        envelope("the-id", type, data)
            .replace(TestCatalogue.SOURCE, source)
            .getBytes(StandardCharsets.UTF_8);
    Reading reading = EventReader.read(new RecordHeaders(), event);
    if (reading instanceof Reading.Unreadable unreadable) {
      return new Verdict.Refusal(RejectionCode.MALFORMED, unreadable.message());
    }
    return validator.judge(
        new Arrival("jhl-it", RECORDED_AT), ((Reading.Read) reading).event(), now);
  }

  private static String with(String... members) {
    Map<String, String> data = new java.util.TreeMap<>(RIGHT);
    for (int i = 0; i < members.length; i += 2) {
      data.put(members[i], members[i + 1]);
    }
    StringBuilder json = new StringBuilder("{");
    data.forEach(
        (name, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }

  private static String fullType(String type) {
    return switch (type) {
      case "recorded" -> RECORDED;
      case "corrected" -> CORRECTED;
      case "withdrawn" -> WITHDRAWN;
      case "completed" -> COMPLETED;
      default -> type;
    };
  }
}
