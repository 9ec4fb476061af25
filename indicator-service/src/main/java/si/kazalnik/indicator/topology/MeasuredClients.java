package si.kazalnik.indicator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Kafka Streams, with the metrics of those that consume, lag among them. Micrometer
 * can bind a whole Streams application instead, but reads RocksDB's properties with it, which ends
 * the process where a store is closed at that moment.
 */
final class MeasuredClients implements KafkaClientSupplier, AutoCloseable {

  // They are there once a consumer has partitions, and are to be seen soon after.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private final MeterRegistry meters;
  private final Queue<KafkaClientMetrics> measured = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "streams-metrics");
            thread.setDaemon(true);
            return thread;
          });

  MeasuredClients(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    Consumer<byte[], byte[]> consumer = consumer(config);
    KafkaClientMetrics metrics =
        new KafkaClientMetrics(consumer, Tags.empty(), looking, LOOK_EVERY);
    metrics.bindTo(meters);
    measured.add(metrics);
    return consumer;
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return consumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return consumer(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new GuardedProducer(config);
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    looking.shutdownNow();
    measured.forEach(KafkaClientMetrics::close);
    measured.clear();
  }
}
