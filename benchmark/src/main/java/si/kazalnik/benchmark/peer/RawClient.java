package si.kazalnik.benchmark.peer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.process.Kafka;
import si.kazalnik.benchmark.process.Worker;

/**
 * The ceiling: plain producers and consumers, which read no byte of an event. Argument: the broker.
 * Commands: {@code load round count days} makes events, {@code both topic} produces and consumes
 * them, {@code copy from to count} consumes and produces the same bytes again.
 */
public final class RawClient {
  private static final int POLL = 4_000;

  private final Kafka kafka;
  private List<Load.Event> load = List.of();

  private RawClient(Kafka kafka) {
    this.kafka = kafka;
  }

  public static void main(String[] arguments) throws IOException {
    RawClient client = new RawClient(new Kafka(arguments[0]));
    Worker.serve(client::run);
    System.exit(0);
  }

  private String run(List<String> words) {
    switch (words.get(0)) {
      case "load" ->
          load =
              Load.of(
                      words.get(1),
                      Integer.parseInt(words.get(2)),
                      Instant.now(),
                      Integer.parseInt(words.get(3)))
                  .events();
      case "both" -> both(words.get(1));
      case "copy" -> copy(words.get(1), words.get(2), Integer.parseInt(words.get(3)));
      default -> throw new IllegalArgumentException(words.get(0));
    }
    return "done";
  }

  private void both(String topic) {
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(() -> kafka.consume(topic, load.size()));
    kafka.produce(topic, load);
    reading.join();
    load = List.of();
  }

  // As ingestion does, but without looking and without transactions: what was read is passed on and
  // then committed.
  private void copy(String from, String to, int count) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers",
                    kafka.servers(),
                    "group.id",
                    "copy-" + from,
                    "enable.auto.commit",
                    false,
                    "auto.offset.reset",
                    "earliest",
                    "max.poll.records",
                    POLL),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        KafkaProducer<byte[], byte[]> producer = kafka.producer()) {
      consumer.subscribe(List.of(from));
      int copied = 0;
      while (copied < count) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
        for (ConsumerRecord<byte[], byte[]> each : records) {
          Future<RecordMetadata> unused =
              producer.send(
                  new ProducerRecord<>(to, each.key(), each.value()),
                  (metadata, refused) -> {
                    if (refused != null) {
                      failure.compareAndSet(null, refused);
                    }
                  });
        }
        producer.flush();
        consumer.commitSync();
        copied += records.count();
      }
    }
    Exception first = failure.get();
    if (first != null) {
      throw new IllegalStateException(first);
    }
  }
}
