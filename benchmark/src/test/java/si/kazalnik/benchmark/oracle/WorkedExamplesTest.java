package si.kazalnik.benchmark.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of the rules, so that the oracle itself is held to them. */
class WorkedExamplesTest {
  private static final String HEAD =
      """
      strategy: {id: s, from: 2022-01-01, to: 2028-12-31, timeZone: Europe/Ljubljana}
      providers: [{id: p, sources: ['urn:p']}]
      series:
        - {id: share, provider: p, unit: percent}
        - {id: people, provider: p, unit: persons, range: {min: 0}}
        - {id: lab, provider: p, value: NONE}
        - {id: report, provider: p, value: NONE, period: YEAR}
        - {id: surveys, provider: p, value: NONE}
      indicators:
      """;

  private final Path folder;
  private int number;

  WorkedExamplesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_linear_path_of_a_share() throws IOException {
    Oracle oracle =
        oracle(
            """
              - id: i
                unit: percent
                decimals: 1
                polarity: HIGHER
                inputs: {share: {series: share, aggregate: LAST}}
                reporting: {frequency: MONTH}
                tolerance: 5%
                target: {path: [{period: 2022, value: 20}, {period: 2025, value: 40}], interpolate: LINEAR}
            """);
    oracle.play(
        step(
            "2026-02-01T00:00:00Z",
            recorded("share", "2024-04-10T12:00:00Z", "28.0"),
            recorded("share", "2024-05-10T12:00:00Z", "29.0"),
            recorded("share", "2024-06-10T12:00:00Z", "30.1"),
            recorded("share", "2025-12-10T12:00:00Z", "39.9")));

    Published june = published(oracle, "2024-06");
    assertThat(Objects.requireNonNull(june.expected()).low()).isEqualByComparingTo("29.98175");
    assertThat(Objects.requireNonNull(june.target()).low()).isEqualByComparingTo("40");
    assertThat(june.performance()).isEqualTo("ON_TRACK");
    assertThat(published(oracle, "2025-12").performance()).isEqualTo("MISSED");
    Book.Indicator indicator = oracle.book().indicators().get(0);
    Range expected = Objects.requireNonNull(june.expected());
    assertThat(verdict(indicator, expected, "29.0")).isEqualTo("AT_RISK");
    assertThat(verdict(indicator, expected, "28.0")).isEqualTo("OFF_TRACK");
    Period period = Objects.requireNonNull(Period.parse("2024-06"));
    assertThat(Verdicts.shortfall(indicator, period, expected, new BigDecimal("29.0")).tolerance())
        .isEqualByComparingTo("1.49909");
  }

  private static String verdict(Book.Indicator indicator, Range expected, String value) {
    return Verdicts.verdict(
        indicator,
        Objects.requireNonNull(Period.parse("2024-06")),
        new Verdicts.Expectation(expected, expected, false),
        new BigDecimal(value));
  }

  @Test
  void a_quota_that_starts_anew_shows_the_verdict_of_the_year_before() throws IOException {
    Oracle oracle =
        oracle(
            """
              - id: i
                unit: persons
                decimals: 0
                polarity: HIGHER
                inputs: {people: {series: people, aggregate: SUM}}
                reporting: {frequency: YEAR}
                target: {everyPeriod: {value: 250}}
            """);
    oracle.play(
        step(
            "2025-03-31T12:00:00Z",
            recorded("people", "2024-05-10T12:00:00Z", "260"),
            recorded("people", "2025-03-31T10:00:00Z", "20")));

    Summary summary = summary(oracle);
    assertThat(summary.performance()).isEqualTo("MET");
    assertThat(summary.performancePeriod()).isEqualTo("2024");
    assertThat(summary.latestPeriod()).isEqualTo("2025");
    assertThat(published(oracle, "2025").performance()).isNull();
    assertThat(Objects.requireNonNull(published(oracle, "2025").expected()).low())
        .isEqualByComparingTo("250");
  }

