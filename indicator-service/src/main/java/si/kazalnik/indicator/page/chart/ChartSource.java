package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;

/**
 * What there is to draw of one indicator.
 *
 * @param values the headline's, by period
 * @param judged the latest judged one, or null
 * @param illustrative whether the values are invented
 * @param from the strategy's first year
 * @param to the strategy's last year
 */
public record ChartSource(
    Indicator definition,
    List<IndicatorValue> values,
    @Nullable IndicatorValue judged,
    boolean illustrative,
    int from,
    int to) {

  /** A number that applies on a day. */
  record Point(LocalDate day, BigDecimal value) {}

  List<IndicatorValue> withValue() {
    return values.stream().filter(value -> value.value() != null).toList();
  }

  Optional<IndicatorValue> latest() {
    List<IndicatorValue> all = withValue();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  static BigDecimal number(IndicatorValue value) {
    return Objects.requireNonNull(value.value());
  }

  /** The dated points of a path of single numbers. */
  List<Point> targets() {
    List<Point> points = new ArrayList<>();
    if (definition.target() instanceof Target.Path path) {
      for (Target.Point each : path.points()) {
        point(each.period(), each.bounds().value()).ifPresent(points::add);
      }
    }
    return points;
  }

  /** What the line to the first point begins with. */
  Optional<Point> baseline() {
    Indicator.Baseline baseline = definition.baseline();
    boolean line =
        definition.target() instanceof Target.Path path
            && path.interpolate() == Target.Interpolate.LINEAR;
    return baseline == null || !line
        ? Optional.empty()
        : point(baseline.period(), baseline.bounds().value());
  }

  boolean isLinear() {
    return definition.target() instanceof Target.Path path
        && path.interpolate() == Target.Interpolate.LINEAR;
  }

  boolean holds() {
    return definition.target() instanceof Target.Path path && path.after() == Target.After.HOLD;
  }

  /** The level of a quota, or null. */
  @Nullable BigDecimal quota() {
    return definition.target() instanceof Target.EveryPeriod quota ? quota.bounds().value() : null;
  }

  /** Days from which on a new series begins. */
  List<LocalDate> breaks() {
    return definition.breaks().stream()
        .flatMap(each -> ReportingPeriod.parse(each.period()).stream())
        .map(ReportingPeriod::start)
        .toList();
  }

  double tolerance(double expected) {
    double number = definition.tolerance().value().doubleValue();
    return definition.tolerance().percent() ? Math.abs(expected) * number / 100 : number;
  }

  static String shape(Performance performance) {
    return performance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Point> point(String period, @Nullable BigDecimal value) {
    return value == null
        ? Optional.empty()
        : ReportingPeriod.parse(period).map(parsed -> new Point(parsed.end(), value));
  }
}
