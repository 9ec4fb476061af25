package si.kazalnik.standalone.samples;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Topics;

/** Publishes samples to the providers' topics. */
final class SamplePublisher implements AutoCloseable {

  private final Topics topics = new Topics("");
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  SamplePublisher(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "client.id", "samples",
                "acks", "all",
                "linger.ms", 20,
                "compression.type", "lz4"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Hands a sample over; {@link #flush} tells whether it arrived. */
  void publish(Sample sample) {
    var unused =
        producer.send(
            CloudEventJson.record(topics, sample),
            (metadata, exception) -> {
              if (exception != null) {
                failure.compareAndSet(null, exception);
              }
            });
  }

  /**
   * Waits until the broker has everything.
   *
   * @throws IllegalStateException where it has not, with the first reason
   */
  void flush() {
    producer.flush();
    Exception first = failure.getAndSet(null);
    if (first != null) {
      throw new IllegalStateException("samples could not be published", first);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
