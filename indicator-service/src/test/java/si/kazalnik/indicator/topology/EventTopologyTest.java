package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static si.kazalnik.indicator.topology.Events.by;
import static si.kazalnik.indicator.topology.Events.completed;
import static si.kazalnik.indicator.topology.Events.corrected;
import static si.kazalnik.indicator.topology.Events.recorded;
import static si.kazalnik.indicator.topology.Events.withdrawn;

import java.math.BigDecimal;
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
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.RevisionCause;

/** "ON_EVENT: one period per subject of the event series, named by it". */
class EventTopologyTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String ANALYSES =
      Town.monthly("analyses", "EXISTS", "target: {everyPeriod: {value: 1}}")
          .replace("{frequency: MONTH}", "{frequency: ON_EVENT, event: t, dueAfter: {months: 2}}");

  private static AcceptedMeasurement told(String id, String series, String survey, String at) {
    return by(recorded(id, series, at, "1"), survey, Map.of());
  }

  /** "Their order … no published field may depend on it": another topic brings the catalogue. */
  @Test
  void its_cells_may_come_before_the_catalogue_that_asks_for_them(@TempDir Path folder) {
    String other = Town.monthly("other", "SUM", "target: none");
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(other));
      bench.take(
          told("1", "t", "survey-a", "2025-03-10T10:00:00Z"),
          told("2", "s", "survey-a", "2025-03-11T10:00:00Z"));
      byte[] catalogue = bench.announceToStageOne(Town.with(other + ANALYSES));
      bench.settle();
      bench.announceToStageTwo(catalogue);
      bench.settle();

      assertThat(bench.latest("analyses", "survey-a").value()).isEqualTo(BigDecimal.ONE);
    }
  }

  /**
   * "starting and ending on the earliest event's day; its inputs hold … that subject, whenever".
   */
  @Test
  void each_subject_has_its_period_which_closes_after_its_day(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ANALYSES));
      bench.take(
          told("1", "t", "survey-a", "2025-03-10T10:00:00Z"),
          told("2", "t", "survey-a", "2025-03-11T10:00:00Z"),
          told("3", "t", "survey-b", "2025-03-12T10:00:00Z"),
          told("4", "s", "survey-b", "2025-01-12T10:00:00Z"));
      assertThat(bench.periods("analyses")).containsExactly("survey-a", "survey-b");
      IndicatorValue open = bench.latest("analyses", "survey-a");
      assertThat(open.start()).isEqualTo(LocalDate.of(2025, 3, 10));
      assertThat(open.end()).isEqualTo(LocalDate.of(2025, 3, 10));
      assertThat(open.closesAt()).isEqualTo(Instant.parse("2025-05-10T22:00:00Z"));
      assertThat(open.value()).isEqualTo(BigDecimal.ZERO);
      assertThat(open.revision()).isZero();
      assertThat(open.performance()).isNull();
      assertThat(bench.latest("analyses", "survey-b").performance()).isEqualTo(Performance.MET);
      assertThat(bench.progress().nextDue()).isEqualTo(Instant.parse("2025-05-10T22:00:00Z"));

      bench.moveTo("2025-06-01T12:00:00Z");
      IndicatorValue closed = bench.latest("analyses", "survey-a");
      assertThat(closed.revision()).isEqualTo(1);
      assertThat(closed.computedAt()).isEqualTo(Instant.parse("2025-05-10T22:00:00Z"));
      assertThat(closed.performance()).isEqualTo(Performance.MISSED);
      // "Only the latest judged period opens a deviation": that of the later survey is met.
      assertThat(bench.deviations())
          .extracting(Deviation::id, Deviation::state)
          .containsExactly(tuple("analyses:survey-a", Deviation.State.SUPPRESSED));

      bench.take(told("5", "s", "survey-a", "2025-06-01T10:00:00Z"));
      assertThat(bench.latest("analyses", "survey-a").value()).isEqualTo(BigDecimal.ONE);
      assertThat(bench.latest("analyses", "survey-a").cause()).isEqualTo(RevisionCause.LATE);
      // "where it lies after the closing …, it counts in the value, not in that verdict".
      assertThat(bench.latest("analyses", "survey-a").performance()).isEqualTo(Performance.MISSED);
      assertThat(bench.latest("analyses", "survey-a").deliveredLate())
          .isEqualTo(LocalDate.of(2025, 6, 1));
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(5, 0, 0));
    }
  }

  /**
   * "asOf … leaves out periods that had not closed": what closes later than it says is told now.
   */
  @Test
  void a_closing_that_moves_into_the_past_is_of_now(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ANALYSES));
      bench.take(told("1", "t", "survey", "2025-03-10T10:00:00Z"));
      bench.moveTo("2025-05-08T12:00:00Z");
      bench.take(told("2", "t", "survey", "2025-03-01T10:00:00Z"));
      IndicatorValue closed = bench.latest("analyses", "survey");
      assertThat(closed.closesAt()).isEqualTo(Instant.parse("2025-05-01T22:00:00Z"));
      assertThat(closed.revision()).isEqualTo(1);
      assertThat(closed.computedAt()).isEqualTo(Instant.parse("2025-05-08T12:00:00Z"));
    }
  }

  /** "its dates are those of the earliest event known at its closing". */
  @Test
  void an_earlier_event_moves_the_period_until_it_closes(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ANALYSES));
      bench.take(told("1", "t", "survey", "2025-03-10T10:00:00Z"));
      bench.take(told("2", "t", "survey", "2025-03-05T10:00:00Z"));
      assertThat(bench.latest("analyses", "survey").end()).isEqualTo(LocalDate.of(2025, 3, 5));
      bench.take(withdrawn("2", 2));
      assertThat(bench.latest("analyses", "survey").end()).isEqualTo(LocalDate.of(2025, 3, 10));

      bench.moveTo("2025-05-20T12:00:00Z");
      bench.take(told("3", "t", "survey", "2025-03-01T10:00:00Z"));
      IndicatorValue closed = bench.latest("analyses", "survey");
      assertThat(closed.end()).isEqualTo(LocalDate.of(2025, 3, 10));
      assertThat(closed.revision()).isEqualTo(1);
      assertThat(bench.deviations()).extracting(Deviation::id).containsExactly("analyses:survey");
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(4, 0, 0));
    }
  }

  /** "A period first published after its closing begins with revision 1 at the clock's time". */
  @Test
  void an_event_of_long_ago_closes_at_once(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2026-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ANALYSES));
      bench.take(told("1", "t", "old", "2025-03-10T10:00:00Z"));
      IndicatorValue old = bench.latest("analyses", "old");
      assertThat(old.revision()).isEqualTo(1);
      assertThat(old.computedAt()).isEqualTo(Instant.parse("2026-03-15T12:00:00Z"));
      assertThat(old.due()).isTrue();

      bench.take(told("2", "t", "older", "2024-03-10T10:00:00Z"));
      assertThat(bench.periods("analyses")).containsExactly("old");
      bench.take(told("3", "s", "older", "2024-03-11T10:00:00Z"));
      assertThat(bench.latest("analyses", "older").due()).isFalse();
      assertThat(bench.latest("analyses", "older").performance()).isEqualTo(Performance.NOT_DUE);
    }
  }

  @Test
  void an_indicator_added_later_finds_the_events_of_before(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(Town.monthly("sum", "SUM", "target: none")));
      bench.take(told("1", "s", "survey", "2025-03-12T10:00:00Z"));
      bench.publish(Town.with(ANALYSES));
      assertThat(bench.periods("analyses")).isEmpty();
      bench.take(told("2", "t", "survey", "2025-03-10T10:00:00Z"));
      assertThat(bench.latest("analyses", "survey").value()).isEqualTo(BigDecimal.ONE);
      bench.publish(Town.with(ANALYSES + ANALYSES.replace("analyses", "again")));
      assertThat(bench.latest("again", "survey").value()).isEqualTo(BigDecimal.ONE);
    }
  }

  /** "one with a `subject` speaks for that subject only". */
  @Test
  void a_completion_may_speak_for_one_event_or_for_all(@TempDir Path folder) {
    String counted = ANALYSES.replace("EXISTS", "COUNT");
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(counted));
      bench.take(
          told("1", "t", "a", "2025-03-10T10:00:00Z"), told("2", "t", "b", "2025-03-10T10:00:00Z"));
      bench.take(by(completed("c", "s", "2025-03"), "a", Map.of()));
      assertThat(bench.latest("analyses", "a").value()).isEqualTo(BigDecimal.ZERO);
      assertThat(bench.latest("analyses", "b").value()).isNull();
      bench.take(completed("d", "s", "2025"));
      assertThat(bench.latest("analyses", "b").value()).isEqualTo(BigDecimal.ZERO);
    }
  }

  /** "its dates are those of the earliest event known at its closing", though the clock jumped. */
  @Test
  void what_comes_after_the_clock_has_jumped_over_the_closing_moves_nothing(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ANALYSES));
      bench.take(told("1", "t", "survey", "2025-03-10T10:00:00Z"));
      bench.jumpTo("2025-07-01T12:00:00Z");
      bench.take(
          told("2", "t", "survey", "2025-03-01T10:00:00Z"),
          told("3", "s", "survey", "2025-06-01T10:00:00Z"));

      List<IndicatorValue> all = bench.revisions("analyses", "survey");
      assertThat(all).extracting(IndicatorValue::revision).containsExactly(0, 1, 2);
      assertThat(all).extracting(IndicatorValue::end).containsOnly(LocalDate.of(2025, 3, 10));
      assertThat(all.get(1).value()).isEqualTo(BigDecimal.ZERO);
      assertThat(all.get(1).computedAt()).isEqualTo(Instant.parse("2025-05-10T22:00:00Z"));
      assertThat(all.get(2).cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  /** "each later change of a published field adds one, with its time and its cause". */
  @Test
  void a_completion_of_other_days_is_no_cause_of_what_changes(@TempDir Path folder) {
    String counted = ANALYSES.replace("EXISTS", "COUNT");
    try (Bench bench = new Bench(folder, "2025-06-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(counted));
      bench.take(
          told("1", "t", "a", "2025-03-10T10:00:00Z"),
          told("2", "s", "a", "2025-03-11T10:00:00Z"),
          by(completed("c", "s", "2024"), "a", Map.of()));
      bench.moveTo("2025-06-16T12:00:00Z");
      bench.take(withdrawn("c", 2), told("3", "s", "a", "2025-03-12T10:00:00Z"));
      IndicatorValue changed = bench.latest("analyses", "a");
      assertThat(changed.revision()).isEqualTo(2);
      assertThat(changed.cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  /** A completion says that no more will come of an input; the event series is none here. */
  @Test
  void a_completion_of_the_events_is_no_cause_where_they_are_no_input(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ANALYSES));
      bench.take(
          told("1", "t", "survey", "2025-03-10T10:00:00Z"),
          told("2", "s", "survey", "2025-03-11T10:00:00Z"),
          told("3", "s", "survey", "2025-03-12T10:00:00Z"),
          completed("c", "t", "2025-03"));
      bench.moveTo("2025-05-20T12:00:00Z");
      bench.take(
          by(corrected("3", 2, "s", "2025-03-12T10:00:00Z", "1"), "other", Map.of()),
          withdrawn("c", 2));

      assertThat(bench.latest("analyses", "survey").measurements()).isEqualTo(1);
      assertThat(bench.latest("analyses", "survey").cause()).isEqualTo(RevisionCause.CORRECTION);
    }
  }
}
