package si.kazalnik.indicator.metrics;

import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Strategy.Objective;
import si.kazalnik.indicator.domain.health.Standing;
import si.kazalnik.indicator.domain.target.Shortfall;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.StrategyIndex;

/** The series {@code strategy_indicator_*} of some indicators, at one scrape. */
final class IndicatorSeries {

  private final Family values =
      new Family("strategy_indicator_value", "Value of the latest period that has one");
  private final Family targets =
      new Family("strategy_indicator_target", "Target of that period, as the API gives it");
  private final Family expected =
      new Family("strategy_indicator_expected", "What is expected at the end of that period");
  private final Family shortfalls =
      new Family(
          "strategy_indicator_shortfall",
          "Expected minus value where higher is better, value minus expected where lower is");
  private final Family performance =
      new Family("strategy_indicator_performance", "1 for the latest verdict");
  private final Family health =
      new Family("strategy_indicator_data_health", "1 for the present state of its data");
  private final Family ages =
      new Family(
          "strategy_indicator_data_age_seconds",
          "Since the end of the latest period that has a value and misses no input");
  private final InfoSnapshot.Builder info =
      InfoSnapshot.builder().name("strategy_indicator").help("The measures that it serves");

  private final StrategyIndex index;
  private final Instant now;

  IndicatorSeries(StrategyIndex index, Instant now) {
    this.index = index;
    this.now = now;
  }

  void add(PublishedIndicator indicator) {
    Standing standing = indicator.standing();
    Labels labels = Labels.of("indicator", indicator.id());
    IndicatorValue latest = standing.latest();
    if (latest != null) {
      figures(labels, indicator.definition(), latest);
    }
    performance.addStates(indicator.id(), Performance.values(), standing.performance());
    health.addStates(indicator.id(), DataHealth.values(), standing.health());
    age(labels, indicator.values());
    link(indicator);
  }

  /** The figures of a cell; none where it is suppressed or has no value. */
  void addCell(PublishedIndicator indicator, IndicatorValue newest) {
    Labels.Builder labels = Labels.builder().label("indicator", indicator.id());
    newest
        .dimensions()
        .forEach((name, value) -> labels.label(PrometheusNaming.sanitizeLabelName(name), value));
    if (newest.value() != null) {
      figures(labels.build(), indicator.definition(), newest);
    }
  }

  private void figures(Labels labels, Indicator definition, IndicatorValue of) {
    values.add(labels, of.value());
    targets.add(labels, single(of.target()));
    expected.add(labels, single(of.expected()));
    shortfalls.add(labels, shortfall(definition, of));
  }

  // A range has two numbers, which need a label of their own; it comes with their verdicts.
  private static @Nullable BigDecimal single(@Nullable Bounds bounds) {
    return bounds == null ? null : bounds.value();
  }

  private static @Nullable BigDecimal shortfall(Indicator definition, IndicatorValue latest) {
    BigDecimal value = latest.value();
    Bounds expected = latest.expected();
    return value == null || expected == null
        ? null
        : Shortfall.of(expected, value, definition.polarity()).amount();
  }

  private void age(Labels labels, List<IndicatorValue> headline) {
    ZoneId zone = index.catalogue().strategy().timeZone();
    headline.stream()
        .filter(each -> each.value() != null && each.missing().isEmpty())
        .reduce((earlier, later) -> later)
        .map(newest -> newest.end().plusDays(1).atStartOfDay(zone).toInstant())
        .map(end -> end.isBefore(now) ? Duration.between(end, now).toMillis() / 1_000.0 : 0.0)
        .ifPresent(age -> ages.add(labels, age));
  }

  private void link(PublishedIndicator indicator) {
    Indicator definition = indicator.definition();
    for (StrategyIndex.Place place : index.places(definition)) {
      Objective objective = place.objective();
      info.dataPoint(
          InfoDataPointSnapshot.builder()
              .labels(
                  Labels.builder()
                      .label("indicator", indicator.id())
                      .label("measure", place.measure().id())
                      .label("objective", objective == null ? "" : objective.id())
                      .label("goal", place.goal().id())
                      .label("unit", definition.unit())
                      .label("polarity", definition.polarity().name())
                      .label("illustrative", illustrative(indicator))
                      .build())
              .build());
    }
  }

  private static String illustrative(PublishedIndicator indicator) {
    return Boolean.toString(indicator.illustrativeValue() || indicator.illustrativeTarget());
  }

  MetricSnapshots snapshots() {
    return MetricSnapshots.of(
        values.snapshot(),
        targets.snapshot(),
        expected.snapshot(),
        shortfalls.snapshot(),
        performance.snapshot(),
        health.snapshot(),
        ages.snapshot(),
        info.build());
  }
}
