package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far a partition of {@code measurements} has been taken. In state, because a task that comes
 * to life again with nothing new to take must still know it.
 */
final class Position {

  private static final Bytes KEY = Bytes.wrap("next".getBytes(StandardCharsets.UTF_8));

  private final KeyValueStore<Bytes, byte[]> store;
  private long next;

  Position(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    byte[] kept = store.get(KEY);
    next = kept == null ? 0 : new BytesIn(kept).fixedLong();
  }

  void reach(long offset) {
    next = offset;
    store.put(KEY, new BytesOut().fixedLong(offset).done());
  }

  /** Offset after the last record taken. */
  long next() {
    return next;
  }
}
