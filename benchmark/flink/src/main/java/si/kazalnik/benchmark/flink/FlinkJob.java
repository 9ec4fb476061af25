package si.kazalnik.benchmark.flink;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Day summaries and period values of the benchmark's catalogue, exactly once, in a local cluster in
 * this process. Arguments: the broker, the topic of events, the topic of values, a folder for
 * checkpoints, milliseconds between two of them. It ends when its input ends.
 */
public final class FlinkJob {
  private static final int PARALLELISM = 2;
  private static final long FLUSH_MILLIS = 100;
  private static final String PARTITIONS_CHECKED = "partition.discovery.interval.ms";

  private FlinkJob() {}

  public static void main(String[] arguments) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(
            PARALLELISM, configuration(Path.of(arguments[3]), Long.parseLong(arguments[4])));
    build(environment, arguments[0], arguments[1], arguments[2]);
    environment.executeAsync("benchmark");
    // As the benchmark's own workers: it says that it has started, and ends with who started it.
    System.out.println("> ready");
    System.out.flush();
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private static Configuration configuration(Path folder, long checkpointMillis) {
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(checkpointMillis));
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    return configuration;
  }

  private static void build(
      StreamExecutionEnvironment environment, String broker, String events, String values) {
    KafkaSource<Measurement> source =
        KafkaSource.<Measurement>builder()
            .setBootstrapServers(broker)
            .setTopics(events)
            .setGroupId("flink")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setProperty("isolation.level", "read_committed")
            .setProperty(PARTITIONS_CHECKED, "-1")
            .setValueOnlyDeserializer(new MeasurementReader())
            .build();
    KafkaSink<PeriodValue> sink =
        KafkaSink.<PeriodValue>builder()
            .setBootstrapServers(broker)
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix("flink")
            .setProperty("transaction.timeout.ms", "60000")
            .setRecordSerializer(new PeriodValueWriter(values))
            .build();
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "events")
        .keyBy(each -> each.identity)
        .process(new Deduplication())
        .keyBy(Measurement::dayKey)
        .process(new DaySummaries(FLUSH_MILLIS))
        .flatMap(FlinkJob::forIndicators)
        .returns(TypeInformation.of(IndicatorDay.class))
        .keyBy(each -> each.indicator)
        .process(new PeriodValues(FLUSH_MILLIS))
        .sinkTo(sink);
  }

  private static void forIndicators(DaySummary summary, Collector<IndicatorDay> out) {
    Indicator.of(summary.series).forEach(each -> out.collect(new IndicatorDay(each.id(), summary)));
  }
}
