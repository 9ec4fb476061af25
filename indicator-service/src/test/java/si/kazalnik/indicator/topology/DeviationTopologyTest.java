package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.corrected;
import static si.kazalnik.indicator.topology.Events.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.State;

class DeviationTopologyTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String QUOTA =
      Town.monthly("quota", "SUM", "target: {everyPeriod: {value: 10}}");

  /** "a later due point is met or on track". */
  @Test
  void a_missed_month_opens_one_and_a_met_one_resolves_it_once(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "5"));
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.take(recorded("2", "s", "2025-02-02T10:00:00Z", "12"));
      bench.moveTo("2025-03-02T12:00:00Z");

      List<Deviation> told = performance(bench);
      assertThat(told).extracting(Deviation::state).containsExactly(State.OPEN, State.RESOLVED);
      assertThat(told).extracting(Deviation::id).containsOnly(told.get(0).id());
      assertThat(told.get(0).severity()).isEqualTo(Deviation.Severity.MISSED);
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(2, 0, 0));
    }
  }

  @Test
  void a_correction_amends_it(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "5"));
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.take(corrected("1", 2, "s", "2025-01-16T10:00:00Z", "50"));

      assertThat(performance(bench))
          .extracting(Deviation::state)
          .containsExactly(State.OPEN, State.AMENDED);
    }
  }

  /** "It is amended when a correction shows that a cause never was": January was one. */
  @Test
  void where_an_earlier_month_stays_bad_a_correction_of_the_latest_resolves_it(
      @TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "5"));
      bench.moveTo("2025-02-10T12:00:00Z");
      bench.take(recorded("2", "s", "2025-02-02T10:00:00Z", "6"));
      bench.moveTo("2025-03-02T12:00:00Z");
      bench.take(corrected("2", 2, "s", "2025-02-02T10:00:00Z", "12"));

      assertThat(performance(bench))
          .extracting(Deviation::state)
          .containsExactly(State.OPEN, State.OPEN, State.RESOLVED);
      bench.moveTo("2025-03-03T12:00:00Z");
      bench.take(corrected("2", 3, "s", "2025-02-02T10:00:00Z", "7"));

      List<Deviation> told = performance(bench);
      assertThat(told).extracting(Deviation::id).containsOnly(told.get(0).id());
      assertThat(told.get(3).state()).isEqualTo(State.OPEN);
      assertThat(told.get(3).reopened()).isEqualTo(1);
    }
  }

  @Test
  void an_indicator_without_a_target_any_more_takes_its_deviation_along(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "5"));
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.publish(Town.with(Town.monthly("quota", "SUM", "target: none")));

      assertThat(performance(bench))
          .extracting(Deviation::state)
          .containsExactly(State.OPEN, State.AMENDED);
    }
  }

  /** "compacted; a tombstone 400 days after the end", of an indicator's and of a provider's. */
  @Test
  void what_ended_long_ago_is_forgotten(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "5"));
      bench.moveTo("2025-03-02T12:00:00Z");
      bench.take(
          recorded("2", "s", "2025-02-02T10:00:00Z", "12"),
          recorded("3", "s", "2025-03-02T10:00:00Z", "12"));
      List<String> ended =
          bench.deviations().stream()
              .filter(each -> each.state() == State.RESOLVED)
              .map(Deviation::id)
              .toList();
      assertThat(ended).hasSize(2).anyMatch(id -> id.startsWith("provider:p:"));
      bench.moveTo("2026-04-05T12:00:00Z");
      assertThat(bench.forgotten()).isEmpty();
      bench.moveTo("2026-04-08T12:00:00Z");
      bench.take(recorded("4", "s", "2026-03-02T10:00:00Z", "12"));
      assertThat(bench.forgotten()).containsExactlyInAnyOrderElementsOf(ended);
    }
  }

  /** What another calendar's periods were judged is no verdict on those of this one. */
  @Test
  void the_periods_of_another_calendar_take_over(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "5"));
      bench.moveTo("2025-05-02T12:00:00Z");
      bench.publish(Town.with(QUOTA.replace("MONTH", "QUARTER")));
      bench.moveTo("2025-05-03T12:00:00Z");

      List<Deviation> told = performance(bench);
      assertThat(told.get(told.size() - 1).causes().get(0).period()).isEqualTo("2025-Q1");
      assertThat(told.get(told.size() - 1).state()).isEqualTo(State.OPEN);
      bench.moveTo("2025-07-02T12:00:00Z");
      bench.take(recorded("2", "s", "2025-06-16T10:00:00Z", "50"));
      assertThat(performance(bench).get(performance(bench).size() - 1).state())
          .isEqualTo(State.RESOLVED);
    }
  }

  /** "An indicator opens none in its first 24 hours in force (`kazalnik.deviations.grace`)". */
  @Test
  void while_grace_lasts_none_opens_and_then_the_present_state_does(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(
          recorded("1", "s", "2025-01-16T10:00:00Z", "5"),
          recorded("2", "s", "2025-02-16T10:00:00Z", "6"));
      assertThat(bench.deviations()).isEmpty();
      bench.moveTo("2025-03-16T11:59:59Z");
      assertThat(bench.deviations()).isEmpty();
      bench.moveTo("2025-03-16T12:00:00Z");

      List<Deviation> told = performance(bench);
      assertThat(told).hasSize(1);
      assertThat(told.get(0).causes().get(0).period()).isEqualTo("2025-02");
    }
  }

  @Test
  void of_a_clock_that_jumps_years_only_the_latest_judged_month_opens_one(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      for (int month = 1; month <= 12; month++) {
        bench.take(recorded("m" + month, "s", "2025-%02d-16T10:00:00Z".formatted(month), "5"));
      }
      bench.moveTo("2026-01-02T12:00:00Z");

      List<Deviation> told = performance(bench);
      assertThat(told).hasSize(1);
      assertThat(told.get(0).causes().get(0).period()).isEqualTo("2025-12");
    }
  }

  /**
   * "all overdue inputs of one provider make **one** deviation (`provider:<id>`)"; it ends where
   * "the input is no longer missing".
   */
  @Test
  void a_silent_provider_is_told_once_and_resolved_when_it_reports(@TempDir Path folder) {
    String second = QUOTA.replace("quota", "second").replace("series: s", "series: t");
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA + second));
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "50"));
      bench.take(recorded("2", "t", "2025-01-16T10:00:00Z", "50"));

      List<Deviation> told =
          bench.deviations().stream().filter(each -> "p".equals(each.provider())).toList();
      assertThat(told.get(0).state()).isEqualTo(State.OPEN);
      assertThat(told.get(0).causes()).hasSize(2);
      assertThat(told).extracting(Deviation::id).containsOnly(told.get(0).id());
      assertThat(told.get(told.size() - 1).state()).isEqualTo(State.RESOLVED);
      assertThat(told).filteredOn(each -> each.state() == State.RESOLVED).hasSize(1);
    }
  }

  @Test
  void an_indicator_that_leaves_the_catalogue_takes_its_deviation_along(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(QUOTA));
      bench.take(recorded("1", "s", "2025-01-16T10:00:00Z", "5"));
      bench.moveTo("2025-02-02T12:00:00Z");
      bench.publish(Town.with(QUOTA.replace("id: quota", "id: other")));

      assertThat(performance(bench))
          .extracting(Deviation::state)
          .containsExactly(State.OPEN, State.AMENDED);
    }
  }

  private static List<Deviation> performance(Bench bench) {
    return bench.deviations().stream().filter(each -> each.provider() == null).toList();
  }
}
