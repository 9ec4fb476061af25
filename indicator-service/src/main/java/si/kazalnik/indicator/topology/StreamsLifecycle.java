package si.kazalnik.indicator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.service.kafka.StartsWithKafka;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/** Runs the topology, once its topics are there; without holding up the service until then. */
final class StreamsLifecycle extends StartsWithKafka implements ComputedHere {

  private static final Logger log = LoggerFactory.getLogger(StreamsLifecycle.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Topology topology;
  private final Properties settings;
  private final TopicProvisioner provisioner;
  private final GenerationCheck generation;
  private final MeterRegistry meters;
  private final TopicSpec controlIndicators;
  private final TopicSpec[] topics;
  private volatile @Nullable KafkaStreams streams;
  private volatile @Nullable MeasuredClients clients;
  private volatile @Nullable String hindrance;

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
      GenerationCheck generation,
      MeterRegistry meters,
      TopicSpec controlIndicators,
      TopicSpec... topics) {
    super("indicator-topology-start");
    this.topology = topology;
    this.settings = settings;
    this.provisioner = provisioner;
    this.generation = generation;
    this.meters = meters;
    this.controlIndicators = controlIndicators;
    this.topics = topics.clone();
  }

  @Override
  protected void prepare() throws InterruptedException {
    provisioner.ensure(controlIndicators);
    provisioner.ensure(topics);
    awaitGeneration();
    MeasuredClients opened = clients;
    if (opened == null) {
      opened = new MeasuredClients(meters);
      clients = opened;
    }
    streams = make(opened);
  }

  /** Why nothing is computed, where somebody has to do something about it. */
  Optional<String> hindrance() {
    return Optional.ofNullable(hindrance);
  }

  private void awaitGeneration() throws InterruptedException {
    Optional<String> found = generation.hindrance();
    while (found.isPresent()) {
      if (!found.get().equals(hindrance)) {
        log.error("nothing is computed: {}", found.get());
      }
      hindrance = found.get();
      Thread.sleep(PAUSE.toMillis());
      found = generation.hindrance();
    }
    hindrance = null;
  }

  // Another process may hold the folder of the state for a while after it was told to stop.
  private KafkaStreams make(MeasuredClients opened) throws InterruptedException {
    boolean said = false;
    while (true) {
      try {
        return new KafkaStreams(topology, settings, opened);
      } catch (InterruptException stopped) {
        throw stopped;
      } catch (KafkaException e) {
        if (!said) {
          log.error("the computation can't begin, trying again: {}", e.toString());
          said = true;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  @Override
  protected void begin() {
    KafkaStreams made = Objects.requireNonNull(streams);
    made.setUncaughtExceptionHandler(new ThreadFailures());
    made.setStateListener((now, before) -> log.info("computation is {}", now));
    made.start();
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
  protected void end() {
    KafkaStreams running = streams;
    streams = null;
    if (running != null && !running.close(STOP_WITHIN)) {
      log.warn("the computation did not end within {}", STOP_WITHIN);
    }
    MeasuredClients opened = clients;
    clients = null;
    if (opened != null) {
      opened.close();
    }
  }
}
