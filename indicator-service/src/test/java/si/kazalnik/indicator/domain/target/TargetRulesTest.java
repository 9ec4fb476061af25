package si.kazalnik.indicator.domain.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.calendar.Schedule;
import si.kazalnik.indicator.domain.target.Expectation.Kind;
import si.kazalnik.indicator.domain.window.Frame;

class TargetRulesTest {

  /** Path 20 % at end of 2022 → 40 % at end of 2025, LINEAR, HIGHER, τ = 5 %, one decimal. */
  private static Defined workedExample() {
    Defined defined = new Defined().monthly().percentTolerance("5");
    defined.decimals = 1;
    defined.unit = "percent";
    defined.from = LocalDate.of(2022, 1, 1);
    return defined.path(Interpolate.LINEAR, After.HOLD, "2022=20", "2025=40");
  }

  private static TargetRules rules(Defined defined) {
    return new TargetRules(defined.indicator());
  }

  private static Expectation expectation(Defined defined, String period) {
    ReportingPeriod at = Defined.period(period);
    Schedule schedule = defined.schedule();
    return rules(defined).expectation(Frame.of(at, schedule.first()), schedule.isDue(at));
  }

  private static Performance verdict(Defined defined, String period, String value) {
    return rules(defined).judge(expectation(defined, period), new BigDecimal(value)).performance();
  }

  @Test
  void golden_example_of_the_linear_path() {
    Expectation june = expectation(workedExample(), "2024-06");
    assertThat(june.expected()).isEqualTo(Defined.bounds("29.98175"));
    assertThat(june.target()).isEqualTo(Defined.bounds("40"));
    Verdict verdict = rules(workedExample()).judge(june, new BigDecimal("29"));
    assertThat(verdict.tolerance()).isEqualTo(new BigDecimal("1.49909"));
    assertThat(verdict(workedExample(), "2024-06", "30.1")).isEqualTo(Performance.ON_TRACK);
    assertThat(verdict(workedExample(), "2024-06", "29.0")).isEqualTo(Performance.AT_RISK);
    assertThat(verdict(workedExample(), "2024-06", "28.0")).isEqualTo(Performance.OFF_TRACK);
    assertThat(verdict(workedExample(), "2025-12", "39.9")).isEqualTo(Performance.MISSED);
  }

  @Test
  void the_baseline_is_the_lines_first_point() {
    Defined defined = workedExample().path(Interpolate.LINEAR, After.HOLD, "2025=40");
    assertThat(expectation(defined, "2024-06")).isEqualTo(Expectation.NOT_DUE);
    defined.baseline("2022", "20");
    assertThat(expectation(defined, "2024-06").expected()).isEqualTo(Defined.bounds("29.98175"));
    assertThat(expectation(defined, "2022-11")).isEqualTo(Expectation.NOT_DUE);
  }

  /** "a dated point, or a quota's period: shortfall ≤ 0 / > 0". */
  @Test
  void a_dated_point_is_judged_on_the_reporting_period_that_ends_on_its_last_day() {
    Defined defined = workedExample();
    assertThat(expectation(defined, "2025-12"))
        .isEqualTo(new Expectation(Kind.POINT, Defined.bounds("40"), Defined.bounds("40")));
    assertThat(expectation(defined, "2025-11").kind()).isEqualTo(Kind.BETWEEN);
    assertThat(verdict(defined, "2025-12", "40")).isEqualTo(Performance.MET);
  }

  @Test
  void of_weeks_the_last_that_ends_by_it() {
    Defined defined = new Defined().path(Interpolate.NONE, After.HOLD, "2025=7");
    defined.frequency = Frequency.WEEK;
    assertThat(expectation(defined, "2025-W52").kind()).isEqualTo(Kind.POINT);
    assertThat(expectation(defined, "2025-W51")).isEqualTo(Expectation.NOT_DUE);
    assertThat(expectation(defined, "2026-W01").kind()).isEqualTo(Kind.BETWEEN);
  }

  /**
   * "(default HOLD: the last target applies to every later due period)"; "`target` (the first point
   * at or after it, else the last; …)".
   */
  @Test
  void hold_lets_the_last_target_apply_to_every_later_due_period_and_end_none() {
    Defined held = new Defined().path(Interpolate.NONE, After.HOLD, "2025=1");
    assertThat(expectation(held, "2024")).isEqualTo(Expectation.NOT_DUE);
    assertThat(verdict(held, "2025", "0")).isEqualTo(Performance.MISSED);
    assertThat(verdict(held, "2026", "1")).isEqualTo(Performance.ON_TRACK);
    assertThat(verdict(held, "2027", "0")).isEqualTo(Performance.OFF_TRACK);
    assertThat(expectation(held, "2027").target()).isEqualTo(Defined.bounds("1"));
    Defined ended = new Defined().path(Interpolate.NONE, After.END, "2025=1");
    assertThat(expectation(ended, "2026")).isEqualTo(Expectation.NOT_DUE);
  }

