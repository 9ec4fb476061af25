package si.kazalnik.indicator.topology;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Marks in the order of their keys. They live in a store, because a commit may come before they are
 * worked off, and in memory, because most events find their mark set.
 */
final class Marks {

  private final KeyValueStore<Bytes, byte[]> store;
  private final TreeMap<Bytes, Mark> held = new TreeMap<>();

  Marks(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> each = all.next();
        held.put(each.key, Mark.read(new BytesIn(each.value)));
      }
    }
  }

  void set(byte[] key, Mark mark) {
    Bytes at = Bytes.wrap(key);
    Mark before = held.get(at);
    Mark now = before == null ? mark : before.and(mark);
    if (!now.equals(before)) {
      held.put(at, now);
      // The instant serves the delay's measurement only: not worth a write of its own.
      if (before == null || !before.sameCauses(now)) {
        store.put(at, now.write(new BytesOut()).done());
      }
    }
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  /** The first one, or null. */
  Map.@Nullable Entry<Bytes, Mark> first() {
    return held.firstEntry();
  }

  Mark get(Bytes key) {
    return held.getOrDefault(key, Mark.AGAIN);
  }

  /** A copy of all keys, in order. */
  List<Bytes> keys() {
    return List.copyOf(held.keySet());
  }

  /** A copy of the keys that begin with these bytes, which do not end in 0xFF, in order. */
  List<Bytes> keys(byte[] prefix) {
    return List.copyOf(
        held.subMap(Bytes.wrap(prefix), Bytes.wrap(CellKeys.after(prefix))).keySet());
  }

  void remove(Bytes key) {
    held.remove(key);
    store.delete(key);
  }
}
