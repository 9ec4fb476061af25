package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Inputs;
import si.kazalnik.indicator.domain.Told;

/** Rolling windows, too few measurements, weeks and half-years, ranges. */
class WindowRulesTest {

  private static final Instant CLOSED = Instant.parse("2028-01-01T00:00:00Z");

  private static Computation of(Defined defined, String period, Told told) {
    return defined.rules().evaluate(Defined.period(period), CLOSED, told, Past.NONE).get(0);
  }

  /**
   * "with fewer since the first there is no value whatever else: NO_MEASUREMENTS …, else TOO_FEW".
   */
  @Test
  void a_rolling_window_waits_for_as_many_reporting_periods() {
    Defined rolling = new Defined().monthly().input(Inputs.rolling(Aggregate.SUM, 3));
    assertThat(of(rolling, "2024-02", new Told()).reason())
        .isEqualTo(NoValueReason.NO_MEASUREMENTS);
    Told told =
        new Told()
            .at("s", "2024-01-10T10:00:00Z", "1")
            .at("s", "2024-02-10T10:00:00Z", "2")
            .at("s", "2024-04-10T10:00:00Z", "4");
    assertThat(of(rolling, "2024-02", told).reason()).isEqualTo(NoValueReason.TOO_FEW);
    assertThat(of(rolling, "2024-02", told).measurements()).isEqualTo(2);
    assertThat(of(rolling, "2024-03", told).value()).isEqualTo(new BigDecimal("3"));
    assertThat(of(rolling, "2024-04", told).value()).isEqualTo(new BigDecimal("6"));
    Told nil = new Told().completed("s", null, "2024");
    assertThat(of(rolling, "2024-01", nil).reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
    assertThat(of(rolling, "2024-03", nil).value()).isEqualTo(BigDecimal.ZERO);
  }

  /** "`atLeast: n`: fewer measurements give no value, TOO_FEW". */
  @Test
  void fewer_measurements_than_at_least_are_too_few() {
    Defined defined = new Defined().input(Inputs.atLeast(Aggregate.MEAN, 3));
    Told told =
        new Told().at("s", "2025-01-10T10:00:00Z", "1").at("s", "2025-02-10T10:00:00Z", "2");
    assertThat(of(defined, "2025", new Told()).reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
    assertThat(of(defined, "2025", told).reason()).isEqualTo(NoValueReason.TOO_FEW);
    told.at("s", "2025-03-10T10:00:00Z", "3");
    assertThat(of(defined, "2025", told).value()).isEqualTo(new BigDecimal("2"));
  }

  /** "NO_MEASUREMENTS …, else MISSING_INPUT, else TOO_FEW, else DIVISION_BY_ZERO". */
  @Test
  void a_missing_input_comes_before_too_few() {
    Defined defined =
        new Defined().input(Inputs.atLeast(Aggregate.SUM, 2)).input("y", "t", Aggregate.SUM);
    defined.formula = "x / y";
    Told told = new Told().at("s", "2025-01-10T10:00:00Z", "1");
    assertThat(of(defined, "2025", told).reason()).isEqualTo(NoValueReason.MISSING_INPUT);
    told.at("t", "2025-01-10T10:00:00Z", "0");
    assertThat(of(defined, "2025", told).reason()).isEqualTo(NoValueReason.TOO_FEW);
    told.at("s", "2025-01-10T11:00:00Z", "1");
    assertThat(of(defined, "2025", told).reason()).isEqualTo(NoValueReason.DIVISION_BY_ZERO);
  }

  /** "`WEEK` (ISO)". */
  @Test
  void weeks_of_iso_go_across_the_end_of_a_year() {
    Defined weekly = new Defined().input("x", "s", Aggregate.COUNT);
    weekly.frequency = Frequency.WEEK;
    Told told =
        new Told()
            .at("s", "2025-12-28T22:59:59Z", "1")
            .at("s", "2025-12-28T23:00:00Z", "1")
            .at("s", "2026-01-04T22:59:59Z", "1")
            .at("s", "2026-01-04T23:00:00Z", "1");
    assertThat(of(weekly, "2025-W52", told).value()).isEqualTo(BigDecimal.ONE);
    Computation first = of(weekly, "2026-W01", told);
    assertThat(first.value()).isEqualTo(new BigDecimal("2"));
    assertThat(first.start()).isEqualTo("2025-12-29");
    assertThat(first.end()).isEqualTo("2026-01-04");
    assertThat(of(weekly, "2020-W53", told.at("s", "2021-01-03T22:00:00Z", "1")).end())
        .isEqualTo("2021-01-03");
  }

  /** "with `only: even-years | odd-years`". */
  @Test
  void half_years_and_odd_years() {
    Defined half = new Defined().input("x", "s", Aggregate.SUM).quota("1");
    half.frequency = Frequency.HALF_YEAR;
    half.only = Only.ODD_YEARS;
    Told told =
        new Told().at("s", "2025-06-30T21:59:59Z", "1").at("s", "2025-07-31T10:00:00Z", "7");
    assertThat(of(half, "2025-H1", told).value()).isEqualTo(BigDecimal.ONE);
    assertThat(of(half, "2025-H2", told).performance()).isEqualTo(Performance.MET);
    assertThat(of(half, "2026-H1", told).performance()).isEqualTo(Performance.NOT_DUE);
    assertThat(of(half, "2026-H1", told).due()).isFalse();
  }

  /** "(of the bound that is passed)"; both ends inclusive. */
  @Test
  void a_range_is_passed_at_either_bound() {
    Defined range =
        new Defined()
            .input("x", "s", Aggregate.MEAN)
            .percentTolerance("10")
            .path(Interpolate.STEP, After.END, "2024=5..12", "2027=6..10");
    range.polarity = Polarity.IN_RANGE;
    assertThat(performance(range, "12")).isEqualTo(Performance.ON_TRACK);
    assertThat(performance(range, "13.2")).isEqualTo(Performance.AT_RISK);
    assertThat(performance(range, "13.21")).isEqualTo(Performance.OFF_TRACK);
    assertThat(performance(range, "4.5")).isEqualTo(Performance.AT_RISK);
    assertThat(performance(range, "4.49")).isEqualTo(Performance.OFF_TRACK);
    range.tolerance = new Indicator.Tolerance(BigDecimal.ONE, false);
    assertThat(performance(range, "4")).isEqualTo(Performance.AT_RISK);
    Computation computed = of(range, "2025", new Told().at("s", "2025-01-10T10:00:00Z", "5"));
    assertThat(computed.expected()).isEqualTo(Defined.bounds("5..12"));
    assertThat(computed.target()).isEqualTo(Defined.bounds("6..10"));
  }

  private static @Nullable Performance performance(Defined defined, String value) {
    return of(defined, "2025", new Told().at("s", "2025-01-10T10:00:00Z", value)).performance();
  }
}