  @Test
  void a_report_of_even_years_is_not_due_in_an_odd_one() throws IOException {
    Oracle oracle =
        oracle(
            """
              - id: i
                unit: reports
                decimals: 0
                polarity: HIGHER
                inputs: {report: {series: report, aggregate: EXISTS}}
                reporting: {frequency: YEAR, only: even-years, dueAfter: {months: 2}}
                target: {everyPeriod: {value: 1}}
            """);
    oracle.play(step("2026-04-01T00:00:00Z"));

    assertThat(published(oracle, "2025").performance()).isEqualTo("NOT_DUE");
    assertThat(published(oracle, "2024").performance()).isEqualTo("MISSED");
    assertThat(summary(oracle).dueAt()).isEqualTo("2027-02-28T23:00:00Z");
  }

  @Test
  void a_lab_opened_late_is_missed_then_on_track_from_that_day() throws IOException {
    Oracle oracle =
        oracle(
            """
              - id: i
                unit: labs
                decimals: 0
                polarity: HIGHER
                inputs: {lab: {series: lab, aggregate: EXISTS, window: SINCE_START}}
                reporting: {frequency: YEAR, dueAfter: {days: 31}}
                target: {path: [{period: 2025, value: 1}], interpolate: NONE, after: HOLD}
            """);
    oracle.play(step("2026-03-01T00:00:00Z"));
    assertThat(published(oracle, "2025").performance()).isEqualTo("MISSED");
    assertThat(published(oracle, "2024").performance()).isEqualTo("NOT_DUE");
    assertThat(published(oracle, "2026").performance()).isNull();

    oracle.play(step("2026-03-05T00:00:00Z", recorded("lab", "2026-03-04T10:00:00Z", null)));
    assertThat(published(oracle, "2025").performance()).isEqualTo("MISSED");
    assertThat(published(oracle, "2026").performance()).isEqualTo("ON_TRACK");
  }

  @Test
  void a_late_event_makes_a_second_revision_and_the_closing_stamps_the_first() throws IOException {
    Oracle oracle =
        oracle(
            """
              - id: i
                unit: persons
                decimals: 0
                polarity: NONE
                inputs: {people: {series: people, aggregate: SUM}}
                reporting: {frequency: MONTH, dueAfter: {days: 15}}
                target: none
            """);
    oracle.play(step("2024-01-20T00:00:00Z", recorded("people", "2024-01-10T12:00:00Z", "5")));
    oracle.play(step("2024-02-20T00:00:00Z"));
    oracle.play(step("2024-02-21T00:00:00Z", recorded("people", "2024-01-31T22:59:59Z", "2")));

    History january = history(oracle, "2024-01");
    assertThat(january.revisions()).extracting(Revision::number).containsExactly(1, 2);
    assertThat(january.revisions())
        .extracting(Revision::computedAt)
        .containsExactly(
            Instant.parse("2024-02-15T23:00:00Z"), Instant.parse("2024-02-21T00:00:00Z"));
    assertThat(january.revisions().get(1).causes()).containsExactly("LATE");
    assertThat(january.status(january.revisions().get(1))).isEqualTo("REVISED");
    assertThat(january.asOf(Instant.parse("2024-02-20T00:00:00Z")))
        .isEqualTo(january.revisions().get(0));
  }

