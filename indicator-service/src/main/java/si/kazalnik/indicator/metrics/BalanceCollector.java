package si.kazalnik.indicator.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import si.kazalnik.indicator.topology.ComputedHere;
import si.kazalnik.indicator.topology.ProviderCounts;

/**
 * The balance as counters: the events that ingestion accepted of a provider are {@code
 * measurements_applied_total} + {@code measurements_duplicate_total} + {@code
 * measurements_superseded_total}; what could not be read, of whatever provider, is {@code
 * measurements_unreadable_total}. They are read from the computation's state, so that a restart
 * resets none. One instance exports the sums over all partitions: the one that computes the first.
 */
final class BalanceCollector implements MultiCollector {

  private final Supplier<Collection<String>> providers;
  private final Supplier<Map<String, ProviderCounts>> counts;
  private final LongSupplier unreadable;
  private final ComputedHere here;

  /**
   * For one balance.
   *
   * @param providers those of the catalogue, which have counts from the beginning
   */
  BalanceCollector(
      Supplier<Collection<String>> providers,
      Supplier<Map<String, ProviderCounts>> counts,
      LongSupplier unreadable,
      ComputedHere here) {
    this.providers = providers;
    this.counts = counts;
    this.unreadable = unreadable;
    this.here = here;
  }

  @Override
  public MetricSnapshots collect() {
    if (!here.partitions().contains(0)) {
      return new MetricSnapshots();
    }
    Map<String, ProviderCounts> all = new TreeMap<>();
    providers.get().forEach(each -> all.put(each, ProviderCounts.NONE));
    all.putAll(counts.get());
    return MetricSnapshots.of(
        counter(all, "applied", "Events that changed what was known", ProviderCounts::applied),
        counter(all, "duplicate", "Events equal to what was known", ProviderCounts::duplicate),
        counter(all, "superseded", "Events beaten by what was known", ProviderCounts::superseded),
        CounterSnapshot.builder()
            .name("measurements_unreadable")
            .help("Records of the measurements topic that could not be read and are passed over")
            .dataPoint(
                CounterDataPointSnapshot.builder().value((double) unreadable.getAsLong()).build())
            .build());
  }

  private static CounterSnapshot counter(
      Map<String, ProviderCounts> all,
      String what,
      String help,
      ToLongFunction<ProviderCounts> count) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder().name("measurements_" + what).help(help);
    all.forEach(
        (provider, counts) ->
            counter.dataPoint(
                CounterDataPointSnapshot.builder()
                    .labels(Labels.of("provider", provider))
                    .value((double) count.applyAsLong(counts))
                    .build()));
    return counter.build();
  }
}
