package si.kazalnik.benchmark.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private static final int PIECE = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final KafkaProducer<byte[], byte[]> producer;
  private final Api api;
  private final Product product;
  private final AtomicInteger sentAgain = new AtomicInteger();
  private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();

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

  /** The events that Kafka or HTTP has said to have taken since the last call. */
  List<String> confirmed() {
    List<String> all = new ArrayList<>();
    for (String each = confirmed.poll(); each != null; each = confirmed.poll()) {
      all.add(each);
    }
    return all;
  }

  /** Waits until Kafka has all of them; some at a time where there are pauses. */
  void overKafka(List<LoadEvent> events, Pace pace)
      throws InterruptedException, ExecutionException {
    List<Future<?>> sent = new ArrayList<>();
    for (LoadEvent event : events) {
      if (sent.size() % PIECE == PIECE - 1) {
        pace.pause();
      }
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
    events.forEach(each -> confirmed.add(each.value()));
  }

  /** One identity's events share a batch, in their order, for batches may overtake each other. */
  void overHttp(List<LoadEvent> events, int batches, Pace pace)
      throws IOException, InterruptedException {
    Map<String, List<LoadEvent>> byBatch = new LinkedHashMap<>();
    for (LoadEvent event : events) {
      String batch = event.provider() + ":" + Math.floorMod(event.key().hashCode() >> 4, batches);
      byBatch.computeIfAbsent(batch, none -> new ArrayList<>()).add(event);
    }
    for (List<LoadEvent> batch : byBatch.values()) {
      pace.pause();
      publish(
          batch.get(0).provider(),
          batch.stream().map(LoadEvent::value).collect(Collectors.joining(",", "[", "]")));
      batch.forEach(each -> confirmed.add(each.value()));
    }
  }

  private void publish(String provider, String body) throws IOException {
    String key = product.keyOf(provider);
    await("a batch over HTTP")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .pollDelay(Duration.ZERO)
        .until(() -> taken(key, body));
  }

  private boolean taken(String key, String body) throws InterruptedException {
    try {
      if (api.publish(key, body)) {
        return true;
      }
    } catch (ConnectException notThere) {
      // Nothing was sent.
      return false;
    } catch (IOException lost) {
      // It may have been taken: the answer was lost with the process.
      sentAgain.incrementAndGet();
      return false;
    }
    sentAgain.incrementAndGet();
    return false;
  }

  @Override
  public void close() {
    producer.close();
  }
}
