package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/** Runs the topology, once its topics are there; without holding up the service until then. */
final class StreamsLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StreamsLifecycle.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Topology topology;
  private final Properties settings;
  private final TopicProvisioner provisioner;
  private final TopicSpec[] topics;
  private volatile @Nullable Thread starter;
  private volatile @Nullable KafkaStreams streams;

  StreamsLifecycle(
      Topology topology, Properties settings, TopicProvisioner provisioner, TopicSpec... topics) {
    this.topology = topology;
    this.settings = settings;
    this.provisioner = provisioner;
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
      provisioner.ensure(topics);
      KafkaStreams running = new KafkaStreams(topology, settings);
      running.setUncaughtExceptionHandler(new ThreadFailures());
      running.setStateListener((now, before) -> log.info("computation is {}", now));
      streams = running;
      running.start();
    } catch (InterruptedException stopped) {
      log.debug("stopped before Kafka was reached");
    }
  }

  /** What Kafka Streams says of itself; empty text before it runs. */
  String state() {
    KafkaStreams running = streams;
    return running == null ? "" : running.state().name();
  }

  @Override
  public void stop() {
    Thread thread = starter;
    starter = null;
    if (thread != null) {
      thread.interrupt();
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
