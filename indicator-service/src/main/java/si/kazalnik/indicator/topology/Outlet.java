package si.kazalnik.indicator.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import si.kazalnik.contract.EventHeaders;

/** Sends on what a stage has worked out. */
final class Outlet {

  /** The key of what goes to every partition; no id is empty. */
  static final String TO_ALL = "";

  private final ProcessorContext<String, byte[]> context;

  Outlet(ProcessorContext<String, byte[]> context) {
    this.context = context;
  }

  /** To the one child of the stage. */
  void send(String key, byte[] value) {
    context.forward(new Record<>(key, value, stamp()));
  }

  /** Says to the one child of the stage that what had the key is no more. */
  void sendEnd(String key) {
    context.forward(new Record<String, byte[]>(key, null, stamp()));
  }

  /** Says to the child of that name that what had the key is no more. */
  void sendEnd(String child, String key) {
    context.forward(new Record<String, byte[]>(key, null, stamp()), child);
  }

  /** To the child of that name. */
  void send(String child, String key, byte[] value) {
    context.forward(new Record<>(key, value, stamp()), child);
  }

  /** To the child of that name, with what its delay is measured by, where that is known. */
  void send(String child, String key, byte[] value, long recordedAt) {
    Record<String, byte[]> message = new Record<>(key, value, stamp());
    if (recordedAt > 0) {
      message.headers().add(EventHeaders.RECORDED_AT, new BytesOut().fixedLong(recordedAt).done());
    }
    context.forward(message, child);
  }

  // Nothing is computed from it: topics of ours stamp on arrival. Never negative, as Kafka asks.
  private long stamp() {
    return Math.max(0, context.currentSystemTimeMs());
  }
}
