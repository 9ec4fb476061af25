package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.domain.Defined.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

class JudgingTest {

  private static final Instant OPEN = Instant.parse("2025-12-31T22:59:59Z");
  private static final Instant CLOSED = Instant.parse("2025-12-31T23:00:00Z");

  private static Computation of(Defined defined, String period, Instant now, Told told) {
    return defined.rules().evaluate(Defined.period(period), now, told, Past.NONE).get(0);
  }

  private static @Nullable Performance performance(
      Defined defined, String period, Instant now, Told told) {
    return of(defined, period, now, told).performance();
  }

  private static Defined livingLab() {
    Defined defined =
        new Defined()
            .input(input("lab", "living-lab.opened", Aggregate.EXISTS, Window.SINCE_START));
    defined.dueAfter = Period.ofDays(31);
    return defined.path(Interpolate.NONE, After.HOLD, "2025=1");
  }

  @Test
  void golden_example_of_the_quota() {
    Defined defined = new Defined().quota("250").input("x", "s", Aggregate.SUM);
    Told told =
        new Told().at("s", "2024-05-05T10:00:00Z", "260").at("s", "2025-03-31T10:00:00Z", "20");
    assertThat(performance(defined, "2024", OPEN, told)).isEqualTo(Performance.MET);
    assertThat(performance(defined, "2025", OPEN, told)).isNull();
    assertThat(performance(defined, "2025", CLOSED, told)).isEqualTo(Performance.MISSED);
  }

  @Test
  void golden_example_of_the_report_in_even_years() {
    Defined defined = new Defined().quota("1").input("x", "s", Aggregate.EXISTS);
    defined.only = Only.EVEN_YEARS;
    assertThat(performance(defined, "2025", CLOSED, new Told())).isEqualTo(Performance.NOT_DUE);
    assertThat(performance(defined, "2024", CLOSED, new Told())).isEqualTo(Performance.MISSED);
  }

  @Test
  void golden_example_of_the_living_lab() {
    Told before = new Told();
    Instant closed2025 = Instant.parse("2026-01-31T23:00:00Z");
    assertThat(performance(livingLab(), "2025", closed2025.minusSeconds(1), before)).isNull();
    assertThat(performance(livingLab(), "2025", closed2025, before)).isEqualTo(Performance.MISSED);
    assertThat(performance(livingLab(), "2026", closed2025, before)).isNull();
    Told opened = new Told().at("living-lab.opened", "2026-03-04T09:00:00Z", null);
    Instant that = Instant.parse("2026-03-04T10:00:00Z");
    assertThat(performance(livingLab(), "2025", that, opened)).isEqualTo(Performance.MISSED);
    assertThat(performance(livingLab(), "2026", that, opened)).isEqualTo(Performance.ON_TRACK);
    assertThat(of(livingLab(), "2025", closed2025, before).milestone()).isTrue();
    assertThat(of(livingLab(), "2026", that, opened).milestone()).isFalse();
  }

  /**
   * "Until then its value is `PROVISIONAL` and unjudged"; "for a closed period; an open one is
   * unjudged".
   */
  @Test
  void an_open_period_carries_what_is_expected_of_it_and_no_verdict() {
    Computation open =
        of(
            new Defined().quota("5").input("x", "s", Aggregate.MEAN),
            "2025",
            OPEN,
            new Told().at("s", "2025-02-01T10:00:00Z", "9"));
    assertThat(open.performance()).isNull();
    assertThat(open.expected()).isEqualTo(Defined.bounds("5"));
    assertThat(open.target()).isEqualTo(Defined.bounds("5"));
  }

  @Test
  void without_target_a_closed_period_says_so_with_or_without_a_value() {
    Defined defined = new Defined().input("x", "s", Aggregate.SUM);
    assertThat(performance(defined, "2025", CLOSED, new Told())).isEqualTo(Performance.NO_TARGET);
    assertThat(performance(defined, "2025", OPEN, new Told())).isNull();
  }

  @Test
  void a_closed_period_without_value_is_unjudged() {
    Defined defined = new Defined().quota("5").input("x", "s", Aggregate.SUM);
    Computation closed = of(defined, "2025", CLOSED, new Told());
    assertThat(closed.performance()).isNull();
    assertThat(closed.expected()).isEqualTo(Defined.bounds("5"));
  }

  /** "is judged as soon as nothing can change it …: `MET` for `HIGHER`". */
  @Test
  void a_quota_that_only_grows_is_met_as_soon_as_nothing_can_change_it() {
    Told enough = new Told().at("s", "2025-02-01T10:00:00Z", "5");
    for (Aggregate aggregate : new Aggregate[] {Aggregate.SUM, Aggregate.COUNT, Aggregate.EXISTS}) {
      String quota = aggregate == Aggregate.SUM ? "5" : "1";
      Defined defined = new Defined().quota(quota).input("x", "s", aggregate);
      assertThat(performance(defined, "2025", OPEN, enough)).isEqualTo(Performance.MET);
      Defined more = new Defined().quota("6").input("x", "s", aggregate);
      assertThat(performance(more, "2025", OPEN, enough)).isNull();
    }
  }

