package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.UnreadableRecordException;
import si.kazalnik.service.kafka.Consumers;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/** Follows how far the computation has come, on whatever instance it runs. */
final class ProgressReader implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ProgressReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration STOP = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private final TopicSpec topic;
  private final TopicProvisioner provisioner;
  private volatile Map<Integer, Progress> newest = Map.of();
  private volatile @Nullable Thread thread;

  ProgressReader(Map<String, Object> settings, TopicSpec topic, TopicProvisioner provisioner) {
    this.settings = settings;
    this.topic = topic;
    this.provisioner = provisioner;
  }

  /** The newest of each partition that has told any. */
  Map<Integer, Progress> newest() {
    return newest;
  }

  @Override
  public void start() {
    Thread reader = new Thread(this::run, "indicator-progress-reader");
    reader.setDaemon(true);
    thread = reader;
    reader.start();
  }

  @Override
  public void stop() {
    Thread reader = thread;
    thread = null;
    if (reader == null) {
      return;
    }
    try {
      // It ends after its poll; interrupted in it, the consumer could not close in peace.
      reader.join(STOP.toMillis());
      reader.interrupt();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    try {
      provisioner.ensure(topic);
      while (isRunning()) {
        follow();
      }
    } catch (InterruptedException | InterruptException stopped) {
      log.debug("progress reader stopped");
    }
  }

  private void follow() throws InterruptedException {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(each -> new TopicPartition(topic.name(), each))
            .toList();
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(settings)) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (isRunning()) {
        Map<Integer, Progress> known = new TreeMap<>(newest);
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
          take(each, known);
        }
        newest = Map.copyOf(known);
      }
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (KafkaException e) {
      log.warn("progress can't be read, trying again: {}", e.toString());
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static void take(ConsumerRecord<byte[], byte[]> message, Map<Integer, Progress> known) {
    try {
      Progress progress = ContractJson.read(message.value(), Progress.class);
      known.put(progress.partition(), progress);
    } catch (UnreadableRecordException e) {
      // Never settled until a readable one follows, which the next change brings.
      log.error(
          "{}-{}@{} is unreadable", message.topic(), message.partition(), message.offset(), e);
      known.remove(message.partition());
    }
  }
}
