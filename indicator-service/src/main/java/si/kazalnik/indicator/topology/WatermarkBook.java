package si.kazalnik.indicator.topology;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far each partition of stage one has come, as one partition of stage two knows it. */
final class WatermarkBook {

  private final KeyValueStore<Bytes, byte[]> store;
  private final int partitions;
  private final TreeMap<Integer, Watermark> held = new TreeMap<>();

  WatermarkBook(KeyValueStore<Bytes, byte[]> store, int partitions) {
    this.store = store;
    this.partitions = partitions;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> each = all.next();
        Watermark watermark = Watermark.of(each.value);
        held.put(watermark.partition(), watermark);
      }
    }
  }

  void take(byte[] watermark) {
    Watermark taken = Watermark.of(watermark);
    held.put(taken.partition(), taken);
    store.put(Bytes.wrap(new BytesOut().fixedInt(taken.partition()).done()), watermark);
  }

  /** The catalogue for which every partition has sent everything; 0 where one has sent none. */
  long catalogueSent() {
    return held.size() < partitions
        ? 0
        : held.values().stream().mapToLong(Watermark::catalogue).min().orElse(0);
  }

  /** By partition. */
  Map<Integer, Watermark> all() {
    return new TreeMap<>(held);
  }
}
