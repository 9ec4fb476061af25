package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import si.kazalnik.benchmark.load.LoadEvent;

/** An ordinary Kafka producer and an ordinary HTTP client, which try again while nobody answers. */
final class Publisher implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final Api api;
  private final Product product;
  private final AtomicInteger sentAgain = new AtomicInteger();

  Publisher(Product product, Api api) {
    this.product = product;
    this.api = api;
    Properties settings = new Properties();
    settings.put("bootstrap.servers", product.kafka());
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 5);
    settings.put("compression.type", "none");
    settings.put("max.request.size", 4_000_000);
    settings.put("delivery.timeout.ms", 900_000);
    settings.put("max.block.ms", 900_000);
    settings.put("reconnect.backoff.max.ms", 500);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Batches of which HTTP did not say whether it took them, so that they were sent twice. */
  int sentAgain() {
    return sentAgain.get();
  }

  /** Waits until Kafka has all of them. */
  void overKafka(List<LoadEvent> events) throws InterruptedException, ExecutionException {
    List<Future<?>> sent = new ArrayList<>();
    for (LoadEvent event : events) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              RawLog.topic(event.provider()),
              event.key().getBytes(StandardCharsets.UTF_8),
              event.value().getBytes(StandardCharsets.UTF_8));
      event
          .headers()
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      sent.add(producer.send(record));
    }
    producer.flush();
    for (Future<?> each : sent) {
      each.get();
    }
  }

  /** One identity's events share a batch, in their order, for batches may overtake each other. */
  void overHttp(List<LoadEvent> events, int batches) throws IOException, InterruptedException {
    Map<String, List<LoadEvent>> byBatch = new LinkedHashMap<>();
    for (LoadEvent event : events) {
      String batch = event.provider() + ":" + Math.floorMod(event.key().hashCode() >> 4, batches);
      byBatch.computeIfAbsent(batch, none -> new ArrayList<>()).add(event);
    }
    for (List<LoadEvent> batch : byBatch.values()) {
      publish(
          batch.get(0).provider(),
          batch.stream().map(LoadEvent::value).collect(Collectors.joining(",", "[", "]")));
    }
  }

  private void publish(String provider, String body) throws IOException, InterruptedException {
    String key = product.keyOf(provider);
    while (true) {
      try {
        if (api.publish(key, body)) {
          return;
        }
      } catch (java.net.ConnectException notThere) {
        // Nothing was sent.
        Thread.sleep(200);
        continue;
      } catch (IOException lost) {
        // It may have been taken: the answer was lost with the process.
        Thread.sleep(200);
      }
      sentAgain.incrementAndGet();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