  @Test
  void a_lower_quota_is_missed_as_soon_as_it_is_passed() {
    Defined defined = new Defined().quota("5").input("x", "s", Aggregate.SUM);
    defined.polarity = Polarity.LOWER;
    Told told = new Told().at("s", "2025-02-01T10:00:00Z", "5");
    assertThat(performance(defined, "2025", OPEN, told)).isNull();
    told.at("s", "2025-03-01T10:00:00Z", "0.01");
    assertThat(performance(defined, "2025", OPEN, told)).isEqualTo(Performance.MISSED);
  }

  @Test
  void early_certainty_needs_one_input_without_formula_that_can_only_grow() {
    Told told = new Told().at("s", "2025-02-01T10:00:00Z", "9");
    Defined formula = new Defined().quota("5").input("x", "s", Aggregate.SUM);
    formula.formula = "x * 1";
    assertThat(performance(formula, "2025", OPEN, told)).isNull();
    Defined negative = new Defined().quota("5");
    negative.series.add(Defined.series("s", null, "-1", List.of()));
    assertThat(performance(negative.input("x", "s", Aggregate.SUM), "2025", OPEN, told)).isNull();
    Defined unbounded = new Defined().quota("5");
    unbounded.series.add(Defined.series("s", null, null, List.of()));
    assertThat(performance(unbounded.input("x", "s", Aggregate.SUM), "2025", OPEN, told)).isNull();
    Defined path =
        new Defined().path(Interpolate.NONE, After.HOLD, "2025=5").input("x", "s", Aggregate.SUM);
    assertThat(performance(path, "2025", OPEN, told)).isNull();
    Defined max = new Defined().quota("5").input("x", "s", Aggregate.MAX);
    assertThat(performance(max, "2025", OPEN, told)).isNull();
  }

  @Test
  void early_certainty_comes_in_the_due_period_itself() {
    Defined defined =
        new Defined()
            .monthly()
            .quota("5", Frequency.YEAR)
            .input(input("x", "s", Aggregate.SUM, Window.YEAR_TO_DATE));
    Told told = new Told().at("s", "2025-02-01T10:00:00Z", "9");
    assertThat(performance(defined, "2025-02", OPEN, told)).isEqualTo(Performance.NOT_DUE);
    assertThat(performance(defined, "2025-12", OPEN, told)).isEqualTo(Performance.MET);
  }

  /** "so is any `EXISTS` with `HIGHER` once it exists". */
  @Test
  void any_exists_with_higher_is_judged_once_it_exists() {
    Defined defined =
        new Defined()
            .path(Interpolate.NONE, After.HOLD, "2025=1")
            .input("x", "s", Aggregate.EXISTS);
    assertThat(performance(defined, "2025", OPEN, new Told())).isNull();
    assertThat(performance(defined, "2025", OPEN, new Told().at("s", "2025-02-01T10:00:00Z", null)))
        .isEqualTo(Performance.MET);
  }

  private static Defined surveyReport() {
    Defined defined = new Defined().quota("1");
    defined.series.add(Defined.series("surveys.reported", Frequency.YEAR, null, List.of()));
    defined.dueAfter = Period.ofMonths(2);
    return defined.input("report", "surveys.reported", Aggregate.EXISTS);
  }

  /**
   * "where it lies after the closing of the judged period, it counts in the value, not in that
   * verdict".
   */
  @Test
  void a_late_delivery_counts_in_the_value_and_not_in_the_verdict() {
    Instant now = Instant.parse("2025-06-01T00:00:00Z");
    Told late = new Told().delivered("surveys.reported", "2024", "2025-03-04T09:00:00Z", null);
    Computation computed = of(surveyReport(), "2024", now, late);
    assertThat(computed.value()).isEqualByComparingTo("1");
    assertThat(computed.performance()).isEqualTo(Performance.MISSED);
    assertThat(computed.deliveredLate()).isEqualTo(LocalDate.of(2025, 3, 4));
  }

  /** "With `period` alone it restates like any late event." */
  @Test
  void delivered_by_the_closing_or_with_period_alone_it_is_not_late() {
    Instant now = Instant.parse("2025-06-01T00:00:00Z");
    Told inTime = new Told().delivered("surveys.reported", "2024", "2025-02-28T23:00:00Z", null);
    assertThat(of(surveyReport(), "2024", now, inTime).performance()).isEqualTo(Performance.MET);
    Told alone = new Told().during("surveys.reported", "2024", null);
    Computation restated = of(surveyReport(), "2024", now, alone);
    assertThat(restated.performance()).isEqualTo(Performance.MET);
    assertThat(restated.deliveredLate()).isNull();
    Told both =
        new Told()
            .delivered("surveys.reported", "2024", "2025-03-04T09:00:00Z", null)
            .delivered("surveys.reported", "2024", "2025-01-04T09:00:00Z", null);
    assertThat(of(surveyReport(), "2024", now, both).performance()).isEqualTo(Performance.MET);
  }

  @Test
  void later_periods_of_since_start_are_on_track_after_a_late_delivery() {
    Defined defined = new Defined();
    defined.series.add(Defined.series("s", Frequency.YEAR, null, List.of()));
    defined
        .input(input("x", "s", Aggregate.EXISTS, Window.SINCE_START))
        .path(Interpolate.NONE, After.HOLD, "2024=1");
    Told late = new Told().delivered("s", "2024", "2025-03-04T09:00:00Z", null);
    assertThat(performance(defined, "2024", CLOSED, late)).isEqualTo(Performance.MISSED);
    assertThat(performance(defined, "2025", CLOSED, late)).isEqualTo(Performance.ON_TRACK);
  }
}
