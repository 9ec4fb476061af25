package si.kazalnik.benchmark.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
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
 * The ceiling: plain producers and consumers, which read no byte of an event. Arguments: the
 * broker, a topic, another to which all of it is copied all the time, and one of its own. Commands:
 * {@code load round count days} makes events, {@code both} produces and consumes them, {@code await
 * count} waits until so many were copied in all.
 */
public final class RawClient {
  private static final int POLL = 4_000;
  private static final long PAUSE_MILLIS = 5;

  private final Kafka kafka;
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AtomicLong copied = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private List<Load.Event> load = List.of();

  private RawClient(Kafka kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
    producer = kafka.producer();
    consumer = kafka.consumer();
    kafka.assign(consumer, topic);
  }

  public static void main(String[] arguments) {
    RawClient client = new RawClient(new Kafka(arguments[0]), arguments[3]);
    Thread copying = new Thread(() -> client.copy(arguments[1], arguments[2]), "copy");
    copying.setDaemon(true);
    copying.setUncaughtExceptionHandler((thread, thrown) -> client.failure.set(thrown));
    copying.start();
    Worker.serve(client::run);
  }

  private String run(List<String> words) throws InterruptedException {
    switch (words.get(0)) {
      case "load" ->
          load =
              Load.of(
                      words.get(1),
                      Integer.parseInt(words.get(2)),
                      Instant.now(),
                      Integer.parseInt(words.get(3)))
                  .events();
      case "both" -> both();
      case "await" -> await(Long.parseLong(words.get(1)));
      default -> throw new IllegalArgumentException(words.get(0));
    }
    return "done";
  }

  // As warm as what it is compared with: its clients stay.
  private void both() {
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              for (int left = load.size(); left > 0; ) {
                left -= consumer.poll(Duration.ofMillis(100)).count();
              }
            });
    kafka.produce(producer, topic, load);
    reading.join();
    load = List.of();
  }

  private void await(long count) throws InterruptedException {
    while (copied.get() < count) {
      Throwable first = failure.get();
      if (first != null) {
        throw new IllegalStateException(first);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  // As ingestion does, but without looking and without transactions: what was read is passed on and
  // then committed.
  private void copy(String from, String to) {
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers",
                    kafka.servers(),
                    "group.id",
                    "copy",
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
      while (failure.get() == null) {
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
        copied.addAndGet(records.count());
      }
    }
  }
}
