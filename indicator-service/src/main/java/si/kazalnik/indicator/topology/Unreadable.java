package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.UnreadableRecordException;

/**
 * The records of {@code measurements} that can't be read. They stay in the topic, which forgets
 * nothing; here are their offsets with the reason, and their count goes into the watermark, so that
 * none is skipped in silence.
 */
final class Unreadable {

  private static final Logger log = LoggerFactory.getLogger(Unreadable.class);

  private final KeyValueStore<Bytes, byte[]> store;
  private long count;

  Unreadable(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        all.next();
        count++;
      }
    }
  }

  void keep(TopicPartition place, long offset, UnreadableRecordException reason) {
    log.error("{}@{} is unreadable; it is counted and stays in the topic", place, offset, reason);
    store.put(
        Bytes.wrap(new BytesOut().fixedLong(offset).done()),
        String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8));
    count++;
  }

  long count() {
    return count;
  }
}
