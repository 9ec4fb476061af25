package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.domain.Defined.input;
import static si.kazalnik.indicator.domain.Defined.where;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Inputs;
import si.kazalnik.indicator.domain.Told;

/** Rosters: who is expected to report, and what holds while someone has not. */
class RosterTest {

  private static final Instant OPEN = Instant.parse("2025-06-15T10:00:00Z");
  private static final Instant CLOSED = Instant.parse("2026-01-01T00:00:00Z");

  private static Computation of(Defined defined, Instant now, Told told) {
    return defined.rules().evaluate(Defined.period("2025"), now, told, Past.NONE).get(0);
  }

  private static Defined sum() {
    return new Defined().roster("north", "south").input("x", "s", Aggregate.SUM).quota("5");
  }

  private static Told told(@Nullable String value, String... subjects) {
    Told told = new Told();
    for (String subject : subjects) {
      told.at("s", subject, Map.of(), "2025-02-01T10:00:00Z", value);
    }
    return told;
  }

  /** "it stays PROVISIONAL and unjudged, with its coverage, … though it closes by the clock". */
  @Test
  void while_a_subject_is_missing_a_closed_period_is_unjudged() {
    Computation one = of(sum(), CLOSED, told("9", "north"));
    assertThat(one.value()).isEqualTo(new BigDecimal("9"));
    assertThat(one.coverage()).isEqualTo(new Coverage(1, 2, List.of("south")));
    assertThat(one.isComplete()).isFalse();
    assertThat(one.closed()).isTrue();
    assertThat(one.performance()).isNull();
    assertThat(one.expected()).isEqualTo(Defined.bounds("5"));
    Computation both = of(sum(), CLOSED, told("9", "north", "south"));
    assertThat(both.coverage()).isEqualTo(new Coverage(2, 2, List.of()));
    assertThat(both.performance()).isEqualTo(Performance.MET);
  }

