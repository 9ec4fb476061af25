package si.kazalnik.indicator.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Messages that must wait until what came before them is worked off, in their order. They are in
 * state, because their offsets are committed meanwhile.
 */
final class Inbox {

  private static final int SCHEMA = 1;

  private final KeyValueStore<Bytes, byte[]> store;
  private long first;
  private long next;

  Inbox(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      if (all.hasNext()) {
        first = number(all.next().key);
      }
    }
    try (KeyValueIterator<Bytes, byte[]> all = store.reverseAll()) {
      next = all.hasNext() ? number(all.next().key) + 1 : first;
    }
  }

  /**
   * A message as it came.
   *
   * @param control whether it is a catalogue
   * @param offset in its topic
   */
  record Message(boolean control, long offset, String key, Bytes value) {}

  boolean isEmpty() {
    return first == next;
  }

  void add(Message message) {
    store.put(
        key(next),
        new BytesOut()
            .raw(SCHEMA)
            .raw(message.control() ? 1 : 0)
            .number(message.offset())
            .text(message.key())
            .bytes(message.value().get())
            .done());
    next++;
  }

  /** The one that came first. */
  Message first() {
    byte[] stored = store.get(key(first));
    if (stored == null) {
      throw new IllegalStateException("message " + first + " of the inbox is not there");
    }
    BytesIn in = BytesIn.versioned(stored, SCHEMA);
    return new Message(in.raw() == 1, in.number(), in.text(), Bytes.wrap(in.bytes()));
  }

  void removeFirst() {
    store.delete(key(first));
    first++;
  }

  private static Bytes key(long number) {
    return Bytes.wrap(new BytesOut().fixedLong(number).done());
  }

  private static long number(Bytes key) {
    return new BytesIn(key.get()).fixedLong();
  }
}
