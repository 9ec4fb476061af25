package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.deviation.Overdue;
import si.kazalnik.indicator.domain.deviation.PerformanceDeviations;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/**
 * Watches the indicators whose values have changed, and those whose time of grace has ended: once
 * nothing is left to be evaluated, so that of a clock that jumps only the end is judged.
 */
final class DeviationWatch {

  private static final int SCHEMA = 1;

  private final TopologySettings settings;
  private final Definitions definitions;
  private final PublishedBook published;
  private final KeyValueStore<Bytes, byte[]> store;
  private final Marks changed;
  private final Outlet outlet;
  // What is stored, without reading it a few times a second.
  private final Set<String> knownOver = new HashSet<>();

  DeviationWatch(
      TopologySettings settings,
      Definitions definitions,
      PublishedBook published,
      KeyValueStore<Bytes, byte[]> store,
      Marks changed,
      Outlet outlet) {
    this.settings = settings;
    this.definitions = definitions;
    this.published = published;
    this.store = store;
    this.changed = changed;
    this.outlet = outlet;
  }

  /**
   * What is remembered of an indicator.
   *
   * @param deviation its last, ended or not; or null
   * @param overdue what was last told, by provider
   * @param graceOver whether its time of grace had ended
   */
  private record Watched(
      @Nullable Deviation deviation, Map<String, List<Overdue>> overdue, boolean graceOver) {

    static final Watched NEW = new Watched(null, Map.of(), false);
  }

  void check(Instant now) {
    if (settings.grace().pauses()) {
      return;
    }
    Set<String> due = new TreeSet<>(ofEndedGrace(now));
    for (Bytes key : changed.keys()) {
      due.add(new BytesIn(key.get()).id());
      changed.remove(key);
    }
    due.forEach(indicator -> check(indicator, now));
  }

  private List<String> ofEndedGrace(Instant now) {
    List<String> ended = new ArrayList<>();
    Slice slice = definitions.active();
    if (slice != null) {
      slice
          .inForceSince()
          .forEach(
              (indicator, since) -> {
                if (settings.grace().over(since, now) && !isKnownToBeOver(indicator)) {
                  ended.add(indicator);
                }
              });
    }
    return ended;
  }

  private boolean isKnownToBeOver(String indicator) {
    if (!knownOver.contains(indicator) && watched(indicator).graceOver()) {
      knownOver.add(indicator);
    }
    return knownOver.contains(indicator);
  }

  private void check(String indicator, Instant now) {
    Watched before = watched(indicator);
    IndicatorRules rules = definitions.rules(indicator).orElse(null);
    Slice slice = definitions.active();
    if (rules == null || slice == null) {
      Optional<Deviation> ended = PerformanceDeviations.removed(before.deviation(), now);
      ended.ifPresent(this::send);
      tell(indicator, before.overdue(), Map.of(), slice == null ? "" : slice.catalogue().version());
      keep(indicator, new Watched(ended.orElse(before.deviation()), Map.of(), false));
      return;
    }
    Instant since = slice.inForceSince().getOrDefault(indicator, now);
    boolean graceOver = settings.grace().over(since, now);
    String version = slice.catalogue().version();
    Optional<Deviation> next =
        published.latestFirst(
            indicator,
            values ->
                PerformanceDeviations.next(
                    rules, before.deviation(), values, now, graceOver, version));
    next.ifPresent(this::send);
    List<Overdue> overdue =
        published.latestFirst(indicator, values -> Overdue.of(rules, values, now, graceOver));
    Map<String, List<Overdue>> byProvider = byProvider(slice, overdue);
    tell(indicator, before.overdue(), byProvider, version);
    Watched after = new Watched(next.orElse(before.deviation()), byProvider, graceOver);
    if (!after.equals(before)) {
      keep(indicator, after);
    }
  }

  private static Map<String, List<Overdue>> byProvider(Slice slice, List<Overdue> overdue) {
    Map<String, List<Overdue>> byProvider = new TreeMap<>();
    for (Overdue each : overdue) {
      for (Series series : slice.catalogue().series()) {
        if (series.id().equals(each.series())) {
          byProvider.computeIfAbsent(series.provider(), any -> new ArrayList<>()).add(each);
        }
      }
    }
    return byProvider;
  }

  private void send(Deviation deviation) {
    outlet.send(StageTwo.DEVIATIONS, deviation.id(), ContractJson.write(deviation));
  }

  private void tell(
      String indicator,
      Map<String, List<Overdue>> before,
      Map<String, List<Overdue>> now,
      String catalogue) {
    Set<String> providers = new TreeSet<>(before.keySet());
    providers.addAll(now.keySet());
    for (String provider : providers) {
      List<Overdue> overdue = now.getOrDefault(provider, List.of());
      if (!overdue.equals(before.getOrDefault(provider, List.of()))) {
        outlet.send(
            StageTwo.OVERDUE,
            provider,
            ContractJson.write(new OverdueInputs(indicator, overdue, catalogue)));
      }
    }
  }

  private Watched watched(String indicator) {
    byte[] stored = store.get(key(indicator));
    return stored == null
        ? Watched.NEW
        : ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Watched.class);
  }

  private void keep(String indicator, Watched now) {
    if (!now.graceOver()) {
      knownOver.remove(indicator);
    }
    store.put(key(indicator), new BytesOut().raw(SCHEMA).raw(ContractJson.write(now)).done());
  }

  private static Bytes key(String indicator) {
    return Bytes.wrap(new BytesOut().id(indicator).done());
  }
}
