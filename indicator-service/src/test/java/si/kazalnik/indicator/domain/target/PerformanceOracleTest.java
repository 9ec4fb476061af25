package si.kazalnik.indicator.domain.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.evaluation.Past;

/**
 * "LINEAR, by days between last days, has the baseline as first point: e = v₀ + ((v₁ − v₀) × d) /
 * D. STEP holds the latest point reached"; "a dated point: shortfall ≤ 0 / > 0: MET / MISSED;
 * between points, or held after the last: shortfall ≤ 0 / ≤ τ / > τ: ON_TRACK / AT_RISK /
 * OFF_TRACK"; with monthly reporting, a baseline at the end of 2023 and points at the ends of 2024
 * and 2025.
 */
class PerformanceOracleTest {

  private static final Instant CLOSED = Instant.parse("2030-01-01T00:00:00Z");
  private static final LocalDate[] DAYS = {
    LocalDate.of(2023, 12, 31), LocalDate.of(2024, 12, 31), LocalDate.of(2025, 12, 31)
  };

  @Property(tries = 1_500)
  void every_month_is_judged_by_the_path(
      @ForAll @IntRange(min = -400, max = 400) int base,
      @ForAll @IntRange(min = -400, max = 400) int first,
      @ForAll @IntRange(min = -400, max = 400) int second,
      @ForAll @IntRange(min = -450, max = 450) int tenths,
      @ForAll @IntRange(max = 30) int tolerance,
      @ForAll boolean percent,
      @ForAll boolean higher,
      @ForAll Interpolate interpolate,
      @ForAll After after,
      @ForAll @IntRange(max = 35) int month) {
    YearMonth of = YearMonth.of(2024, 1).plusMonths(month);
    BigDecimal value = BigDecimal.valueOf(tenths, 1);
    Defined defined = new Defined().monthly().input("x", "s", Aggregate.SUM);
    defined.decimals = 1;
    defined.polarity = higher ? Polarity.HIGHER : Polarity.LOWER;
    defined.baseline("2023", number(base));
    defined.path(interpolate, after, "2024=" + number(first), "2025=" + number(second));
    defined.tolerance = new Indicator.Tolerance(BigDecimal.valueOf(tolerance), percent);
    Told told = new Told().at("s", of.atDay(10) + "T10:00:00Z", value.toPlainString());

    Computation computed =
        defined.rules().evaluate(Defined.period(of.toString()), CLOSED, told, Past.NONE).get(0);

    LocalDate day = of.atEndOfMonth();
    BigDecimal[] points = {
      BigDecimal.valueOf(base, 1), BigDecimal.valueOf(first, 1), BigDecimal.valueOf(second, 1)
    };
    BigDecimal expected = expected(points, interpolate, after, day);
    if (expected == null) {
      assertThat(computed.performance()).isEqualTo(Performance.NOT_DUE);
      assertThat(computed.expected()).isNull();
      return;
    }
    BigDecimal e = expected.setScale(5, RoundingMode.HALF_UP);
    assertThat(one(computed.expected())).isEqualByComparingTo(e);
    BigDecimal shortfall = higher ? e.subtract(value) : value.subtract(e);
    boolean dated = day.equals(DAYS[1]) || day.equals(DAYS[2]);
    BigDecimal tau =
        (percent
                ? e.abs().multiply(BigDecimal.valueOf(tolerance, 2))
                : BigDecimal.valueOf(tolerance))
            .setScale(5, RoundingMode.HALF_UP);
    Performance verdict;
    if (shortfall.signum() <= 0) {
      verdict = dated ? Performance.MET : Performance.ON_TRACK;
    } else if (dated) {
      verdict = Performance.MISSED;
    } else {
      verdict = shortfall.compareTo(tau) <= 0 ? Performance.AT_RISK : Performance.OFF_TRACK;
    }
    assertThat(computed.performance()).isEqualTo(verdict);
    int next = day.isAfter(DAYS[1]) ? 2 : 1;
    assertThat(one(computed.target())).isEqualByComparingTo(points[next]);
  }

  private static BigDecimal one(@Nullable Bounds bounds) {
    assertThat(bounds).isNotNull();
    assertThat(bounds.value()).isNotNull();
    return bounds.value();
  }

  private static String number(int tenths) {
    return BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  private static @Nullable BigDecimal expected(
      BigDecimal[] points, Interpolate interpolate, After after, LocalDate day) {
    for (int n = 1; n < DAYS.length; n++) {
      if (day.equals(DAYS[n])) {
        return points[n];
      }
    }
    if (day.isAfter(DAYS[2])) {
      return after == After.HOLD ? points[2] : null;
    }
    int before = day.isBefore(DAYS[1]) ? 0 : 1;
    return switch (interpolate) {
      case NONE -> null;
      case STEP -> before == 0 ? null : points[before];
      case LINEAR -> {
        BigDecimal d = BigDecimal.valueOf(ChronoUnit.DAYS.between(DAYS[before], day));
        BigDecimal all =
            BigDecimal.valueOf(ChronoUnit.DAYS.between(DAYS[before], DAYS[before + 1]));
        BigDecimal v0 = points[before];
        BigDecimal v1 = points[before + 1];
        yield v0.add(v1.subtract(v0).multiply(d).divide(all, 40, RoundingMode.HALF_EVEN));
      }
    };
  }
}
