package si.kazalnik.benchmark.peer;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.process.Worker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that Kafka Streams could do with the same events: parse, keep one record for each
 * measurement in RocksDB with its changelog, count; exactly once, twelve partitions, two threads,
 * and what our services have found to be fast. What it has counted may not be committed yet.
 * Arguments: the broker, the topic, the folder for its state. Command: {@code await count}.
 */
public final class BareTopology {
  private static final String STORE = "measurements";
  private static final long PAUSE_MILLIS = 5;

  private final AtomicLong kept = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private BareTopology() {}

  public static void main(String[] arguments) {
    BareTopology bare = new BareTopology();
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, arguments[1]);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[2]);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 150);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 67_108_864);
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    settings.put("auto.offset.reset", "earliest");
    settings.put("compression.type", "lz4");
    settings.put("batch.size", 131_072);
    try (KafkaStreams streams = new KafkaStreams(bare.topology(arguments[1]), settings)) {
      streams.setUncaughtExceptionHandler(bare::failed);
      streams.start();
      Worker.serve(bare::run);
    }
  }

  private String run(List<String> words) throws InterruptedException {
    long count = Long.parseLong(words.get(1));
    while (kept.get() < count) {
      Throwable first = failure.get();
      if (first != null) {
        throw new IllegalStateException(first);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return Long.toString(kept.get());
  }

  private StreamThreadExceptionResponse failed(Throwable cause) {
    failure.compareAndSet(null, cause);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private Topology topology(String topic) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        // Without a cache: what is written once only passes through it.
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray()));
    builder.stream(topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .process(() -> new Keeper(kept::incrementAndGet), STORE);
    return builder.build();
  }

  /** Keeps each measurement once. */
  private static final class Keeper implements Processor<byte[], byte[], Void, Void> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Runnable whenKept;
    private @Nullable KeyValueStore<byte[], byte[]> store;

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
