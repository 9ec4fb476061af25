package si.kazalnik.indicator.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer of one thread of Kafka Streams, whose transactions lose nothing. */
final class GuardedProducer extends KafkaProducer<byte[], byte[]> {

  GuardedProducer(Map<String, Object> config) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void commitTransaction() {
    Transactions.ofThread().mustBeWhole();
    super.commitTransaction();
    Transactions.ofThread().committed();
  }

  @Override
  public void abortTransaction() {
    // Whether it succeeds or not, the broker drops what was written.
    Transactions.ofThread().aborted();
    super.abortTransaction();
  }
}
