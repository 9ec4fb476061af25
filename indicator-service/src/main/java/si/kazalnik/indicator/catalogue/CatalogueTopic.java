package si.kazalnik.indicator.catalogue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.UnreadableRecordException;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.CataloguePublication.Origin;
import si.kazalnik.contract.catalogue.Series;

/**
 * All versions ever published, read from their topic when somebody asks. Kept here are the newest
 * version, where each lies, and of what kind each series ever was; not the versions themselves.
 * Safe for use by several threads, none of which waits for another's reading.
 *
 * <p>Every method throws a {@link org.apache.kafka.common.KafkaException} where Kafka does not
 * answer in time.
 */
final class CatalogueTopic {

  private static final Logger log = LoggerFactory.getLogger(CatalogueTopic.class);
  private static final Duration POLL = Duration.ofMillis(200);
  // Who publishes needs all of it; who asks for one version waits for a page.
  private static final Duration ALL = Duration.ofSeconds(60);
  private static final Duration ONE = Duration.ofSeconds(5);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Duration patienceForOne;
  private final TopicPartition partition;
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<String, Series> everySeries = new HashMap<>();
  private long next;
  private @Nullable CataloguePublication newest;
  private @Nullable String lastFromFolder;

  CatalogueTopic(Map<String, Object> consumerSettings, String topic) {
    this(
        () ->
            new KafkaConsumer<>(
                consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        topic,
        ONE);
  }

  CatalogueTopic(
      Supplier<Consumer<byte[], byte[]>> consumers, String topic, Duration patienceForOne) {
    this.consumers = consumers;
    this.partition = new TopicPartition(topic, 0);
    this.patienceForOne = patienceForOne;
  }

  /**
   * What has been published up to now.
   *
   * @param newest the version in force, or empty before the first
   * @param lastFromFolder version of the last one that came from a folder
   * @param everySeries by id, those no longer in force too
   */
  record Past(
      Optional<CataloguePublication> newest,
      Optional<String> lastFromFolder,
      Map<String, Series> everySeries) {}

  Past past() {
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      catchUp(consumer, new Patience(ALL));
    }
    synchronized (this) {
      return new Past(
          Optional.ofNullable(newest),
          Optional.ofNullable(lastFromFolder),
          Map.copyOf(everySeries));
    }
  }

  /** The JSON of the newest publication of that version; empty where there never was one. */
  Optional<CataloguePublication> version(String version) {
    Patience patience = new Patience(patienceForOne);
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      catchUp(consumer, patience);
      Long offset = offset(version);
      return offset == null ? Optional.empty() : Optional.of(at(consumer, offset, patience));
    }
  }

  private synchronized @Nullable Long offset(String version) {
    return offsets.get(version);
  }

  private synchronized long next() {
    return next;
  }

  private Consumer<byte[], byte[]> consumer() {
    Consumer<byte[], byte[]> consumer = consumers.get();
    consumer.assign(List.of(partition));
    return consumer;
  }

  private void catchUp(Consumer<byte[], byte[]> consumer, Patience patience) {
    consumer.seek(partition, next());
    long end = consumer.endOffsets(List.of(partition), patience.left()).getOrDefault(partition, 0L);
    while (consumer.position(partition, patience.left()) < end) {
      consumer.poll(patience.atMost(POLL)).forEach(this::take);
    }
    synchronized (this) {
      next = Math.max(next, end);
    }
  }

  private synchronized void take(ConsumerRecord<byte[], byte[]> message) {
    if (message.offset() < next) {
      // Another thread has read it meanwhile.
      return;
    }
    next = message.offset() + 1;
    try {
      CataloguePublication publication =
          ContractJson.readWhole(message.value(), CataloguePublication.class);
      newest = publication;
      if (publication.origin() == Origin.FOLDER) {
        lastFromFolder = publication.catalogue().version();
      }
      offsets.put(publication.catalogue().version(), message.offset());
      publication.catalogue().series().forEach(series -> everySeries.put(series.id(), series));
    } catch (UnreadableRecordException e) {
      log.error("the catalogue record at offset {} is unreadable; left out", message.offset(), e);
    }
  }

  private CataloguePublication at(
      Consumer<byte[], byte[]> consumer, long offset, Patience patience) {
    consumer.seek(partition, offset);
    while (true) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(patience.atMost(POLL))) {
        if (message.offset() == offset) {
          return ContractJson.readWhole(message.value(), CataloguePublication.class);
        }
      }
    }
  }

  /** How long is still waited. */
  private static final class Patience {

    private final long until;

    Patience(Duration whole) {
      this.until = System.nanoTime() + whole.toNanos();
    }

    Duration left() {
      Duration left = Duration.ofNanos(until - System.nanoTime());
      if (left.isNegative() || left.isZero()) {
        throw new TimeoutException("the catalogue's topic could not be read in time");
      }
      return left;
    }

    Duration atMost(Duration step) {
      Duration left = left();
      return left.compareTo(step) < 0 ? left : step;
    }
  }
}