  /**
   * "Where it lies after the closing of the judged period, it counts in the value, not in that
   * verdict": an event's period "holds the measurements with that subject, whenever".
   */
  @Test
  void a_survey_analysed_late_stays_missed() throws IOException {
    Oracle oracle =
        oracle(
            """
              - id: i
                unit: analyses
                decimals: 0
                polarity: HIGHER
                inputs: {lab: {series: lab, aggregate: EXISTS}}
                reporting: {frequency: ON_EVENT, event: surveys, dueAfter: {months: 1}}
                target: {everyPeriod: {value: 1}}
            """);
    oracle.play(
        step(
            "2024-03-01T00:00:00Z",
            recorded("surveys", "2024-01-10T12:00:00Z", null, "a"),
            recorded("surveys", "2024-01-10T12:00:00Z", null, "b"),
            recorded("lab", "2024-02-20T12:00:00Z", null, "a"),
            recorded("lab", "2024-02-01T12:00:00Z", null, "b")));

    assertThat(published(oracle, "a").value()).isEqualTo(BigDecimal.ONE);
    assertThat(published(oracle, "a").performance()).isEqualTo("MISSED");
    assertThat(published(oracle, "a").deliveredLate()).isEqualTo(LocalDate.of(2024, 2, 20));
    assertThat(published(oracle, "b").performance()).isEqualTo("MET");

    // What is shown beside the fields may change before they do, within the second.
    oracle.play(
        step(
            "2024-04-01T00:00:00Z",
            recorded("lab", "2024-02-15T12:00:00Z", null, "a"),
            recorded("lab", "2024-03-10T12:00:00Z", null, "a")));
    assertThat(answer(oracle, "a").histories())
        .extracting(each -> each.revisions().get(0).published().deliveredLate())
        .containsExactlyInAnyOrder(LocalDate.of(2024, 2, 20), LocalDate.of(2024, 2, 15));
    assertThat(answer(oracle, "a").histories())
        .extracting(each -> Objects.requireNonNull(each.last()).published().deliveredLate())
        .containsOnly(LocalDate.of(2024, 2, 15));
  }

  /** By the later of the two it may have been published before the earlier one came. */
  @Test
  void of_an_event_before_the_first_period_that_came_second_nothing_is_said() throws IOException {
    Oracle oracle =
        oracle(
            """
              - id: i
                unit: analyses
                decimals: 0
                polarity: HIGHER
                inputs: {lab: {series: lab, aggregate: EXISTS}}
                reporting: {frequency: ON_EVENT, event: surveys, from: 2024-01-01}
                target: none
            """);
    oracle.play(
        step(
            "2024-03-01T00:00:00Z",
            recorded("surveys", "2024-02-04T12:00:00Z", null, "a"),
            recorded("surveys", "2023-02-14T12:00:00Z", null, "a"),
            recorded("surveys", "2024-02-04T12:00:00Z", null, "b"),
            recorded("surveys", "2023-02-14T12:00:00Z", null, "c")));

    assertThat(answer(oracle, "a").open()).isTrue();
    assertThat(answer(oracle, "b").open()).isFalse();
    assertThat(answer(oracle, "c").open()).isFalse();
  }

  private static Summary summary(Oracle oracle) {
    return oracle.summaries(oracle.book().indicators().get(0)).iterator().next();
  }

  private static Published published(Oracle oracle, String period) {
    return Objects.requireNonNull(history(oracle, period).last()).published();
  }

  private static History history(Oracle oracle, String period) {
    PeriodAnswer answer = answer(oracle, period);
    assertThat(answer.histories()).hasSize(1);
    return answer.histories().iterator().next();
  }

  private static PeriodAnswer answer(Oracle oracle, String period) {
    return Objects.requireNonNull(oracle.periods(oracle.book().indicators().get(0)).get(period));
  }

  private Oracle oracle(String indicators) throws IOException {
    Files.writeString(folder.resolve("c.yaml"), HEAD + indicators);
    return new Oracle(Book.read(folder));
  }

  private static Step step(String now, Sent... events) {
    return new Step(Instant.parse(now), Arrays.asList(events));
  }

  private Sent recorded(
      String series, String observedAt, @org.jspecify.annotations.Nullable String value) {
    return recorded(series, observedAt, value, null);
  }

  private Sent recorded(
      String series,
      String observedAt,
      @org.jspecify.annotations.Nullable String value,
      @org.jspecify.annotations.Nullable String subject) {
    String data =
        "{\"series\":\""
            + series
            + "\",\"observedAt\":\""
            + observedAt
            + "\""
            + (value == null ? "" : ",\"value\":" + value)
            + (subject == null ? "" : ",\"subject\":\"" + subject + "\"")
            + "}";
    String event =
        "{\"specversion\":\"1.0\",\"id\":\""
            + number++
            + "\",\"source\":\"urn:p\",\"type\":\"si.kazalnik.measurement.recorded.v1\",\"data\":"
            + data
            + "}";
    return new Sent("p", event, Map.of());
  }
}
