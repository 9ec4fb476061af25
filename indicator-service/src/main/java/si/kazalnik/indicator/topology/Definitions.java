package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/**
 * The catalogue by which one partition of stage two computes, and later ones that wait until stage
 * one has sent everything for them.
 */
final class Definitions {

  private static final int SCHEMA = 2;
  private static final Bytes CONTROL = Bytes.wrap("control".getBytes(StandardCharsets.UTF_8));
  private static final Bytes ACTIVE = Bytes.wrap("active".getBytes(StandardCharsets.UTF_8));

  private final KeyValueStore<Bytes, byte[]> store;
  private final Predicate<String> mine;
  private final TreeMap<Long, Slice> pending = new TreeMap<>();
  private final Map<String, IndicatorRules> rules = new HashMap<>();
  private @Nullable Slice active;
  private long control;

  Definitions(KeyValueStore<Bytes, byte[]> store, Predicate<String> mine) {
    this.store = store;
    this.mine = mine;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> each = all.next();
        if (each.key.equals(CONTROL)) {
          control = BytesIn.versioned(each.value, SCHEMA).fixedLong();
        } else if (each.key.equals(ACTIVE)) {
          serve(read(each.value));
        } else {
          Slice slice = read(each.value);
          pending.put(slice.sequence(), slice);
        }
      }
    }
  }

  /** The catalogue by which is computed, or null before the first. */
  @Nullable Slice active() {
    return active;
  }

  /** Whether a later catalogue waits. */
  boolean isPending() {
    return !pending.isEmpty();
  }

  /** The rules of an indicator of the active catalogue. */
  Optional<IndicatorRules> rules(String indicator) {
    return Optional.ofNullable(rules.get(indicator));
  }

  /** Of all indicators of the active catalogue that are this partition's. */
  Map<String, IndicatorRules> rules() {
    return rules;
  }

  /**
   * Whether the indicator, by any catalogue that is or waits to be in force, finds the series'
   * cells by their subjects.
   */
  boolean readsBySubject(String indicator, String series) {
    return (active != null && readsBySubject(active, indicator, series))
        || pending.values().stream().anyMatch(each -> readsBySubject(each, indicator, series));
  }

  private static boolean readsBySubject(Slice slice, String indicator, String series) {
    Routing.Use use = slice.routing().usersOf(series).get(indicator);
    return use != null && use.bySubject();
  }

  /** Offset in {@code control.indicators} after the newest record taken. */
  long control() {
    return control;
  }

  /** Takes a catalogue; one that is known already changes nothing. */
  void take(CataloguePublication publication, long offset) {
    control = offset + 1;
    store.put(CONTROL, new BytesOut().raw(SCHEMA).fixedLong(control).done());
    Slice newest = pending.isEmpty() ? active : pending.lastEntry().getValue();
    if (newest == null || publication.sequence() > newest.sequence()) {
      Slice slice = Slice.after(newest, publication, mine);
      pending.put(slice.sequence(), slice);
      store.put(key(slice), write(slice));
    }
  }

  /** Whether {@link #activate} would go over to another catalogue. */
  boolean isReady(long sent) {
    return pending.floorEntry(sent) != null;
  }

  /**
   * The newest catalogue for which everything has come, if that is a later one than the active; it
   * is active from now on.
   *
   * @param sent the catalogue for which every partition of stage one has sent everything
   */
  Optional<Slice> activate(long sent) {
    Map.Entry<Long, Slice> ready = pending.floorEntry(sent);
    if (ready == null) {
      return Optional.empty();
    }
    Slice slice = ready.getValue();
    while (!pending.isEmpty() && pending.firstKey() <= slice.sequence()) {
      store.delete(key(pending.pollFirstEntry().getValue()));
    }
    store.put(ACTIVE, write(slice));
    serve(slice);
    return Optional.of(slice);
  }

  private void serve(Slice slice) {
    active = slice;
    rules.clear();
    for (Indicator indicator : slice.catalogue().indicators()) {
      rules.put(indicator.id(), IndicatorRules.of(indicator, slice.catalogue()));
    }
  }

  private static Bytes key(Slice slice) {
    return Bytes.wrap(new BytesOut().id("pending").fixedLong(slice.sequence()).done());
  }

  private static byte[] write(Slice slice) {
    return new BytesOut().raw(SCHEMA).raw(ContractJson.write(slice)).done();
  }

  private static Slice read(byte[] stored) {
    return ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Slice.class);
  }
}
