package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.by;
import static si.kazalnik.indicator.topology.Events.completed;
import static si.kazalnik.indicator.topology.Events.keyed;
import static si.kazalnik.indicator.topology.Events.recorded;
import static si.kazalnik.indicator.topology.Events.withdrawn;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;

/** Rosters, cells, dated changes and breaks through the whole topology. */
class NumbersTopologyTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String ROSTER =
      Town.monthly("roster", "SUM", "target: {everyPeriod: {value: 5}}")
          .replace("series: s", "series: reports");

  private static AcceptedMeasurement visit(String id, String part, String at, String value) {
    return by(recorded(id, "visits", at, value), null, Map.of("part", part));
  }

  private static Map<String, String> part(String value) {
    return Map.of("part", value);
  }

  /** "COVERAGE (a roster completed)"; "it stays PROVISIONAL and unjudged, with its coverage". */
  @Test
  void a_roster_completed_after_the_closing_makes_a_revision(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(ROSTER));
      bench.take(by(recorded("1", "reports", "2025-01-10T10:00:00Z", "7"), "north", Map.of()));
      bench.moveTo("2025-02-03T12:00:00Z");
      IndicatorValue closed = bench.latest("roster", "2025-01");
      assertThat(closed.revision()).isEqualTo(1);
      assertThat(closed.status()).isEqualTo(ValueStatus.PROVISIONAL);
      assertThat(closed.performance()).isNull();
      assertThat(closed.missing()).containsExactly("x");

      bench.moveTo("2025-02-04T12:00:00Z");
      bench.take(by(completed("c", "reports", "2025-01"), "south", Map.of()));
      IndicatorValue complete = bench.latest("roster", "2025-01");
      assertThat(complete.revision()).isEqualTo(2);
      assertThat(complete.cause()).isEqualTo(RevisionCause.COVERAGE);
      assertThat(complete.status()).isEqualTo(ValueStatus.FINAL);
      assertThat(complete.performance()).isEqualTo(Performance.MET);
      assertThat(complete.missing()).isEmpty();
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(2, 0, 0));
    }
  }

  @Test
  void cells_are_published_when_the_period_closes_each_with_its_revisions(@TempDir Path folder) {
    String cells =
        Town.monthly("cells", "SUM", "target: none\n    disaggregateBy: part")
            .replace("series: s", "series: visits");
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(cells));
      bench.take(
          visit("1", "a", "2025-01-10T10:00:00Z", "7"),
          visit("2", "b", "2025-01-10T10:00:00Z", "5"));
      assertThat(bench.revisions("cells", "2025-01", part("a"))).isEmpty();
      bench.moveTo("2025-02-03T12:00:00Z");
      assertThat(bench.latest("cells", "2025-01").value()).isEqualTo(new BigDecimal("12"));
      assertThat(bench.revisions("cells", "2025-01", part("a")))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.value()).isEqualTo(new BigDecimal("7"));
                assertThat(each.revision()).isEqualTo(1);
              });
      bench.moveTo("2025-02-03T13:00:00Z");
      bench.take(visit("3", "b", "2025-01-11T10:00:00Z", "1"));
      assertThat(bench.revisions("cells", "2025-01", part("a"))).hasSize(1);
      assertThat(bench.revisions("cells", "2025-01", part("b")))
          .extracting(IndicatorValue::value)
          .containsExactly(new BigDecimal("5"), new BigDecimal("6"));
      assertThat(bench.revisions("cells", "2025-01", part("c")))
          .extracting(IndicatorValue::reason)
          .containsExactly(NoValueReason.NO_MEASUREMENTS);
    }
  }

  /**
   * "grown by less than smallestCell, but not 0, since the last period … in which it was shown".
   */
  @Test
  void a_cumulative_window_does_not_tell_what_a_month_added(@TempDir Path folder) {
    String cells =
        Town.monthly(
                "cells",
                "SUM, window: YEAR_TO_DATE",
                "target: none\n    disaggregateBy: part\n    smallestCell: {input: x, value: 10}")
            .replace("series: s", "series: visits");
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(cells));
      bench.take(
          visit("1", "a", "2025-01-10T10:00:00Z", "50"),
          visit("2", "b", "2025-01-10T10:00:00Z", "40"),
          visit("3", "c", "2025-01-10T10:00:00Z", "30"));
      bench.moveTo("2025-02-03T12:00:00Z");
      bench.take(visit("4", "c", "2025-02-10T10:00:00Z", "4"));
      bench.moveTo("2025-03-03T12:00:00Z");
      bench.take(visit("5", "c", "2025-03-10T10:00:00Z", "6"));
      bench.moveTo("2025-04-03T12:00:00Z");

      assertThat(reasons(bench, "2025-01")).containsExactly("shown", "shown", "shown");
      assertThat(reasons(bench, "2025-02")).containsExactly("SUPPRESSED", "shown", "SUPPRESSED");
      assertThat(reasons(bench, "2025-03")).containsExactly("shown", "shown", "shown");
    }
  }

  /** "A period first published after its closing begins with revision 1 at the clock's time". */
  @Test
  void cells_that_join_a_closed_period_are_new(@TempDir Path folder) {
    String plain =
        Town.monthly("cells", "SUM", "target: none").replace("series: s", "series: visits");
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(plain));
      bench.take(visit("1", "a", "2025-01-10T10:00:00Z", "7"));
      bench.moveTo("2025-02-03T12:00:00Z");
      bench.publish(
          Town.with(plain.replace("target: none", "target: none\n    disaggregateBy: part")));
      assertThat(bench.latest("cells", "2025-01").revision()).isEqualTo(1);
      IndicatorValue joined = bench.revisions("cells", "2025-01", part("a")).get(0);
      assertThat(joined.revision()).isEqualTo(1);
      assertThat(joined.computedAt()).isEqualTo(Instant.parse("2025-02-03T12:00:00Z"));
      bench.moveTo("2025-03-03T12:00:00Z");
      assertThat(bench.revisions("cells", "2025-02", part("a")).get(0).computedAt())
          .isEqualTo(Instant.parse("2025-02-28T23:00:00Z"));
    }
  }

  private static List<String> reasons(Bench bench, String period) {
    return List.of("a", "b", "c").stream()
        .map(value -> bench.revisions("cells", period, part(value)))
        .map(all -> all.get(all.size() - 1).reason())
        .map(reason -> reason == null ? "shown" : reason.name())
        .toList();
  }

  /** "restates the periods that start on or after its validFrom (cause DEFINITION)". */
  @Test
  void a_dated_definition_change_restates_from_its_date(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(Town.monthly("sum", "SUM", "target: none")));
      bench.take(
          recorded("1", "s", "2025-01-10T10:00:00Z", "5"),
          recorded("2", "s", "2025-02-10T10:00:00Z", "6"),
          recorded("3", "t", "2025-02-12T10:00:00Z", "9"));
      bench.moveTo("2025-03-15T13:00:00Z");
      bench.publish(
          Town.with(
              Town.monthly(
                  "sum",
                  "SUM",
                  """
                  target: none
                      changes:
                        - validFrom: 2025-02-01
                          inputs: {x: {series: t, aggregate: SUM}}
                          reason: {en: Another count.}
                  """)));

      assertThat(bench.latest("sum", "2025-01").revision()).isEqualTo(1);
      IndicatorValue february = bench.latest("sum", "2025-02");
      assertThat(february.value()).isEqualTo(new BigDecimal("9"));
      assertThat(february.cause()).isEqualTo(RevisionCause.DEFINITION);
      assertThat(february.status()).isEqualTo(ValueStatus.REVISED);
      bench.moveTo("2025-03-15T14:00:00Z");
      bench.take(recorded("4", "t", "2025-02-13T10:00:00Z", "1"));
      assertThat(bench.latest("sum", "2025-02").value()).isEqualTo(new BigDecimal("10"));
      assertThat(bench.latest("sum", "2025-02").cause()).isEqualTo(RevisionCause.LATE);
    }
  }

  /** "first use on a series without `keep` rereads its measurements once". */
  @Test
  void keys_and_quantiles_can_be_asked_for_later(@TempDir Path folder) {
    String sum = Town.monthly("sum", "SUM", "target: none");
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(sum));
      bench.take(
          keyed(recorded("1", "s", "2025-01-10T10:00:00Z", "1"), "ana"),
          keyed(recorded("2", "s", "2025-01-10T11:00:00Z", "2"), "bor"),
          keyed(recorded("3", "s", "2025-01-10T12:00:00Z", "9"), "ana"));
      bench.publish(
          Town.with(
              sum
                  + Town.monthly("people", "DISTINCT", "target: none")
                  + Town.monthly("median", "PERCENTILE(50)", "target: none")));
      assertThat(bench.latest("people", "2025-01").value()).isEqualTo(new BigDecimal("2"));
      assertThat(bench.latest("median", "2025-01").value()).isEqualTo(new BigDecimal("2"));
      assertThat(bench.latest("sum", "2025-01").value()).isEqualTo(new BigDecimal("12"));

      bench.take(
          withdrawn("2", 2),
          keyed(recorded("4", "s", "2025-01-10T13:00:00Z", "10"), "cene"),
          keyed(recorded("5", "s", "2025-02-10T13:00:00Z", "10"), "cene"));
      assertThat(bench.latest("people", "2025-01").value()).isEqualTo(new BigDecimal("2"));
      assertThat(bench.latest("median", "2025-01").value()).isEqualTo(new BigDecimal("9"));
      assertThat(bench.latest("people", "2025-02").value()).isEqualTo(BigDecimal.ONE);
      assertThat(bench.balance()).isEqualTo(new ProviderCounts(6, 0, 0));
    }
  }

  /** An indicator that asked for the sum asks for the keys of the same series. */
  @Test
  void a_changed_aggregate_finds_the_keys_of_before(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(Town.monthly("x", "SUM", "target: none")));
      bench.take(
          keyed(recorded("1", "s", "2025-01-10T10:00:00Z", "5"), "ana"),
          keyed(recorded("2", "s", "2025-01-11T11:00:00Z", "6"), "bor"));
      bench.moveTo("2025-03-15T13:00:00Z");
      bench.publish(Town.with(Town.monthly("x", "DISTINCT", "target: none")));
      assertThat(bench.latest("x", "2025-01").value()).isEqualTo(new BigDecimal("2"));
      assertThat(bench.latest("x", "2025-01").cause()).isEqualTo(RevisionCause.DEFINITION);
    }
  }

  /** "new targets judging only later periods". */
  @Test
  void a_dated_target_change_leaves_earlier_verdicts_alone(@TempDir Path folder) {
    String quota = "target: {everyPeriod: {value: 5}}\n";
    try (Bench bench = new Bench(folder, "2025-03-15T12:00:00Z", GRACE)) {
      bench.publish(Town.with(Town.monthly("sum", "SUM", quota)));
      bench.take(
          recorded("1", "s", "2025-01-10T10:00:00Z", "6"),
          recorded("2", "s", "2025-02-10T10:00:00Z", "6"));
      bench.moveTo("2025-03-15T13:00:00Z");
      bench.publish(
          Town.with(
              Town.monthly(
                  "sum",
                  "SUM",
                  quota
                      + """
                          changes:
                            - from: 2025-02-01
                              target: {everyPeriod: {value: 7}}
                              reason: {en: More.}
                      """)));

      assertThat(bench.revisions("sum", "2025-01")).hasSize(1);
      IndicatorValue february = bench.latest("sum", "2025-02");
      assertThat(february.performance()).isEqualTo(Performance.MISSED);
      assertThat(february.cause()).isEqualTo(RevisionCause.DEFINITION);
    }
  }
}
