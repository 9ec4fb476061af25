package si.kazalnik.indicator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/** Runs the topology, once its topics are there; without holding up the service until then. */
final class StreamsLifecycle implements SmartLifecycle, ComputedHere {

  private static final Logger log = LoggerFactory.getLogger(StreamsLifecycle.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Topology topology;
  private final Properties settings;
  private final TopicProvisioner provisioner;
  private final MeterRegistry meters;
  private final TopicSpec controlIndicators;
  private final TopicSpec[] topics;
  private volatile @Nullable Thread starter;
  private volatile @Nullable KafkaStreams streams;
  private volatile @Nullable KafkaStreamsMetrics metrics;

  /**
   * For the topology.
   *
   * @param controlIndicators the topic by whose partitions indicators are shared out
   * @param topics all others that it reads and writes
   */
  StreamsLifecycle(
      Topology topology,
      Properties settings,
      TopicProvisioner provisioner,
      MeterRegistry meters,
      TopicSpec controlIndicators,
      TopicSpec... topics) {
    this.topology = topology;
    this.settings = settings;
    this.provisioner = provisioner;
    this.meters = meters;
    this.controlIndicators = controlIndicators;
    this.topics = topics.clone();
  }

  @Override
  public void start() {
    Thread thread = new Thread(this::startWhenReady, "indicator-topology-start");
    thread.setDaemon(true);
    starter = thread;
    thread.start();
  }

  private void startWhenReady() {
    try {
      provisioner.ensure(controlIndicators);
      provisioner.ensure(topics);
      KafkaStreams running = new KafkaStreams(topology, settings);
      running.setUncaughtExceptionHandler(new ThreadFailures());
      running.setStateListener((now, before) -> log.info("computation is {}", now));
      streams = running;
      KafkaStreamsMetrics measured = new KafkaStreamsMetrics(running);
      measured.bindTo(meters);
      metrics = measured;
      running.start();
    } catch (InterruptedException stopped) {
      log.debug("stopped before Kafka was reached");
    }
  }

  @Override
  public Set<Integer> partitions() {
    KafkaStreams running = streams;
    // Kafka Streams refuses the question while it is not running.
    if (running == null || !running.state().isRunningOrRebalancing()) {
      return Set.of();
    }
    return running.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .flatMap(task -> task.topicPartitions().stream())
        .filter(each -> each.topic().equals(controlIndicators.name()))
        .map(TopicPartition::partition)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void stop() {
    Thread thread = starter;
    starter = null;
    if (thread != null) {
      thread.interrupt();
    }
    KafkaStreamsMetrics measured = metrics;
    metrics = null;
    if (measured != null) {
      measured.close();
    }
    KafkaStreams running = streams;
    streams = null;
    if (running != null) {
      running.close(STOP_WITHIN);
    }
  }

  @Override
  public boolean isRunning() {
    return starter != null;
  }
}
