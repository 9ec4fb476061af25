package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.domain.deviation.DeviationIds;
import si.kazalnik.indicator.domain.deviation.Overdue;

/** What is remembered of indicators' deviations: each by its id, and the last one of each tuple. */
final class DeviationBook {

  private static final int SCHEMA = 2;

  private final KeyValueStore<Bytes, byte[]> store;
  // Read at every tick, so not from the store.
  private final Set<String> graceOver = new HashSet<>();

  DeviationBook(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * What is remembered of an indicator.
   *
   * @param last id of each tuple's last deviation, ended or not, by the tuple's text
   * @param overdue what was last told, by provider
   * @param graceOver whether its time of grace had ended
   */
  record Watched(Map<String, String> last, Map<String, List<Overdue>> overdue, boolean graceOver) {
    static final Watched NEW = new Watched(Map.of(), Map.of(), false);

    /** With that one as its tuple's last. */
    Watched with(Deviation deviation) {
      Map<String, String> with = new TreeMap<>(last);
      with.put(IndicatorValue.dimensionsKey(deviation.dimensions()), deviation.id());
      return new Watched(with, overdue, graceOver);
    }

    /** The id of the tuple's last, or null. */
    @Nullable String last(Map<String, String> dimensions) {
      return last.get(IndicatorValue.dimensionsKey(dimensions));
    }
  }

  Watched watched(String indicator) {
    byte[] stored = store.get(Bytes.wrap(new BytesOut().id(indicator).done()));
    return stored == null
        ? Watched.NEW
        : ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Watched.class);
  }

  void keep(String indicator, Watched now) {
    store.put(
        Bytes.wrap(new BytesOut().id(indicator).done()),
        new BytesOut().raw(SCHEMA).raw(ContractJson.write(now)).done());
    if (!now.graceOver()) {
      graceOver.remove(indicator);
    }
  }

  /** Whether its time of grace was found to have ended. */
  boolean isGraceOver(String indicator) {
    if (!graceOver.contains(indicator) && watched(indicator).graceOver()) {
      graceOver.add(indicator);
    }
    return graceOver.contains(indicator);
  }

  @Nullable Deviation get(String indicator, String id) {
    byte[] stored = store.get(key(indicator, id));
    return stored == null ? null : read(stored);
  }

  private static Deviation read(byte[] stored) {
    return ContractJson.read(BytesIn.versioned(stored, SCHEMA).rest(), Deviation.class);
  }

  void put(String indicator, Deviation deviation) {
    store.put(
        key(indicator, deviation.id()),
        new BytesOut().raw(SCHEMA).raw(ContractJson.write(deviation)).done());
  }

  /** Takes over one that was told earlier, in the order in which they were. */
  void takeOver(String indicator, Deviation deviation) {
    put(indicator, deviation);
    Watched watched = watched(indicator);
    if (deviation.state() != Deviation.State.SUPPRESSED) {
      String id = watched.last(deviation.dimensions());
      Deviation last = id == null ? null : get(indicator, id);
      if (last == null || !last.openedAt().isAfter(deviation.openedAt())) {
        watched = watched.with(deviation);
      }
    }
    // What was to be found when its time of grace ended has been told, too.
    keep(indicator, new Watched(watched.last(), watched.overdue(), true));
  }

  /** Forgets one. */
  void forget(String id) {
    store.delete(key(DeviationIds.indicator(id), id));
  }

  /** Ids of the deviations that ended before that instant. */
  List<String> endedBefore(Instant instant) {
    List<String> ended = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found = store.all()) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> each = found.next();
        if (isOfDeviation(each.key)) {
          Deviation deviation = read(each.value);
          Instant end = deviation.resolvedAt();
          if (end != null && end.isBefore(instant)) {
            ended.add(deviation.id());
          }
        }
      }
    }
    return ended;
  }

  private static boolean isOfDeviation(Bytes key) {
    String indicator = new BytesIn(key.get()).id();
    return !key.equals(Bytes.wrap(new BytesOut().id(indicator).done()));
  }

  private static Bytes key(String indicator, String id) {
    return Bytes.wrap(new BytesOut().id(indicator).text(id).done());
  }
}
