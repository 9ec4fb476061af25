package si.kazalnik.ingestion.mongo;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps in MongoDB what a topic tells. */
interface Sink {

  /** The offset from which it has still to be told, 0 at first; read from MongoDB. */
  long next(int partition);

  /**
   * Keeps what the records say, and up to where it was told. Told the same again, it changes
   * nothing.
   *
   * @param records of that partition in their order; at least one
   */
  void keep(int partition, List<ConsumerRecord<byte[], byte[]>> records);

  /** Forgets what the partition told: it will be told again from the beginning. */
  void anew(int partition);

  /** The partition is no longer this instance's. */
  void leave(int partition);
}
