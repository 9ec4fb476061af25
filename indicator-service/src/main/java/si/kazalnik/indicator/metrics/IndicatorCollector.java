package si.kazalnik.indicator.metrics;

import com.mongodb.MongoException;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedStrategy;
import si.kazalnik.indicator.published.PublishedValues;
import si.kazalnik.indicator.topology.ComputedHere;

/**
 * Indicators as gauges, made anew at each scrape from what the API gives, so that nothing outlives
 * what it says: an indicator that leaves the catalogue, or a value that is withdrawn, takes its
 * series along. Only indicators that this instance computes are there.
 *
 * <ul>
 *   <li>{@code strategy_indicator_value}, {@code _target}, {@code _expected}: those of {@code
 *       latest}, the newest period with a value, open or not; {@code _shortfall} = {@code
 *       _expected} − {@code _value} (polarity {@code HIGHER}) or {@code _value} − {@code _expected}
 *       ({@code LOWER}). In the indicator's unit; what is null has no series. With {@code
 *       metricCells} likewise of each cell in its newest closed period, with the dimension as a
 *       label; a suppressed cell has no series.
 *   <li>{@code strategy_indicator_info}: 1, one series for each measure that it serves; a label is
 *       empty where the measure lies directly under its goal.
 *   <li>{@code strategy_indicator_performance}, {@code _data_health}: for each indicator exactly
 *       one of the states is 1, the others are 0.
 *   <li>{@code strategy_indicator_data_age_seconds}: by the service's clock, 0 while that period
 *       runs; no series before the first.
 * </ul>
 */
final class IndicatorCollector implements MultiCollector {

  private static final Logger log = LoggerFactory.getLogger(IndicatorCollector.class);

  private final PublishedStrategies strategies;
  private final PublishedValues values;
  private final ComputedHere here;
  private final InstantSource clock;

  IndicatorCollector(
      PublishedStrategies strategies,
      PublishedValues values,
      ComputedHere here,
      InstantSource clock) {
    this.strategies = strategies;
    this.values = values;
    this.here = here;
    this.clock = clock;
  }

  @Override
  public MetricSnapshots collect() {
    try {
      return strategies.now().map(this::of).orElseGet(MetricSnapshots::new);
    } catch (MongoException away) {
      // The other metrics must still be seen; a gap says more than yesterday's figures.
      log.warn("indicators can't be exported: {}", away.getMessage());
      return new MetricSnapshots();
    }
  }

  private MetricSnapshots of(PublishedStrategy strategy) {
    Set<Integer> partitions = here.partitions();
    IndicatorSeries series = new IndicatorSeries(strategy.index(), clock.instant());
    strategy.all().stream()
        .filter(each -> ComputedHere.concerns(partitions, each.id()))
        .forEach(each -> add(series, each));
    return series.snapshots();
  }

  private void add(IndicatorSeries series, PublishedIndicator indicator) {
    series.add(indicator);
    if (indicator.definition().metricCells()) {
      for (Map<String, String> cell : indicator.cells()) {
        List<IndicatorValue> periods = values.current(indicator.id(), cell);
        if (!periods.isEmpty()) {
          series.addCell(indicator, periods.get(periods.size() - 1));
        }
      }
    }
  }
}
