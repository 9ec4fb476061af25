package si.kazalnik.indicator.domain.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.Frequency;
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
 * "`IN_RANGE` writes {low, high} for every value, both inclusive, both interpolated"; "Tolerance τ:
 * 5% of |e| (of the bound that is passed)"; "`everyPeriod: {value, per}` …; judged on the period
 * that ends its `per`", of any calendar.
 */
class RangesOracleTest {

  private static final Instant CLOSED = Instant.parse("2030-01-01T00:00:00Z");
  private static final LocalDate FROM = LocalDate.of(2023, 12, 31);
  private static final LocalDate TO = LocalDate.of(2025, 12, 31);

  @Property(tries = 1_500)
  void every_month_is_judged_by_both_bounds(
      @ForAll @IntRange(min = -100, max = 100) int low,
      @ForAll @IntRange(max = 60) int width,
      @ForAll @IntRange(min = -100, max = 100) int lastLow,
      @ForAll @IntRange(max = 60) int lastWidth,
      @ForAll @IntRange(min = -1_500, max = 1_900) int tenths,
      @ForAll @IntRange(max = 40) int tolerance,
      @ForAll boolean percent,
      @ForAll @IntRange(max = 26) int month) {
    YearMonth of = YearMonth.of(2024, 1).plusMonths(month);
    Defined defined = new Defined().monthly().input("x", "s", Aggregate.MEAN);
    defined.decimals = 1;
    defined.polarity = Polarity.IN_RANGE;
    defined.baseline("2023", low + ".." + (low + width));
    defined.path(Interpolate.LINEAR, After.HOLD, "2025=" + lastLow + ".." + (lastLow + lastWidth));
    defined.tolerance = new Indicator.Tolerance(BigDecimal.valueOf(tolerance), percent);
    BigDecimal value = BigDecimal.valueOf(tenths, 1);

    Computation computed = judged(defined, of.toString(), of.atDay(3), value);

    LocalDate day = of.atEndOfMonth();
    BigDecimal[] bounds = {at(low, lastLow, day), at(low + width, lastLow + lastWidth, day)};
    Bounds expected = Objects.requireNonNull(computed.expected());
    assertThat(expected.low()).isEqualByComparingTo(bounds[0]);
    assertThat(expected.high()).isEqualByComparingTo(bounds[1]);
    boolean below = value.compareTo(bounds[0]) < 0;
    boolean above = value.compareTo(bounds[1]) > 0;
    BigDecimal passed = below ? bounds[0] : bounds[1];
    BigDecimal tau =
        (percent
                ? passed.abs().multiply(BigDecimal.valueOf(tolerance, 2))
                : BigDecimal.valueOf(tolerance))
            .setScale(5, RoundingMode.HALF_UP);
    Performance verdict;
    if (day.equals(TO)) {
      verdict = below || above ? Performance.MISSED : Performance.MET;
    } else if (!below && !above) {
      verdict = Performance.ON_TRACK;
    } else {
      verdict =
          value.subtract(passed).abs().compareTo(tau) <= 0
              ? Performance.AT_RISK
              : Performance.OFF_TRACK;
    }
    assertThat(computed.performance()).isEqualTo(verdict);
  }

  private static BigDecimal at(int first, int last, LocalDate day) {
    if (!day.isBefore(TO)) {
      return BigDecimal.valueOf(last);
    }
    return BigDecimal.valueOf(first)
        .add(
            BigDecimal.valueOf(last - first)
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(FROM, day)))
                .divide(
                    BigDecimal.valueOf(ChronoUnit.DAYS.between(FROM, TO)),
                    40,
                    RoundingMode.HALF_EVEN))
        .setScale(5, RoundingMode.HALF_UP);
  }

  @Property(tries = 1_500)
  void a_quota_is_judged_where_its_time_ends(
      @ForAll Frequency calendar,
      @ForAll Frequency per,
      @ForAll @IntRange(max = 800) int on,
      @ForAll @IntRange(max = 9) int value,
      @ForAll boolean lower) {
    if (per.compareTo(calendar) < 0) {
      return;
    }
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(on);
    Defined defined = new Defined().quota("5", per).input("x", "s", Aggregate.MAX);
    defined.frequency = calendar;
    defined.polarity = lower ? Polarity.LOWER : Polarity.HIGHER;

    Computation computed =
        judged(defined, calendar.containing(day).toString(), day, BigDecimal.valueOf(value));

    // The last day of each, by walking; of weeks the last that ends by it.
    LocalDate end = day;
    while (!isLast(end, calendar)) {
      end = end.plusDays(1);
    }
    LocalDate next = end;
    boolean ends = false;
    do {
      ends |= isLast(next, per) && (calendar == Frequency.WEEK || next.equals(end));
      next = next.plusDays(1);
    } while (!isLast(next, calendar));
    boolean met = lower ? value <= 5 : value >= 5;
    assertThat(computed.performance())
        .as("%s per %s ending %s", calendar, per, end)
        .isEqualTo(!ends ? Performance.NOT_DUE : met ? Performance.MET : Performance.MISSED);
    assertThat(computed.expected()).isEqualTo(ends ? Defined.bounds("5") : null);
    assertThat(computed.target()).isEqualTo(ends ? Defined.bounds("5") : null);
  }

  private static boolean isLast(LocalDate day, Frequency calendar) {
    LocalDate next = day.plusDays(1);
    return switch (calendar) {
      case DAY -> true;
      case WEEK -> next.getDayOfWeek().getValue() == 1;
      case MONTH -> next.getDayOfMonth() == 1;
      case QUARTER -> next.getDayOfMonth() == 1 && next.getMonthValue() % 3 == 1;
      case HALF_YEAR -> next.getDayOfMonth() == 1 && next.getMonthValue() % 6 == 1;
      case YEAR -> next.getDayOfYear() == 1;
    };
  }

  private static Computation judged(
      Defined defined, String period, LocalDate day, @Nullable BigDecimal value) {
    Told told =
        new Told().at("s", day + "T10:00:00Z", value == null ? null : value.toPlainString());
    return defined.rules().evaluate(Defined.period(period), CLOSED, told, Past.NONE).get(0);
  }
}
