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
import si.kazalnik.indicator.published.Era;

/**
 * What there is to draw of one indicator.
 *
 * @param definition as it stands now
 * @param eras every definition that there is, the earliest first
 * @param values the headline's, by period
 * @param judged the latest judged one, or null
 * @param illustrative whether the values are invented
 * @param from the strategy's first year
 * @param to the strategy's last year
 */
public record ChartSource(
    Indicator definition,
    List<Era> eras,
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

  /** A number that applies to the periods that start from one day on to before another. */
  record Level(LocalDate from, LocalDate until, BigDecimal value) {}

  /** The dated points of paths of single numbers on which a period was, is or will be judged. */
  List<Point> targets() {
    return eras.stream()
        .flatMap(era -> era.points().stream())
        .flatMap(each -> point(each.period(), each.bounds().value()).stream())
        .toList();
  }

  static List<Point> points(Target.Path path) {
    return path.points().stream()
        .flatMap(each -> point(each.period(), each.bounds().value()).stream())
        .toList();
  }

  /** What the line to the first point begins with. */
  static Optional<Point> baseline(Indicator definition) {
    Indicator.Baseline baseline = definition.baseline();
    return baseline == null || !isLinear(definition)
        ? Optional.empty()
        : point(baseline.period(), baseline.bounds().value());
  }

  /** Those of every era whose line is drawn. */
  List<Point> baselines() {
    return eras.stream().flatMap(era -> baseline(era.definition()).stream()).toList();
  }

  static boolean isLinear(Indicator definition) {
    return definition.target() instanceof Target.Path path
        && path.interpolate() == Target.Interpolate.LINEAR;
  }

  /** The level of the quota that holds now, or null. */
  @Nullable BigDecimal quota() {
    return quota(definition);
  }

  /** The levels of quotas, the earliest first. */
  List<Level> quotas() {
    List<Level> levels = new ArrayList<>();
    for (Era era : eras) {
      BigDecimal quota = quota(era.definition());
      Level last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
      if (quota != null
          && last != null
          && last.until().equals(era.from())
          && last.value().compareTo(quota) == 0) {
        levels.set(levels.size() - 1, new Level(last.from(), era.until(), quota));
      } else if (quota != null) {
        levels.add(new Level(era.from(), era.until(), quota));
      }
    }
    return levels;
  }

  /** The quota by which the period that ends the year is judged, or null. */
  @Nullable BigDecimal quotaAtEndOf(int year) {
    LocalDate end = LocalDate.of(year, 12, 31);
    return eras.stream()
        .filter(era -> era.holds(era.startOfPeriodEnding(end)))
        .findFirst()
        .map(era -> quota(era.definition()))
        .orElse(null);
  }

  private static @Nullable BigDecimal quota(Indicator definition) {
    return definition.target() instanceof Target.EveryPeriod quota ? quota.bounds().value() : null;
  }

  /** To how many decimals a value is rounded. */
  int decimals(IndicatorValue value) {
    return eras.stream()
        .filter(era -> era.holds(value.start()))
        .findFirst()
        .orElseThrow()
        .definition()
        .decimals();
  }

  /** Days from which on a new series begins. */
  List<LocalDate> breaks() {
    return definition.breaks().stream()
        .flatMap(each -> ReportingPeriod.parse(each.period()).stream())
        .map(ReportingPeriod::start)
        .toList();
  }

  static double tolerance(Indicator definition, double expected) {
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
