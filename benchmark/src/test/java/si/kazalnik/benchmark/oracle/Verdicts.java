package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;
import si.kazalnik.benchmark.oracle.Book.Point;
import si.kazalnik.benchmark.oracle.Book.Promise;
import si.kazalnik.benchmark.oracle.Book.Target;

/**
 * What is expected of a period and how its value is judged.
 *
 * <p>Room: the reporting period that ends on the baseline's own day is judged here as one between
 * points (the baseline is where the line begins, not a promise). The tolerance in percent is taken
 * of the expected value as published.
 */
final class Verdicts {
  /** From good to bad. */
  private static final List<String> ORDER =
      List.of("MET", "ON_TRACK", "AT_RISK", "OFF_TRACK", "MISSED");

  private Verdicts() {}

  /** What applies to a due period. */
  record Expectation(Range expected, Range target, boolean dated) {}

  /** Null where the period is not due. */
  static @Nullable Expectation expectation(Indicator indicator, Period period) {
    Promise promise = indicator.promise(period);
    Target target = promise.target();
    if (target.none() || !indicator.due(period) || indicator.broken(period)) {
      return null;
    }
    int scale = indicator.definition(period).decimals() + 4;
    if (target.quota() != null) {
      boolean ends =
          target.per() == null
              || Period.holding(target.per(), period.end()).end().equals(period.end());
      return ends ? expectation(scale, target.quota(), target.quota(), true) : null;
    }
    Point before = null;
    Point after = null;
    for (Point point : target.path()) {
      if (landsOn(point, period)) {
        return expectation(scale, point.value(), point.value(), true);
      }
      if (point.day().isBefore(period.end())) {
        before = point;
      } else if (after == null) {
        after = point;
      }
    }
    if (after == null && before != null) {
      return target.end() ? null : expectation(scale, before.value(), before.value(), false);
    }
    if (after == null) {
      return null;
    }
    return switch (target.interpolate()) {
      case "STEP" ->
          before == null ? null : expectation(scale, before.value(), after.value(), false);
      case "LINEAR" -> {
        Point from = before == null ? promise.baseline() : before;
        yield from == null || from.day().isAfter(period.end())
            ? null
            : expectation(scale, on(from, after, period.end()), after.value(), false);
      }
      default -> null;
    };
  }

  private static boolean landsOn(Point point, Period period) {
    boolean week = period.unit() == Period.Unit.WEEK;
    return week
        ? !point.day().isBefore(period.end()) && point.day().isBefore(period.next().end())
        : point.day().equals(period.end());
  }

  private static Range on(Point first, Point second, LocalDate day) {
    return first
        .value()
        .towards(
            second.value(),
            ChronoUnit.DAYS.between(first.day(), day),
            ChronoUnit.DAYS.between(first.day(), second.day()));
  }

  private static Expectation expectation(int scale, Range expected, Range target, boolean dated) {
    return new Expectation(expected.rounded(scale), target.map(Verdicts::strip), dated);
  }

  /** How far the value falls short, and by how much it may. */
  record Shortfall(BigDecimal by, BigDecimal tolerance) {}

  static Shortfall shortfall(Indicator indicator, Period period, Range expected, BigDecimal value) {
    boolean low =
        switch (indicator.polarity()) {
          case "HIGHER" -> true;
          case "LOWER" -> false;
          default -> value.compareTo(expected.low()) < 0;
        };
    BigDecimal bound = low ? expected.low() : expected.high();
    return new Shortfall(
        low ? bound.subtract(value) : value.subtract(bound), tolerance(indicator, period, bound));
  }

  private static BigDecimal tolerance(Indicator indicator, Period period, BigDecimal bound) {
    String given = indicator.promise(period).tolerance();
    String text = given == null ? "0" : given;
    BigDecimal tolerance =
        text.endsWith("%")
            ? new BigDecimal(text.substring(0, text.length() - 1))
                .movePointLeft(2)
                .multiply(bound.abs())
            : new BigDecimal(text);
    int scale = indicator.definition(period).decimals() + 4;
    return strip(tolerance.setScale(scale, RoundingMode.HALF_UP));
  }

  static String verdict(
      Indicator indicator, Period period, Expectation expectation, BigDecimal value) {
    Shortfall shortfall = shortfall(indicator, period, expectation.expected(), value);
    boolean reached = shortfall.by().signum() <= 0;
    if (expectation.dated()) {
      return reached ? "MET" : "MISSED";
    }
    if (reached) {
      return "ON_TRACK";
    }
    return shortfall.by().compareTo(shortfall.tolerance()) <= 0 ? "AT_RISK" : "OFF_TRACK";
  }

  /** The verdict on what has no value and fails for it. */
  static String failed(Expectation expectation) {
    return expectation.dated() ? "MISSED" : "OFF_TRACK";
  }

  static String worse(String one, String other) {
    return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
  }

  static boolean reached(String verdict) {
    return verdict.equals("MET") || verdict.equals("ON_TRACK");
  }

  static boolean judged(@Nullable String performance) {
    return performance != null && ORDER.contains(performance);
  }

  static BigDecimal strip(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }
}
