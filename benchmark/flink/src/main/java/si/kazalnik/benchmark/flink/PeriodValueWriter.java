package si.kazalnik.benchmark.flink;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes values as JSON, keyed by indicator and period. */
final class PeriodValueWriter implements KafkaRecordSerializationSchema<PeriodValue> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  PeriodValueWriter(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      PeriodValue value, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(
        topic,
        value.key().getBytes(StandardCharsets.UTF_8),
        value.json().getBytes(StandardCharsets.UTF_8));
  }
}
