package si.kazalnik.indicator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.catalogue.Lipa;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.published.MadeRecord;
import si.kazalnik.indicator.published.MadeValues;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * "Explain, for every value: definition version, formula with numbers put in, inputs with counts
 * and first and last measurement, coverage, rule and thresholds of the verdict, catalogue version,
 * computed when and why."
 */
class ExplainTest {

  private static final String SHARE = "/v1/indicators/digital-applications-share/values/";
  private static final MadeValues VALUES = new MadeValues();
  private static final JsonMapper EXACTLY =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static Catalogue catalogue = Lipa.loaded(Lipa.files());
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api =
        new RunningApi(
            () ->
                Optional.of(
                    new CataloguePublication(
                        CataloguePublication.SCHEMA,
                        1,
                        Instant.EPOCH,
                        CataloguePublication.Origin.FOLDER,
                        catalogue)),
            VALUES,
            ExplainTest::earlier,
            "2026-03-10T12:00:00Z");
  }

  private static Optional<Catalogue> earlier(String version) {
    return switch (version) {
      case "earlier" ->
          Optional.of(
              Lipa.loaded(
                  Lipa.with(
                      "indicators.yaml", "formula: 100 * digital / all", "formula: digital")));
      case "whole" -> Optional.of(Lipa.loaded(Lipa.files()));
      case "away" -> throw new KafkaException("no broker");
      default -> Optional.empty();
    };
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void clear() {
    force(Lipa.files());
    VALUES.clear();
    VALUES.add(
        MadeRecord.of("digital-applications-share", "2025-11")
            .value("34.2", 1204)
            .judged(Performance.AT_RISK)
            .expected("34.35705", "40")
            .tolerance("1.71785")
            .from(
                new InputValue(
                    "all",
                    new BigDecimal("1204"),
                    1204,
                    null,
                    Instant.parse("2025-11-01T06:00:00Z"),
                    Instant.parse("2025-11-30T21:30:00Z")),
                new InputValue(
                    "digital",
                    new BigDecimal("412"),
                    412,
                    null,
                    Instant.parse("2025-11-02T06:00:00Z"),
                    Instant.parse("2025-11-29T21:30:00Z")))
            .closed("2025-12-19T23:00:00Z")
            .revised(2, RevisionCause.LATE, "2025-12-22T10:00:00Z"),
        MadeRecord.of("digital-applications-share", "2025-11")
            .in("district", "Center")
            .reason(NoValueReason.SUPPRESSED)
            .closed("2025-12-19T23:00:00Z"));
  }

  private static void force(List<SourceFile> files) {
    catalogue = Lipa.loaded(files);
  }

  private static void force(String passage, String replacement) {
    force(Lipa.with("indicators.yaml", passage, replacement));
  }

  private static JsonNode json(String text) {
    return EXACTLY.readTree(text);
  }

  private static JsonNode get(String path) {
    HttpResponse<String> response = api.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response.body());
  }

  @Test
  void a_value_is_explained_with_all_that_made_it() {
    JsonNode told = get(SHARE + "2025-11/explain");
    assertThat(told.get("definition").get("version").asString()).matches("[0-9a-f]{12}");
    assertThat(told.get("definition").get("validFrom").isNull()).isTrue();
    assertThat(told.get("formula"))
        .isEqualTo(
            json(
                """
                {"text":"100 * digital / all","filled":"100 * 412 / 1204",
                 "exact":34.21926910299003322259136212624585,"decimals":1}\
                """));
    assertThat(told.get("inputs").get(1))
        .isEqualTo(
            json(
                """
                {"name":"digital","series":"e-services.applications","aggregate":"SUM",
                 "percentile":null,"where":{"channel":["digital"]},"window":"PERIOD",
                 "from":"2025-11-01","to":"2025-11-30","windowFull":true,"whenEmpty":"ZERO",
                 "across":null,"carryForward":0,"atLeast":1,"value":412,"measurements":412,
                 "first":"2025-11-02T06:00:00Z","last":"2025-11-29T21:30:00Z","error":null}\
                """));
    assertThat(told.get("verdict"))
        .isEqualTo(
            json(
                """
                {"performance":"AT_RISK","rule":"BETWEEN_POINTS","expected":34.35705,"target":40,
                 "tolerance":1.71785,"shortfall":0.15705,
                 "thresholds":{"ON_TRACK":34.35705,"AT_RISK":32.6392},
                 "failing":[],"deliveredLate":null}\
                """));
    assertThat(told.get("catalogue").asString()).isEqualTo("made");
    assertThat(told.get("computed"))
        .isEqualTo(
            json(
                """
                {"at":"2025-12-22T10:00:00Z","why":"LATE","closesAt":"2025-12-19T23:00:00Z"}\
                """));
  }

  @Test
  void the_same_is_told_in_words() {
    JsonNode text = get(SHARE + "2025-11/explain").get("text");
    assertThat(spoken(text, "en"))
        .isEqualTo(
            "For November 2025 the value is 34.2%."
                + " Sum, Submitted applications, in the period: 1,204, from 1,204 measurements,"
                + " the first of 1 November 2025, the last of 30 November 2025."
                + " Sum, Submitted applications (channel: digital), in the period, 0 without"
                + " measurements: 412, from 412"
                + " measurements, the first of 2 November 2025, the last of 29 November 2025."
                + " The formula gives 100 × 412 ÷ 1,204 = 34.21926910299003322259136212624585."
                + " It is rounded once, to 1 decimal."
                + " Expected on 30 November 2025: 34.35705%; the tolerance is 1.71785 percentage"
                + " points. Verdict: at risk."
                + " Computed on 22 December 2025 because of late data, with catalogue made.");
    assertThat(spoken(text, "sl"))
        .isEqualTo(
            "Za november 2025 je vrednost 34,2 %."
                + " Vsota, Oddane vloge, v obdobju: 1204, iz 1204 meritev,"
                + " prva 1. 11. 2025, zadnja 30. 11. 2025."
                + " Vsota, Oddane vloge (channel: digital), v obdobju, brez meritev šteje 0: 412,"
                + " iz 412 meritev,"
                + " prva 2. 11. 2025, zadnja 29. 11. 2025."
                + " Po obrazcu je 100 × 412 ÷ 1204 = 34,21926910299003322259136212624585."
                + " Zaokroženo je enkrat, na 1 decimalko."
                + " Pričakovano 30. novembra 2025: 34,35705 %; dovoljeno odstopanje je 1,71785"
                + " odstotne točke. Presoja: rahlo zamuja."
                + " Izračunano 22. 12. 2025 zaradi poznih podatkov, po katalogu made.");
  }

  private static String spoken(JsonNode text, String language) {
    return text.get(language).asString().replace('\u00a0', ' ');
  }

  /** "Cells have expected, target and verdict only with perCell: true." */
  @Test
  void a_cell_that_is_not_judged_says_so_and_not_that_something_is_missing() {
    VALUES.add(
        MadeRecord.of("digital-applications-share", "2025-11")
            .in("district", "Šiška")
            .value("30", 50)
            .closed("2025-12-19T23:00:00Z"));
    JsonNode told = get(SHARE + "2025-11/explain?dimension.district=%C5%A0i%C5%A1ka");
    assertThat(told.get("verdict").get("rule").asString()).isEqualTo("CELL");
    assertThat(spoken(told.get("text"), "en"))
        .contains("The single values of a breakdown are not judged.")
        .doesNotContain("is missing");
    assertThat(spoken(told.get("text"), "sl")).doesNotContain("manjka");
  }

  /** "A period first published after its closing begins with revision 1 at the clock's time." */
  @Test
  void what_closed_is_told_from_what_was_computed_later_for_the_first_time() {
    VALUES.clear();
    VALUES.add(
        MadeRecord.of("digital-applications-share", "2025-09")
            .value("30", 50)
            .closed("2025-10-19T22:00:00Z"),
        MadeRecord.of("digital-applications-share", "2025-10")
            .value("30", 50)
            .closed("2025-11-19T23:00:00Z")
            .computed("2026-03-05T10:00:00Z"));
    assertThat(get(SHARE + "2025-09/explain").get("computed").get("why").asString())
        .isEqualTo("CLOSED");
    JsonNode later = get(SHARE + "2025-10/explain");
    assertThat(later.get("computed").get("why").asString()).isEqualTo("FIRST");
    assertThat(spoken(later.get("text"), "sl"))
        .endsWith(
            "Izračunano 5. 3. 2026 prvič, ko je bilo obdobje že zaključeno, po katalogu made.");
  }

  /** "carryForward takes the last from up to n periods before"; "the carried are not counted". */
  @Test
  void a_stock_that_was_carried_is_not_told_as_none() {
    VALUES.add(
        MadeRecord.of("advisers-in-departments", "2025")
            .value("40", 0)
            .from(new InputValue("advisers", new BigDecimal("40"), 0))
            .closed("2026-01-31T23:00:00Z"));
    JsonNode told = get("/v1/indicators/advisers-in-departments/values/2025/explain");
    assertThat(told.get("inputs").get(0).get("across").asString()).isEqualTo("SUM");
    assertThat(told.get("inputs").get(0).get("carryForward").asInt()).isEqualTo(1);
    assertThat(spoken(told.get("text"), "en"))
        .contains(
            "the sum of the states, where the period has no measurement the last from up to"
                + " 1 earlier period holds: 40, carried forward from earlier periods,")
        .doesNotContain("counts as");
    assertThat(spoken(told.get("text"), "sl"))
        .contains("velja zadnja iz največ 1 prejšnjega obdobja: 40, preneseno");
  }

  /** "ROLLING(n): with fewer since the first there is no value whatever else: TOO_FEW". */
  @Test
  void a_window_with_too_few_periods_is_not_told_as_too_few_measurements() {
    VALUES.add(
        MadeRecord.of("replies-last-year", "2024-03")
            .reason(NoValueReason.TOO_FEW)
            .from(new InputValue("replies", null, 100))
            .closed("2024-03-31T22:00:00Z"));
    JsonNode told = get("/v1/indicators/replies-last-year/values/2024-03/explain");
    assertThat(told.get("inputs").get(0).get("windowFull").asBoolean()).isFalse();
    assertThat(spoken(told.get("text"), "en"))
        .startsWith("For March 2024 there is no value, because the window does not have as many")
        .contains("it holds 100 measurements")
        .doesNotContain("too few");
    assertThat(spoken(told.get("text"), "sl")).doesNotContain("premalo");
  }

  /** "DISTINCT (of key …)": without one nothing can be told apart. */
  @Test
  void measurements_without_a_key_are_told_as_that_and_not_as_too_few() {
    force("aggregate: COUNT, window: ROLLING(12)", "aggregate: DISTINCT");
    VALUES.add(
        MadeRecord.of("replies-last-year", "2025-03")
            .reason(NoValueReason.TOO_FEW)
            .from(new InputValue("replies", null, 100))
            .closed("2025-03-31T22:00:00Z"));
    JsonNode told = get("/v1/indicators/replies-last-year/values/2025-03/explain");
    assertThat(spoken(told.get("text"), "en"))
        .startsWith("For March 2025 there is no value, because the measurements bear no key")
        .contains("none of the measurements (100) bears a key")
        .doesNotContain("too few");
    assertThat(spoken(told.get("text"), "sl"))
        .contains("nobena od meritev (100) nima ključa")
        .doesNotContain("premalo");
  }

  /** "Tolerance τ: 5% of |e| (of the bound that is passed)". */
  @Test
  void each_end_of_a_range_has_its_own_tolerance() {
    force("tolerance: 1 ", "tolerance: 10% ");
    VALUES.add(
        MadeRecord.of("bikes-at-stations", "2026-W05")
            .value("12.5", 30)
            .judged(Performance.AT_RISK)
            .expected(
                Bounds.range(new BigDecimal("5"), new BigDecimal("12")),
                Bounds.range(new BigDecimal("6"), new BigDecimal("10")))
            .tolerance("1.2")
            .from(new InputValue("bikes", new BigDecimal("12.5"), 30))
            .closed("2026-02-02T23:00:00Z"));
    JsonNode told = get("/v1/indicators/bikes-at-stations/values/2026-W05/explain");
    assertThat(told.get("verdict").get("thresholds"))
        .isEqualTo(
            json(
                """
                {"ON_TRACK":{"low":5,"high":12},"AT_RISK":{"low":4.5,"high":13.2}}\
                """));
    assertThat(spoken(told.get("text"), "en")).contains("5–12; with the tolerance 4.5–13.2.");
  }

  /** What the version says: it "changes with whatever changes how the value is computed". */
  @Test
  void the_definitions_version_changes_with_what_it_is_computed_with_and_nothing_else() {
    String version = definitionVersion();
    force("en: Share of applications submitted digitally", "en: Another title");
    assertThat(definitionVersion()).isEqualTo(version);
    force("{period: 2028, value: 55", "{period: 2028, value: 56");
    assertThat(definitionVersion()).isEqualTo(version);
    force("    polarity: HIGHER", "    polarity: LOWER");
    assertThat(definitionVersion()).isNotEqualTo(version);
    force(Lipa.with("strategy.yaml", "holidays: SI", "holidays: HR"));
    assertThat(definitionVersion()).isNotEqualTo(version);
    force(
        Lipa.with(
            "providers.yaml",
            "  - id: e-services.applications\n",
            "  - id: e-services.applications\n    roster: [east, west]\n"));
    assertThat(definitionVersion()).isNotEqualTo(version);
  }

  private static String definitionVersion() {
    return get(SHARE + "2025-11/explain").get("definition").get("version").asString();
  }

  @Test
  void a_suppressed_cell_shows_no_explanation() {
    JsonNode told = get(SHARE + "2025-11/explain?dimension.district=Center");
    assertThat(told.get("reason").asString()).isEqualTo("SUPPRESSED");
    assertThat(told.get("inputs")).isEmpty();
    assertThat(told.get("formula").isNull()).isTrue();
    assertThat(told.get("verdict").isNull()).isTrue();
    assertThat(told.get("coverage").isNull()).isTrue();
  }

  /** "asOf returns the last revision computed at or before it": by the definition of that time. */
  @Test
  void what_was_known_then_is_explained_by_the_catalogue_of_then() {
    VALUES.add(
        MadeRecord.of("digital-applications-share", "2025-11")
            .value("412", 412)
            .closed("2025-12-19T23:00:00Z")
            .with("earlier"));
    JsonNode then = get(SHARE + "2025-11/explain?asOf=2025-12-20T00:00:00Z");
    assertThat(then.get("revision").asInt()).isEqualTo(1);
    assertThat(then.get("formula").get("text").asString()).isEqualTo("digital");
    assertThat(then.get("catalogue").asString()).isEqualTo("earlier");
    JsonNode now = get(SHARE + "2025-11/explain?asOf=2026-01-20T00:00:00Z");
    assertThat(now.get("revision").asInt()).isEqualTo(2);
    assertThat(now.get("formula").get("text").asString()).isEqualTo("100 * digital / all");
    HttpResponse<String> before = api.get(SHARE + "2025-11/explain?asOf=2025-12-01T00:00:00Z");
    assertThat(before.statusCode()).isEqualTo(404);
  }

  /** Until a new catalogue is worked off its values are those of the one before. */
  @Test
  void what_a_new_catalogue_has_not_reached_yet_is_explained_by_the_one_before() {
    force("formula: 100 * digital / all", "formula: 50 * digital / all");
    computedWith("whole");
    JsonNode other = get(SHARE + "2025-11/explain");
    assertThat(other.get("formula").get("text").asString()).isEqualTo("100 * digital / all");
    assertThat(other.get("catalogue").asString()).isEqualTo("whole");
    // With as many inputs as before, of other names.
    force(
        Lipa.with(
            "indicators.yaml",
            """
                      digital: {series: e-services.applications, aggregate: SUM, where: {channel: digital}, whenEmpty: ZERO}
                      all: {series: e-services.applications, aggregate: SUM}
                    formula: 100 * digital / all
                """,
            """
                      online: {series: e-services.applications, aggregate: SUM, where: {channel: digital}, whenEmpty: ZERO}
                      all: {series: e-services.applications, aggregate: SUM}
                    formula: 100 * online / all
                """));
    assertThat(get(SHARE + "2025-11/explain").get("formula").get("text").asString())
        .isEqualTo("100 * digital / all");
    computedWith("away");
    assertThat(api.get(SHARE + "2025-11/explain").statusCode()).isEqualTo(503);
    force(Lipa.files());
    assertThat(get(SHARE + "2025-11/explain").get("formula").get("filled").asString())
        .isEqualTo("100 * 412 / 1204");
  }

  private static void computedWith(String version) {
    VALUES.clear();
    VALUES.add(
        MadeRecord.of("digital-applications-share", "2025-11")
            .value("34.2", 1204)
            .from(
                new InputValue("all", new BigDecimal("1204"), 1204),
                new InputValue("digital", new BigDecimal("412"), 412))
            .closed("2025-12-19T23:00:00Z")
            .with(version));
  }

  @Test
  void a_catalogue_that_cant_be_read_is_said() {
    String path = SHARE + "2025-10/explain?asOf=2025-12-20T00:00:00Z";
    for (String version : List.of("away", "never-published")) {
      VALUES.clear();
      VALUES.add(
          MadeRecord.of("digital-applications-share", "2025-10")
              .value("1", 1)
              .closed("2025-11-19T23:00:00Z")
              .with(version),
          MadeRecord.of("digital-applications-share", "2025-10")
              .value("2", 1)
              .closed("2025-11-19T23:00:00Z")
              .revised(2, RevisionCause.DEFINITION, "2026-01-01T10:00:00Z"));
      HttpResponse<String> answer = api.get(path);
      assertThat(answer.statusCode()).isEqualTo("away".equals(version) ? 503 : 404);
      assertThat(answer.body())
          .contains("away".equals(version) ? "try again in a moment" : "without `asOf`");
    }
  }

  @Test
  void what_is_not_there_is_refused_with_what_is() {
    HttpResponse<String> none = api.get(SHARE + "2025-12/explain");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("2025-11");
    assertThat(api.get(SHARE + "2025-11/explain?dimension.district=*").statusCode()).isEqualTo(400);
    assertThat(api.get(SHARE + "2025-11/explain?from=2025").statusCode()).isEqualTo(400);
  }
}
