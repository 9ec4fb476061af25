package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static si.kazalnik.indicator.topology.Events.by;
import static si.kazalnik.indicator.topology.Events.corrected;
import static si.kazalnik.indicator.topology.Events.delivered;
import static si.kazalnik.indicator.topology.Events.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.State;
import si.kazalnik.contract.Performance;

/** Amending, reopening, rows, cells, subjects, and what a backfill finds in older periods. */
class DeviationCausesTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String START = "2025-01-15T12:00:00Z";
  private static final String QUOTA =
      Town.monthly("quota", "SUM", "target: {everyPeriod: {value: 10}}");
  private static final String PARTS =
      """
        - id: parts
          title: {en: Parts}
          measures: [measure]
          owner: office
          unit: things
          polarity: HIGHER
          inputs: {x: {series: visits, aggregate: COUNT}}
          reporting: {frequency: MONTH}
          disaggregateBy: part
          target: {everyPeriod: {value: 2}, perCell: true}
      """;

  private static void take(Bench bench, String month, String value) {
    bench.take(recorded(month, "s", month + "-16T10:00:00Z", value));
  }

  private static List<Deviation> of(Bench bench, String indicator) {
    return bench.deviations().stream().filter(each -> indicator.equals(each.indicator())).toList();
  }

  /**
   * "is *amended* when a correction shows that a cause never was; *reopens* if it returns within
   * the same period".
   */
  @Test
  void it_is_amended_and_reopens_when_the_same_period_turns_bad_again(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(QUOTA));
      take(bench, "2025-01", "5");
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.take(corrected("2025-01", 2, "s", "2025-01-16T10:00:00Z", "50"));
      bench.moveTo("2025-02-03T12:00:00Z");
      bench.take(corrected("2025-01", 3, "s", "2025-01-16T10:00:00Z", "6"));
      assertThat(of(bench, "quota"))
          .extracting(Deviation::id, Deviation::state, Deviation::reopened)
          .containsExactly(
              tuple("quota:2025-01", State.OPEN, 0),
              tuple("quota:2025-01", State.AMENDED, 0),
              tuple("quota:2025-01", State.OPEN, 1));
    }
  }

  /** The period whose good verdict ended it turns bad: it had not ended. */
  @Test
  void it_reopens_when_the_period_that_ended_it_turns_bad(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(QUOTA));
      take(bench, "2025-01", "5");
      bench.moveTo("2025-02-02T12:00:00Z");
      take(bench, "2025-02", "12");
      bench.moveTo("2025-03-02T12:00:00Z");
      bench.take(corrected("2025-02", 2, "s", "2025-02-16T10:00:00Z", "4"));
      assertThat(of(bench, "quota"))
          .extracting(Deviation::id, Deviation::state, Deviation::reopened)
          .containsExactly(
              tuple("quota:2025-01", State.OPEN, 0),
              tuple("quota:2025-01", State.RESOLVED, 0),
              tuple("quota:2025-01", State.OPEN, 1));
      assertThat(of(bench, "quota").get(2).causes().get(0).period()).isEqualTo("2025-02");
    }
  }

  /** Its second month is corrected to be met: the first was missed all the same. */
  @Test
  void it_resolves_where_only_its_later_cause_never_was(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(QUOTA));
      take(bench, "2025-01", "5");
      bench.moveTo("2025-02-02T12:00:00Z");
      take(bench, "2025-02", "6");
      bench.moveTo("2025-03-02T12:00:00Z");
      bench.take(corrected("2025-02", 2, "s", "2025-02-16T10:00:00Z", "40"));
      assertThat(of(bench, "quota"))
          .extracting(Deviation::state)
          .containsExactly(State.OPEN, State.OPEN, State.RESOLVED);
    }
  }

  /**
   * "for `consecutive` judged periods (default 1; periods without value neither count nor break)".
   */
  @Test
  void two_in_a_row_are_needed_and_a_month_without_value_does_not_break_the_row(
      @TempDir Path folder) {
    String indicator =
        Town.monthly("row", "MEAN", "target: {everyPeriod: {value: 10}}\n    consecutive: 2");
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(indicator));
      take(bench, "2025-01", "5");
      bench.moveTo("2025-02-02T12:00:00Z");
      assertThat(of(bench, "row")).isEmpty();
      bench.moveTo("2025-03-02T12:00:00Z");
      take(bench, "2025-03", "6");
      bench.moveTo("2025-04-02T12:00:00Z");
      assertThat(of(bench, "row"))
          .extracting(Deviation::id, Deviation::state)
          .containsExactly(tuple("row:2025-03", State.OPEN));
    }
  }

  /** "what a backfill or replay finds in older ones is recorded as suppressed". */
  @Test
  void what_a_backfill_finds_in_older_periods_is_recorded_as_suppressed(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-08-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      take(bench, "2025-01", "50");
      take(bench, "2025-02", "1");
      take(bench, "2025-03", "2");
      take(bench, "2025-04", "50");
      take(bench, "2025-05", "50");
      take(bench, "2025-06", "50");
      take(bench, "2025-07", "3");
      assertThat(bench.deviations()).isEmpty();
      bench.moveTo("2025-08-16T12:00:00Z");
      assertThat(of(bench, "quota"))
          .extracting(Deviation::id, Deviation::state)
          .containsExactly(
              tuple("quota:2025-07", State.OPEN), tuple("quota:2025-02", State.SUPPRESSED));
      bench.take(corrected("2025-05", 2, "s", "2025-05-16T10:00:00Z", "4"));
      bench.take(corrected("2025-02", 2, "s", "2025-02-16T10:00:00Z", "40"));
      assertThat(of(bench, "quota").subList(2, 5))
          .extracting(Deviation::id, Deviation::state)
          .containsExactly(
              tuple("quota:2025-05", State.SUPPRESSED),
              tuple("quota:2025-02", State.AMENDED),
              tuple("quota:2025-03", State.SUPPRESSED));
    }
  }

  /** "One per indicator and judged tuple at a time": each cell with `perCell`. */
  @Test
  void each_judged_cell_has_a_deviation_of_its_own(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(PARTS));
      bench.take(visit("1", "a"), visit("2", "a"), visit("3", "b"), visit("4", "c"));
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.take(visit("5", "b"));
      bench.publish(Town.with(PARTS.replace(", perCell: true", "")));
      assertThat(of(bench, "parts"))
          .extracting(Deviation::id, Deviation::dimensions, Deviation::state)
          .containsExactly(
              tuple("parts:2025-01:part=b", Map.of("part", "b"), State.OPEN),
              tuple("parts:2025-01:part=c", Map.of("part", "c"), State.OPEN),
              tuple("parts:2025-01:part=b", Map.of("part", "b"), State.AMENDED),
              tuple("parts:2025-01:part=c", Map.of("part", "c"), State.AMENDED));
      assertThat(of(bench, "parts").get(0).causes().get(0).value()).isEqualByComparingTo("1");
      assertThat(of(bench, "parts").get(0).history()).hasSize(1);
    }
  }

  private static AcceptedMeasurement visit(String id, String part) {
    return by(recorded(id, "visits", "2025-01-16T10:00:00Z", "1"), null, Map.of("part", part));
  }

  /** "the verdict is the worst one's; the failing are named". */
  @Test
  void the_subjects_that_fail_are_named_in_the_cause(@TempDir Path folder) {
    String each =
        Town.monthly(
                "each", "SUM", "target: {everyPeriod: {value: 2}, forEach: {subjects: roster}}")
            .replace("series: s", "series: reports");
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(each));
      bench.take(
          by(recorded("1", "reports", "2025-01-16T10:00:00Z", "9"), "north", Map.of()),
          by(recorded("2", "reports", "2025-01-16T10:00:00Z", "1"), "south", Map.of()));
      bench.moveTo("2025-02-02T12:00:00Z");
      List<Deviation> told = of(bench, "each");
      assertThat(told).hasSize(1);
      assertThat(told.get(0).causes().get(0).failing()).containsExactly("south");
    }
  }

  /** "(or `AT_RISK`, with `alertAtRisk`)". */
  @Test
  void at_risk_opens_one_where_the_indicator_says_so(@TempDir Path folder) {
    String path =
        """
        target:
              path: [{period: 2025, value: 120}]
              interpolate: LINEAR
            baseline: {period: 2024, value: 0}
            tolerance: 5
        """;
    String loud = Town.monthly("loud", "SUM", path + "    alertAtRisk: true\n");
    String quiet = Town.monthly("quiet", "SUM", path);
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(loud + quiet));
      // 31 of 365 days: 10.19 is expected, and 8 is within the tolerance.
      take(bench, "2025-01", "8");
      bench.moveTo("2025-02-02T12:00:00Z");
      assertThat(bench.latest("quiet", "2025-01").performance()).isEqualTo(Performance.AT_RISK);
      assertThat(of(bench, "quiet")).isEmpty();
      assertThat(of(bench, "loud"))
          .extracting(Deviation::severity)
          .containsExactly(Deviation.Severity.AT_RISK);
    }
  }

  /** "`MISSED`, \"delivered late, on …\"; the deviation resolves". */
  @Test
  void a_late_delivery_resolves_it(@TempDir Path folder) {
    String lab =
        Town.monthly("lab", "EXISTS", "target: {path: [{period: 2025, value: 1}]}")
            .replace("series: s", "series: yearly")
            .replace("MONTH", "YEAR");
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(lab));
      bench.moveTo("2026-01-02T12:00:00Z");
      bench.moveTo("2026-03-05T12:00:00Z");
      bench.take(delivered("1", "yearly", "2025", "2026-03-04T10:00:00Z"));
      assertThat(of(bench, "lab"))
          .extracting(Deviation::id, Deviation::state)
          .containsExactly(tuple("lab:2025", State.OPEN), tuple("lab:2025", State.RESOLVED));
      assertThat(bench.latest("lab", "2025").performance()).isEqualTo(Performance.MISSED);
      assertThat(bench.latest("lab", "2025").deliveredLate()).isEqualTo(LocalDate.of(2026, 3, 4));
    }
  }

  /** A jump of the clock over two years of missed days: looked at once, not once for each day. */
  @Test
  void a_long_row_of_missed_days_is_one_incident(@TempDir Path folder) {
    String daily = QUOTA.replace("MONTH", "DAY");
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(daily));
      bench.take(recorded("0", "s", "2025-01-15T10:00:00Z", "1"));
      bench.moveTo("2025-01-17T12:00:00Z");
      AcceptedMeasurement[] days = new AcceptedMeasurement[300];
      for (int n = 0; n < days.length; n++) {
        String at = LocalDate.of(2025, 1, 16).plusDays(n) + "T10:00:00Z";
        days[n] = recorded("d" + n, "s", at, n == 200 ? "50" : "2");
      }
      bench.send(days);
      bench.moveTo("2025-11-12T12:00:00Z");
      assertThat(of(bench, "quota"))
          .extracting(Deviation::id, Deviation::state)
          .contains(tuple("quota:2025-01-15", State.OPEN))
          .doesNotContain(tuple("quota:2025-08-05", State.SUPPRESSED));
      assertThat(of(bench, "quota").stream().map(Deviation::id).distinct())
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  /** "causes join it, severity is its worst cause: … `OFF_TRACK` < `MISSED`". */
  @Test
  void a_worse_verdict_joins_it_and_makes_it_worse(@TempDir Path folder) {
    String path =
        """
        target:
              path: [{period: 2025-03, value: 30}, {period: 2026, value: 300}]
              interpolate: LINEAR
            baseline: {period: 2024, value: 0}
        """;
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(Town.monthly("line", "SUM", path)));
      take(bench, "2025-01", "1");
      take(bench, "2025-02", "1");
      take(bench, "2025-03", "1");
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.moveTo("2025-03-02T12:00:00Z");
      bench.moveTo("2025-04-02T12:00:00Z");
      assertThat(of(bench, "line"))
          .extracting(Deviation::id, Deviation::severity)
          .containsExactly(
              tuple("line:2025-01", Deviation.Severity.OFF_TRACK),
              tuple("line:2025-01", Deviation.Severity.OFF_TRACK),
              tuple("line:2025-01", Deviation.Severity.MISSED));
      assertThat(Deviation.Severity.values())
          .extracting(Enum::name)
          .containsExactly("SHIFT", "AT_RISK", "OVERDUE", "OFF_TRACK", "MISSED");
    }
  }

  /** "Silence never resolves anything." */
  @Test
  void months_without_a_word_leave_it_open(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(QUOTA));
      take(bench, "2025-01", "5");
      bench.moveTo("2025-02-02T12:00:00Z");
      for (String month : List.of("2025-03", "2025-09", "2026-12")) {
        bench.moveTo(month + "-05T12:00:00Z");
      }
      assertThat(of(bench, "quota")).extracting(Deviation::state).containsOnly(State.OPEN);
      assertThat(bench.deviations())
          .filteredOn(each -> each.provider() != null)
          .isNotEmpty()
          .allMatch(each -> each.state() == State.OPEN);
    }
  }

  /**
   * "Living lab by 2025 opened 4 March 2026: 2025 MISSED, 2026 ON_TRACK from that day, deviation
   * resolved."
   */
  @Test
  void golden_example_of_the_living_lab(@TempDir Path folder) {
    String lab =
        Town.monthly(
                "lab",
                "EXISTS, window: SINCE_START",
                "target: {path: [{period: 2025, value: 1}], interpolate: NONE, after: HOLD}")
            .replace("{frequency: MONTH}", "{frequency: YEAR, dueAfter: {days: 31}}");
    try (Bench bench = new Bench(folder, START, GRACE)) {
      bench.publish(Town.with(lab));
      bench.moveTo("2026-01-31T22:59:59Z");
      assertThat(of(bench, "lab")).isEmpty();
      bench.moveTo("2026-01-31T23:00:00Z");
      assertThat(bench.latest("lab", "2025").performance()).isEqualTo(Performance.MISSED);
      assertThat(bench.latest("lab", "2026").performance()).isNull();
      bench.moveTo("2026-03-04T09:00:00Z");
      bench.take(recorded("1", "s", "2026-03-04T08:30:00Z", "1"));
      assertThat(bench.latest("lab", "2025").performance()).isEqualTo(Performance.MISSED);
      assertThat(bench.latest("lab", "2025").revision()).isEqualTo(1);
      assertThat(bench.latest("lab", "2026").performance()).isEqualTo(Performance.ON_TRACK);
      assertThat(of(bench, "lab"))
          .extracting(Deviation::id, Deviation::state, Deviation::resolvedAt)
          .containsExactly(
              tuple("lab:2025", State.OPEN, null),
              tuple("lab:2025", State.RESOLVED, Instant.parse("2026-03-04T09:00:00Z")));
    }
  }
}