  /** "a subject has neither reported (any measurement of the series) nor completed". */
  @Test
  void a_nil_return_is_a_report() {
    Told told = told("9", "north").completed("s", "south", "2025");
    assertThat(of(sum(), CLOSED, told).performance()).isEqualTo(Performance.MET);
    Defined other = new Defined().roster("north", "south").quota("5");
    other.input(where(input("x", "s", Aggregate.SUM, Window.PERIOD), "kind", "a"));
    Computation unfiltered = of(other, CLOSED, told("9", "north", "south"));
    assertThat(unfiltered.coverage()).isEqualTo(new Coverage(2, 2, List.of()));
    assertThat(unfiltered.reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
  }

  /** "with a roster, when each subject is". */
  @Test
  void a_series_is_completed_when_each_subject_is() {
    Told one = new Told().completed("s", "north", "2025");
    assertThat(of(sum(), OPEN, one).reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
    Told both = one.completed("s", "south", "2025");
    assertThat(of(sum(), OPEN, both).value()).isEqualTo(BigDecimal.ZERO);
    assertThat(of(sum(), CLOSED, both).missing()).isEmpty();
  }

  /** "neither a measurement that passes its where nor its completion (… for every subject)". */
  @Test
  void an_input_is_missing_while_one_subject_is() {
    assertThat(of(sum(), CLOSED, told("9", "north")).missing()).containsExactly("x");
    assertThat(of(sum(), CLOSED, told("9", "north", "south")).missing()).isEmpty();
  }

  /** "(a carried value is no report; several rosters add up)". */
  @Test
  void several_rosters_add_up_and_a_carried_value_is_no_report() {
    Defined two = new Defined().roster("north", "south").input("x", "s", Aggregate.SUM);
    two.series.add(Defined.series("t", null, "0", List.of("east", "north")));
    two.input("y", "t", Aggregate.SUM);
    two.formula = "x + y";
    assertThat(of(two, OPEN, told("1", "south")).coverage())
        .isEqualTo(new Coverage(1, 4, List.of("east", "north", "north")));
    Defined stock = new Defined().roster("north").input(Inputs.last(Across.SUM, 1));
    Computation carried =
        of(stock, CLOSED, new Told().at("s", "north", Map.of(), "2024-05-01T10:00:00Z", "4"));
    assertThat(carried.value()).isEqualTo(new BigDecimal("4"));
    assertThat(carried.coverage()).isEqualTo(new Coverage(0, 1, List.of("north")));
  }

  /** "judges each subject; the verdict is the worst one's; the failing are named". */
  @Test
  void for_each_subject_the_worst_verdict_counts_and_the_failing_are_named() {
    Defined each =
        new Defined().roster("a", "b", "c").input(Inputs.last(Across.SUM, 0)).quotaForEach("1");
    Told told = told("2", "a", "b", "c");
    assertThat(of(each, CLOSED, told).performance()).isEqualTo(Performance.MET);
    assertThat(of(each, CLOSED, told).failing()).isEmpty();
    told.at("s", "b", Map.of(), "2025-03-01T10:00:00Z", "0");
    Computation one = of(each, CLOSED, told);
    assertThat(one.value()).isEqualTo(new BigDecimal("4"));
    assertThat(one.performance()).isEqualTo(Performance.MISSED);
    assertThat(one.failing()).containsExactly("b");
  }

  /** "a subject's nil return is its 0 where sums have one, else it fails". */
  @Test
  void a_subjects_nil_return_is_zero_or_fails() {
    Told told = told("2", "a").completed("s", "b", "2025");
    Defined stock =
        new Defined().roster("a", "b").input(Inputs.last(Across.SUM, 0)).quotaForEach("0");
    assertThat(of(stock, CLOSED, told).failing()).containsExactly("b");
    assertThat(of(stock, CLOSED, told).performance()).isEqualTo(Performance.MISSED);
    Defined sum = new Defined().roster("a", "b").input("x", "s", Aggregate.SUM).quotaForEach("0");
    assertThat(of(sum, CLOSED, told).performance()).isEqualTo(Performance.MET);
    // What is carried into the value of all does not speak for one who has nothing to report.
    told.at("s", "b", Map.of(), "2024-05-01T10:00:00Z", "5");
    Defined carried =
        new Defined().roster("a", "b").input(Inputs.last(Across.SUM, 1)).quotaForEach("0");
    assertThat(of(carried, CLOSED, told).value()).isEqualTo(new BigDecimal("7"));
    assertThat(of(carried, CLOSED, told).failing()).containsExactly("b");
  }

  /** "one with a `subject` speaks for that subject only": of a series without a roster, too. */
  @Test
  void a_completion_without_a_roster_speaks_for_the_subject_that_it_names() {
    Defined both =
        new Defined()
            .roster("a", "b")
            .input("x", "s", Aggregate.SUM)
            .input("y", "t", Aggregate.SUM)
            .quotaForEach("2");
    both.formula = "x + y";
    Told told = told("2", "a", "b").at("t", "a", Map.of(), "2025-03-01T10:00:00Z", "1");
    assertThat(of(both, CLOSED, told).failing()).containsExactly("b");
    told.completed("t", "b", "2025");
    assertThat(of(both, CLOSED, told).value()).isEqualTo(new BigDecimal("5"));
    assertThat(of(both, CLOSED, told).failing()).isEmpty();
  }

  /** "(a roster must be complete first)". */
  @Test
  void early_certainty_waits_for_everyone() {
    assertThat(of(sum(), OPEN, told("9", "north")).performance()).isNull();
    assertThat(of(sum(), OPEN, told("9", "north", "south")).performance())
        .isEqualTo(Performance.MET);
    Defined each = new Defined().roster("a", "b").input("x", "s", Aggregate.SUM).quotaForEach("5");
    Told uneven = told("9", "a");
    uneven.at("s", "b", Map.of(), "2025-02-01T10:00:00Z", "1");
    assertThat(of(each, OPEN, uneven).performance()).isNull();
    each.polarity = Polarity.LOWER;
    assertThat(of(each, OPEN, uneven).performance()).isEqualTo(Performance.MISSED);
    assertThat(of(each, OPEN, uneven).failing()).containsExactly("a");
  }
}
