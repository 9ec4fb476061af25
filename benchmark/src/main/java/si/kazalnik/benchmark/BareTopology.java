package si.kazalnik.benchmark;

import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that Kafka Streams could do with the same events: parse, keep one record for each
 * measurement in RocksDB with its changelog, count; exactly once, twelve partitions, two threads.
 */
final class BareTopology {
  private static final String STORE = "measurements";

  private BareTopology() {}

  /** Seconds from the first record to the last of {@code count}. */
  static double seconds(Kafka kafka, String topic, int count, String name, Path state)
      throws InterruptedException {
    AtomicLong first = new AtomicLong();
    AtomicLong kept = new AtomicLong();
    CountDownLatch done = new CountDownLatch(1);
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
            .withCachingEnabled());
    builder.stream(topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .process(
            () ->
                new Keeper(
                    () -> {
                      first.compareAndSet(0, System.nanoTime());
                      if (kept.incrementAndGet() == count) {
                        done.countDown();
                      }
                    }),
            STORE);
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.servers());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put("auto.offset.reset", "earliest");
    try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
      streams.start();
      done.await();
      return (System.nanoTime() - first.get()) / 1e9;
    }
  }

  /** Keeps each measurement once. */
  private static final class Keeper implements Processor<byte[], byte[], Void, Void> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Runnable whenKept;
    private @org.jspecify.annotations.Nullable KeyValueStore<byte[], byte[]> store;

    Keeper(Runnable whenKept) {
      this.whenKept = whenKept;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      JsonNode data = JSON.readTree(record.value()).get("data");
      if (data.get("series") != null && store != null) {
        store.putIfAbsent(record.key(), record.value());
      }
      whenKept.run();
    }
  }
}
