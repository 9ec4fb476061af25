package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.completed;
import static si.kazalnik.indicator.topology.Events.corrected;
import static si.kazalnik.indicator.topology.Events.recorded;
import static si.kazalnik.indicator.topology.Events.withdrawn;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;

class IndicatorTopologyTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String SUM = Town.monthly("sum", "SUM", "target: none");
  private static final String MAX = Town.monthly("max", "MAX", "target: none");

  @Test
  void a_measurement_shows_in_its_open_month(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.take(recorded("2", "s", "2025-01-11T10:00:00Z", "2.50"));

      IndicatorValue january = bench.latest("sum", "2025-01");
      assertThat(january.value()).isEqualTo(new BigDecimal("8"));
      assertThat(january.revision()).isZero();
      assertThat(january.status()).isEqualTo(ValueStatus.PROVISIONAL);
      assertThat(january.measurements()).isEqualTo(2);
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(2, 0, 0));
    }
  }

  @Test
  void what_comes_twice_or_too_late_changes_nothing(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(corrected("1", 2, "s", "2025-01-10T10:00:00Z", "7"));
      int before = bench.publications();
      bench.take(
          recorded("1", "s", "2025-01-10T10:00:00Z", "5"),
          corrected("1", 2, "s", "2025-01-10T10:00:00Z", "7"));

      assertThat(bench.publications()).isEqualTo(before);
      assertThat(bench.latest("sum", "2025-01").value()).isEqualTo(new BigDecimal("7"));
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(1, 1, 1));
    }
  }

  /** "A correction may change anything, series and subject too; only the identity stays." */
  @Test
  void a_correction_moves_a_measurement_to_another_month_and_series(@TempDir Path folder) {
    String other = SUM.replace("id: sum", "id: other").replace("series: s", "series: t");
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM + other));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.moveTo("2025-03-15T13:00:00Z");
      bench.take(corrected("1", 2, "t", "2025-02-10T10:00:00Z", "6"));

      IndicatorValue january = bench.latest("sum", "2025-01");
      assertThat(january.value()).isNull();
      assertThat(january.reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
      assertThat(january.cause()).isEqualTo(RevisionCause.CORRECTION);
      assertThat(bench.latest("other", "2025-02").value()).isEqualTo(new BigDecimal("6"));
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(2, 0, 0));
    }
  }

  @Test
  void withdrawing_the_greatest_brings_back_the_next(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(MAX));
      bench.take(
          recorded("1", "s", "2025-01-10T10:00:00Z", "5"),
          recorded("2", "s", "2025-01-10T11:00:00Z", "9"),
          recorded("3", "s", "2025-01-10T12:00:00Z", "7"));
      assertThat(bench.latest("max", "2025-01").value()).isEqualTo(new BigDecimal("9"));
      bench.take(withdrawn("2", 2));

      assertThat(bench.latest("max", "2025-01").value()).isEqualTo(new BigDecimal("7"));
      assertThat(bench.latest("max", "2025-01").measurements()).isEqualTo(2);
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(4, 0, 0));
    }
  }

  @Test
  void a_withdrawal_before_its_original_leaves_nothing(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(withdrawn("1", 2), recorded("1", "s", "2025-01-10T10:00:00Z", "5"));

      assertThat(bench.latest("sum", "2025-01").value()).isNull();
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(1, 0, 1));
    }
  }

  /** "Its cause: the first that applies", and a completion speaks for the periods it contains. */
  @Test
  void a_completion_withdrawn_is_no_cause_in_periods_that_it_did_not_contain(@TempDir Path folder) {
    String ever = SUM.replace("aggregate: SUM", "aggregate: SUM, window: SINCE_START");
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ever));
      bench.take(completed("c", "s", "2025-01"));
      bench.moveTo("2025-04-15T12:00:00Z");
      bench.take(withdrawn("c", 2), recorded("1", "s", "2025-01-10T10:00:00Z", "5"));

      assertThat(bench.latest("sum", "2025-01").cause()).isEqualTo(RevisionCause.WITHDRAWAL);
      assertThat(bench.latest("sum", "2025-02").value()).isEqualTo(new BigDecimal("5"));
      assertThat(bench.latest("sum", "2025-02").cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  /** "A completion may be withdrawn." */
  @Test
  void a_completion_makes_an_empty_month_a_nil_return_until_it_is_withdrawn(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(completed("c", "s", "2025"));
      assertThat(bench.latest("sum", "2025-02").value()).isEqualTo(BigDecimal.ZERO);
      bench.moveTo("2025-03-15T13:00:00Z");
      bench.take(withdrawn("c", 2));

      IndicatorValue february = bench.latest("sum", "2025-02");
      assertThat(february.value()).isNull();
      assertThat(february.cause()).isEqualTo(RevisionCause.WITHDRAWAL);
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(2, 0, 0));
    }
  }

  /**
   * "`computedAt` is the closing instant where the clock passed it while the indicator was in
   * force".
   */
  @Test
  void each_month_begins_and_closes_as_the_clock_passes_it(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.moveTo("2026-03-02T00:00:00Z");

      assertThat(bench.periods("sum")).hasSize(15).startsWith("2025-01").endsWith("2026-03");
      IndicatorValue january = bench.latest("sum", "2025-01");
      assertThat(january.revision()).isEqualTo(1);
      assertThat(january.status()).isEqualTo(ValueStatus.FINAL);
      assertThat(january.computedAt()).isEqualTo(Instant.parse("2025-01-31T23:00:00Z"));
      assertThat(bench.latest("sum", "2026-02").computedAt())
          .isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
      assertThat(bench.latest("sum", "2026-03").revision()).isZero();
      assertThat(bench.progress().nextDue()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
    }
  }

  @Test
  void what_comes_after_the_clock_has_jumped_is_late(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.jumpTo("2027-06-15T12:00:00Z");
      bench.take(recorded("2", "s", "2025-01-11T10:00:00Z", "1"));

      List<IndicatorValue> january = bench.revisions("sum", "2025-01");
      assertThat(january).extracting(IndicatorValue::revision).containsExactly(0, 1, 2);
      assertThat(january.get(1).value()).isEqualTo(new BigDecimal("5"));
      assertThat(january.get(2).value()).isEqualTo(new BigDecimal("6"));
      assertThat(january.get(2).cause()).isEqualTo(RevisionCause.LATE);
      assertThat(january.get(2).status()).isEqualTo(ValueStatus.REVISED);
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(2, 0, 0));
    }
  }

  /** Closing makes revision 1 of what had come before it, "each later change adds one". */
  @Test
  void what_comes_after_more_closings_than_one_go_can_do_is_late(@TempDir Path folder) {
    String daily = SUM.replace("frequency: MONTH", "frequency: DAY");
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(daily));
      bench.take(recorded("1", "s", "2025-01-15T10:00:00Z", "5"));
      bench.jumpTo("2026-01-15T12:00:00Z");
      bench.take(recorded("2", "s", "2025-01-15T11:00:00Z", "1"));

      List<IndicatorValue> day = bench.revisions("sum", "2025-01-15");
      assertThat(day).extracting(IndicatorValue::revision).containsExactly(0, 1, 2);
      assertThat(day.get(1).value()).isEqualTo(new BigDecimal("5"));
      assertThat(day.get(2).value()).isEqualTo(new BigDecimal("6"));
      assertThat(day.get(2).cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  /** "Changes computed in the same second of the clock are one revision", and have one cause. */
  @Test
  void the_cause_does_not_depend_on_how_a_second_fell_into_evaluations(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.moveTo("2025-03-15T12:00:00Z");
      bench.take(withdrawn("1", 2), recorded("2", "s", "2025-01-10T10:00:00Z", "5"));
      assertThat(bench.latest("sum", "2025-01").revision()).isEqualTo(1);
      bench.take(recorded("3", "s", "2025-01-11T10:00:00Z", "1"));
      assertThat(bench.latest("sum", "2025-01").revision()).isEqualTo(2);
      assertThat(bench.latest("sum", "2025-01").cause()).isEqualTo(RevisionCause.WITHDRAWAL);

      bench.moveTo("2025-03-15T12:00:10Z");
      bench.take(withdrawn("2", 2), recorded("4", "s", "2025-01-10T10:00:00Z", "5"));
      bench.moveTo("2025-03-15T12:00:20Z");
      bench.take(recorded("5", "s", "2025-01-11T10:00:00Z", "1"));
      assertThat(bench.latest("sum", "2025-01").revision()).isEqualTo(3);
      assertThat(bench.latest("sum", "2025-01").cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  @Test
  void an_early_month_is_published_only_with_a_measurement(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2024-11-10T10:00:00Z", "5"));

      assertThat(bench.periods("sum")).containsExactly("2024-11", "2025-01");
      IndicatorValue early = bench.latest("sum", "2024-11");
      assertThat(early.revision()).isEqualTo(1);
      assertThat(early.due()).isFalse();
      assertThat(early.computedAt()).isEqualTo(Instant.parse("2025-01-15T12:00:00Z"));
    }
  }

  /** "once published it stays". */
  @Test
  void an_early_month_stays_when_its_measurement_is_withdrawn(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2024-11-10T10:00:00Z", "5"));
      bench.moveTo("2025-01-15T13:00:00Z");
      bench.take(withdrawn("1", 2));

      List<IndicatorValue> early = bench.revisions("sum", "2024-11");
      assertThat(early).extracting(IndicatorValue::revision).containsExactly(1, 2);
      assertThat(early.get(1).reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
      assertThat(early.get(1).cause()).isEqualTo(RevisionCause.WITHDRAWAL);
      assertThat(early.get(1).status()).isEqualTo(ValueStatus.REVISED);
    }
  }

  @Test
  void an_early_month_that_was_measured_before_it_began_closes_in_its_time(@TempDir Path folder) {
    String later = SUM.replace("{frequency: MONTH}", "{frequency: MONTH, from: 2025-06}");
    try (Bench bench = new Bench(folder, "2025-01-31T20:00:00Z", GRACE)) {
      bench.publish(Town.with(later));
      bench.take(recorded("ahead", "s", "2025-02-01T10:00:00Z", "5"));
      bench.moveTo("2025-04-15T12:00:00Z");

      IndicatorValue february = bench.latest("sum", "2025-02");
      assertThat(february.revision()).isEqualTo(1);
      assertThat(february.computedAt()).isEqualTo(Instant.parse("2025-02-28T23:00:00Z"));

      bench.take(recorded("late", "s", "2025-02-02T10:00:00Z", "1"));

      assertThat(bench.latest("sum", "2025-02").revision()).isEqualTo(2);
      assertThat(bench.latest("sum", "2025-02").cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  @Test
  void an_indicator_added_later_finds_what_has_come_before(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(
          recorded("1", "s", "2025-01-10T10:00:00Z", "5"),
          recorded("2", "s", "2025-01-12T10:00:00Z", "9"));
      int before = bench.publications();
      bench.publish(Town.with(SUM + MAX));

      assertThat(bench.latest("max", "2025-01").value()).isEqualTo(new BigDecimal("9"));
      assertThat(bench.latest("max", "2025-01").revision()).isEqualTo(1);
      assertThat(bench.publications()).isEqualTo(before + 3);
      assertThat(bench.progress().sequence()).isEqualTo(2);
    }
  }

  @Test
  void a_changed_definition_restates_what_it_changes(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(
          recorded("1", "s", "2025-01-10T10:00:00Z", "5"),
          recorded("2", "t", "2025-01-12T10:00:00Z", "9"));
      bench.moveTo("2025-03-15T13:00:00Z");
      bench.publish(Town.with(SUM.replace("series: s", "series: t")));

      IndicatorValue january = bench.latest("sum", "2025-01");
      assertThat(january.value()).isEqualTo(new BigDecimal("9"));
      assertThat(january.cause()).isEqualTo(RevisionCause.DEFINITION);
      assertThat(bench.latest("sum", "2025-02").revision()).isEqualTo(1);
    }
  }

  /** "Each later change of a published field adds one, with its time and its cause". */
  @Test
  void a_definition_that_changes_no_field_is_no_cause(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.moveTo("2025-03-15T12:00:00Z");
      bench.take(corrected("1", 2, "s", "2025-01-10T10:00:00Z", "6"));
      bench.publish(Town.with(SUM.replace("aggregate: SUM", "aggregate: MAX")));

      assertThat(bench.latest("sum", "2025-01").revision()).isEqualTo(2);
      assertThat(bench.latest("sum", "2025-01").cause()).isEqualTo(RevisionCause.CORRECTION);

      bench.take(recorded("2", "s", "2025-01-11T10:00:00Z", "9"));
      assertThat(bench.latest("sum", "2025-01").cause()).isEqualTo(RevisionCause.CORRECTION);
      bench.moveTo("2025-03-15T12:00:01Z");
      bench.publish(Town.with(SUM));
      assertThat(bench.latest("sum", "2025-01").value()).isEqualTo(new BigDecimal("15"));
      assertThat(bench.latest("sum", "2025-01").cause()).isEqualTo(RevisionCause.DEFINITION);
    }
  }

  /** "Begins with revision 1 at the clock's time": asOf must not show it earlier. */
  @Test
  void months_that_a_definition_makes_due_later_are_first_known_then(@TempDir Path folder) {
    String later = SUM.replace("{frequency: MONTH}", "{frequency: MONTH, from: 2025-06}");
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(later));
      bench.moveTo("2025-07-15T12:00:00Z");
      bench.publish(Town.with(SUM));

      IndicatorValue february = bench.latest("sum", "2025-02");
      assertThat(february.revision()).isEqualTo(1);
      assertThat(february.computedAt()).isEqualTo(Instant.parse("2025-07-15T12:00:00Z"));
      assertThat(bench.latest("sum", "2025-06").computedAt())
          .isEqualTo(Instant.parse("2025-06-30T22:00:00Z"));
    }
  }

  @Test
  void what_came_before_another_catalogue_keeps_its_own_cause(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.moveTo("2025-03-15T12:00:00Z");
      bench.send(recorded("2", "s", "2025-01-11T10:00:00Z", "1"));
      bench.publish(Town.with(SUM.replace("title: {en: sum}", "title: {en: Total}")));

      assertThat(bench.latest("sum", "2025-01").revision()).isEqualTo(2);
      assertThat(bench.latest("sum", "2025-01").cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  @Test
  void an_indicator_that_comes_back_counts_what_came_meanwhile(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM + MAX));
      bench.take(
          recorded("1", "s", "2025-01-10T10:00:00Z", "5"),
          recorded("2", "s", "2025-02-10T10:00:00Z", "7"));
      bench.publish(Town.with(SUM));
      bench.take(withdrawn("1", 2), recorded("3", "s", "2025-02-11T10:00:00Z", "8"));
      bench.publish(Town.with(SUM + MAX));

      assertThat(bench.latest("max", "2025-01").value()).isNull();
      assertThat(bench.latest("max", "2025-02").value()).isEqualTo(new BigDecimal("8"));
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(4, 0, 0));
    }
  }

  @Test
  void an_unreadable_record_is_counted_and_the_next_goes_through(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(SUM));
      bench.take(recorded("1", "s", "2025-01-10T10:00:00Z", "5"));
      bench.sendUnreadable("{\"type\":");
      bench.sendUnreadable("null");
      bench.sendUnreadable("{\"schema\":1,\"revision\":1}");
      bench.sendBytes(null);
      bench.take(recorded("2", "s", "2025-01-10T10:00:00Z", "2"));

      assertThat(bench.latest("sum", "2025-01").value()).isEqualTo(new BigDecimal("7"));
      assertThat(bench.progress().unreadable()).isEqualTo(4);
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(2, 0, 0));
    }
  }
}