  @Test
  void between_points_of_none_nothing_is_due() {
    Defined defined = new Defined().path(Interpolate.NONE, After.HOLD, "2024=1", "2026=3");
    assertThat(expectation(defined, "2025")).isEqualTo(Expectation.NOT_DUE);
    assertThat(expectation(defined, "2026").kind()).isEqualTo(Kind.POINT);
  }

  @Test
  void step_holds_the_latest_point_reached() {
    Defined defined = new Defined().path(Interpolate.STEP, After.HOLD, "2024=1", "2026=3");
    assertThat(expectation(defined, "2025"))
        .isEqualTo(new Expectation(Kind.BETWEEN, Defined.bounds("1"), Defined.bounds("3")));
  }

  @Test
  void a_quota_is_judged_on_the_period_that_ends_its_per() {
    Defined defined = new Defined().monthly().quota("250", Frequency.YEAR);
    assertThat(expectation(defined, "2025-11")).isEqualTo(Expectation.NOT_DUE);
    assertThat(expectation(defined, "2025-12"))
        .isEqualTo(new Expectation(Kind.POINT, Defined.bounds("250"), Defined.bounds("250")));
    assertThat(expectation(new Defined().monthly().quota("2"), "2025-11").kind())
        .isEqualTo(Kind.POINT);
  }

  /** "both null where not due or without target". */
  @Test
  void not_due_by_calendar_or_before_from_means_no_expectation() {
    Defined defined = new Defined().quota("1");
    defined.only = si.kazalnik.contract.catalogue.Reporting.Only.EVEN_YEARS;
    assertThat(expectation(defined, "2025")).isEqualTo(Expectation.NOT_DUE);
    assertThat(expectation(defined, "2022")).isEqualTo(Expectation.NOT_DUE);
    assertThat(expectation(defined, "2024").kind()).isEqualTo(Kind.POINT);
    assertThat(expectation(new Defined(), "2022")).isEqualTo(Expectation.NO_TARGET);
  }

  @Test
  void lower_is_better_turns_the_shortfall() {
    Defined defined = new Defined().path(Interpolate.NONE, After.HOLD, "2024=10");
    defined.polarity = Indicator.Polarity.LOWER;
    defined.tolerance = new Indicator.Tolerance(new BigDecimal("2"), false);
    assertThat(verdict(defined, "2024", "10")).isEqualTo(Performance.MET);
    assertThat(verdict(defined, "2024", "11")).isEqualTo(Performance.MISSED);
    assertThat(verdict(defined, "2025", "12")).isEqualTo(Performance.AT_RISK);
    assertThat(verdict(defined, "2025", "12.01")).isEqualTo(Performance.OFF_TRACK);
  }

  @Test
  void in_range_counts_the_distance_to_the_bound_that_is_passed() {
    Defined defined =
        new Defined()
            .percentTolerance("10")
            .path(Interpolate.LINEAR, After.HOLD, "2023=4..12", "2027=8..20");
    defined.polarity = Indicator.Polarity.IN_RANGE;
    Bounds expected = expectation(defined, "2025").expected();
    assertThat(expected).isEqualTo(Defined.bounds("6.001369..16.002738"));
    assertThat(verdict(defined, "2027", "8")).isEqualTo(Performance.MET);
    assertThat(verdict(defined, "2027", "20.1")).isEqualTo(Performance.MISSED);
    assertThat(verdict(defined, "2028", "22")).isEqualTo(Performance.AT_RISK);
    assertThat(verdict(defined, "2028", "22.1")).isEqualTo(Performance.OFF_TRACK);
    assertThat(verdict(defined, "2028", "7.2")).isEqualTo(Performance.AT_RISK);
    assertThat(verdict(defined, "2028", "7.1")).isEqualTo(Performance.OFF_TRACK);
  }

  /** "`expected` and τ are rounded likewise to `decimals` + 4". */
  @Test
  void expected_is_rounded_to_four_decimals_more_with_trailing_zeros_dropped() {
    Defined defined =
        new Defined().monthly().path(Interpolate.LINEAR, After.HOLD, "2023=0", "2026=1.50");
    defined.decimals = 0;
    Expectation one = expectation(defined, "2024-06");
    assertThat(one.expected()).isEqualTo(Defined.bounds("0.2491"));
    assertThat(one.target()).isEqualTo(Defined.bounds("1.5"));
  }
}
