package si.kazalnik.service.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.UnreadableRecordException;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/**
 * Follows the {@code catalogue} topic. Older versions are passed over at the start: listeners hear
 * the newest one first, then each later one in its order, on the reader's thread. A listener that
 * throws stops nobody else; the fault is logged.
 */
public final class CatalogueReader implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CatalogueReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Map<String, Object> consumerSettings;
  private final TopicSpec topic;
  private final TopicProvisioner provisioner;
  private final Object lock = new Object();
  private final List<Consumer<CataloguePublication>> listeners = new ArrayList<>();
  private volatile @Nullable CataloguePublication current;
  private volatile @Nullable Thread thread;
  // Guarded by this: what the reader does, and so how it is called away from it.
  private boolean waiting;
  private @Nullable KafkaConsumer<byte[], byte[]> reading;

  CatalogueReader(
      Map<String, Object> consumerSettings, TopicSpec topic, TopicProvisioner provisioner) {
    this.consumerSettings = Map.copyOf(consumerSettings);
    this.topic = topic;
    this.provisioner = provisioner;
  }

  /** The newest version read, or empty before the first. */
  public Optional<CataloguePublication> current() {
    return Optional.ofNullable(current);
  }

  /** Hears the current version at once, if there is one, and each later one. */
  public void whenPublished(Consumer<CataloguePublication> listener) {
    synchronized (lock) {
      listeners.add(listener);
      CataloguePublication known = current;
      if (known != null) {
        listener.accept(known);
      }
    }
  }

  @Override
  public void start() {
    Thread reader = new Thread(this::run, "catalogue-reader");
    reader.setDaemon(true);
    thread = reader;
    reader.start();
  }

  @Override
  public void stop() {
    Thread reader = thread;
    if (reader == null) {
      return;
    }
    callAway(reader);
    try {
      reader.join(STOP.toMillis());
      if (reader.isAlive()) {
        // A listener that waits for a broker hears of nothing else.
        reader.interrupt();
        reader.join(STOP.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /**
   * A consumer is woken: interrupted, it could not close in peace and would log that as a fault.
   */
  private synchronized void callAway(Thread reader) {
    thread = null;
    if (waiting) {
      reader.interrupt();
    } else if (reading != null) {
      reading.wakeup();
    }
  }

  private void run() {
    try {
      waiting(() -> provisioner.ensure(topic));
      while (isRunning()) {
        follow();
      }
    } catch (InterruptedException | InterruptException | WakeupException stopped) {
      log.debug("catalogue reader stopped");
    }
  }

  private void follow() throws InterruptedException {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      reading(consumer);
      read(consumer);
    } catch (InterruptException | WakeupException stopped) {
      throw stopped;
    } catch (KafkaException e) {
      log.warn("the catalogue can't be read, trying again: {}", e.toString());
      waiting(() -> Thread.sleep(PAUSE.toMillis()));
    } finally {
      reading(null);
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    ConsumerRecord<byte[], byte[]> newest = null;
    while (isRunning() && consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
        newest = each;
      }
    }
    if (newest != null && isRunning()) {
      publish(newest);
    }
    while (isRunning()) {
      consumer.poll(POLL).forEach(this::publish);
    }
  }

  private synchronized void reading(@Nullable KafkaConsumer<byte[], byte[]> consumer) {
    reading = consumer;
  }

  private interface Waiting {
    void run() throws InterruptedException;
  }

  /** Waits for something that only an interrupt cuts short; afterwards none comes any more. */
  private void waiting(Waiting work) throws InterruptedException {
    waits(true);
    try {
      work.run();
    } finally {
      waits(false);
    }
  }

  private synchronized void waits(boolean is) throws InterruptedException {
    waiting = is;
    if (Thread.interrupted() || (is && !isRunning())) {
      throw new InterruptedException("stopped");
    }
  }

  private void publish(ConsumerRecord<byte[], byte[]> message) {
    CataloguePublication publication;
    try {
      publication = ContractJson.readWhole(message.value(), CataloguePublication.class);
    } catch (UnreadableRecordException e) {
      log.error(
          "the catalogue record at offset {} is unreadable; the version before it stays in force",
          message.offset(),
          e);
      return;
    }
    synchronized (lock) {
      CataloguePublication known = current;
      if (known != null && known.sequence() >= publication.sequence()) {
        return;
      }
      current = publication;
      for (Consumer<CataloguePublication> listener : listeners) {
        tell(listener, publication);
      }
    }
  }

  // A listener's fault is its own: the others must still hear.
  private static void tell(
      Consumer<CataloguePublication> listener, CataloguePublication publication) {
    try {
      listener.accept(publication);
    } catch (RuntimeException e) {
      log.error("a listener failed on catalogue {}", publication.catalogue().version(), e);
    }
  }
}
