package si.kazalnik.indicator.topology;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Of one thread of Kafka Streams, whether a transaction was aborted in which a task wrote that has
 * gone on. Kafka Streams aborts the transaction of all tasks of a thread when it closes a damaged
 * one; it commits the others' work before, but not while the group rebalances, and lets them go on
 * all the same: what they had written would be read as done and be missing for ever. Such a thread
 * must not commit again before it has given all of its tasks up.
 */
final class Transactions {

  private static final ThreadLocal<Transactions> OF_THREAD =
      ThreadLocal.withInitial(Transactions::new);

  private final Set<Writer> writers = new HashSet<>();

  private Transactions() {}

  /** Those of the thread that asks. */
  static Transactions ofThread() {
    return OF_THREAD.get();
  }

  /** A task's work, from its beginning to its end. */
  static final class Writer {
    private boolean wrote;
    private boolean broken;

    /** Something may have been written in the transaction that is open. */
    void wrote() {
      wrote = true;
    }
  }

  /** A task begins to work in this thread. */
  Writer begin() {
    Writer writer = new Writer();
    writers.add(writer);
    return writer;
  }

  /** A task has ended, in whatever way. */
  void end(Writer writer) {
    writers.remove(writer);
  }

  /**
   * To be asked before a commit.
   *
   * @throws ProducerFencedException where it would lose something: Kafka Streams then closes all
   *     tasks of the thread and begins again from what is committed
   */
  void mustBeWhole() {
    if (writers.stream().anyMatch(each -> each.broken)) {
      throw new ProducerFencedException(
          "a transaction was aborted under tasks that have gone on; they begin again from what is"
              + " committed");
    }
  }

  void committed() {
    writers.forEach(each -> each.wrote = false);
  }

  void aborted() {
    for (Writer each : writers) {
      each.broken |= each.wrote;
      each.wrote = false;
    }
  }
}
