package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;
import si.kazalnik.benchmark.oracle.Book.Point;

/**
 * What is expected of a period and how its value is judged.
 *
 * <p>Room: the reporting period that ends on the baseline's own day is judged here as one between
 * points (the baseline is where the line begins, not a promise). The tolerance in percent is taken
 * of the expected value as published.
 */
final class Verdicts {
  private Verdicts() {}

  /** What applies to a due period. */
  record Expectation(BigDecimal expected, BigDecimal target, boolean dated) {}

  /** Null where the period is not due. */
  static @Nullable Expectation expectation(Indicator indicator, Period period) {
    Book.Target target = indicator.target();
    if (target.none() || !indicator.due(period)) {
      return null;
    }
    if (target.quota() != null && target.per() != null) {
      boolean ends = Period.holding(target.per(), period.end()).end().equals(period.end());
      return ends ? expectation(indicator, target.quota(), target.quota(), true) : null;
    }
    LocalDate day = period.end();
    Point before = target.linear() ? indicator.baseline() : null;
    for (Point point : target.path()) {
      if (point.day().equals(day)) {
        return expectation(indicator, point.value(), point.value(), true);
      }
      if (point.day().isAfter(day)) {
        if (before == null || before.day().isAfter(day) || !target.linear()) {
          return null;
        }
        return expectation(indicator, between(before, point, day), point.value(), false);
      }
      before = point;
    }
    BigDecimal held = target.path().get(target.path().size() - 1).value();
    return expectation(indicator, held, held, false);
  }

  private static Expectation expectation(
      Indicator indicator, BigDecimal expected, BigDecimal target, boolean dated) {
    return new Expectation(
        strip(expected.setScale(indicator.decimals() + 4, RoundingMode.HALF_UP)),
        strip(target),
        dated);
  }

  static BigDecimal between(Point first, Point second, LocalDate day) {
    BigDecimal passed = BigDecimal.valueOf(ChronoUnit.DAYS.between(first.day(), day));
    BigDecimal whole = BigDecimal.valueOf(ChronoUnit.DAYS.between(first.day(), second.day()));
    MathContext step = MathContext.DECIMAL128;
    return first
        .value()
        .add(
            second.value().subtract(first.value(), step).multiply(passed, step).divide(whole, step),
            step);
  }

  static BigDecimal tolerance(Indicator indicator, BigDecimal expected) {
    String text = indicator.tolerance() == null ? "0" : indicator.tolerance();
    BigDecimal tolerance =
        text.endsWith("%")
            ? new BigDecimal(text.substring(0, text.length() - 1))
                .movePointLeft(2)
                .multiply(expected.abs())
            : new BigDecimal(text);
    return strip(tolerance.setScale(indicator.decimals() + 4, RoundingMode.HALF_UP));
  }

  static BigDecimal shortfall(Indicator indicator, BigDecimal expected, BigDecimal value) {
    return indicator.polarity().equals("HIGHER")
        ? expected.subtract(value)
        : value.subtract(expected);
  }

  static String verdict(Indicator indicator, Expectation expectation, BigDecimal value) {
    BigDecimal shortfall = shortfall(indicator, expectation.expected(), value);
    if (expectation.dated()) {
      return shortfall.signum() <= 0 ? "MET" : "MISSED";
    }
    if (shortfall.signum() <= 0) {
      return "ON_TRACK";
    }
    return shortfall.compareTo(tolerance(indicator, expectation.expected())) <= 0
        ? "AT_RISK"
        : "OFF_TRACK";
  }

  static BigDecimal strip(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }
}
