package si.kazalnik.indicator.catalogue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
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
 * Safe for use by several threads, one of which reads at a time.
 *
 * <p>Every method throws a {@link org.apache.kafka.common.KafkaException} where Kafka does not
 * answer.
 */
final class CatalogueTopic {

  private static final Logger log = LoggerFactory.getLogger(CatalogueTopic.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> consumerSettings;
  private final TopicPartition partition;
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<String, Series> everySeries = new HashMap<>();
  private long next;
  private @Nullable CataloguePublication newest;
  private @Nullable String lastFromFolder;

  CatalogueTopic(Map<String, Object> consumerSettings, String topic) {
    this.consumerSettings = Map.copyOf(consumerSettings);
    this.partition = new TopicPartition(topic, 0);
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

  synchronized Past past() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      catchUp(consumer);
    }
    return new Past(
        Optional.ofNullable(newest), Optional.ofNullable(lastFromFolder), Map.copyOf(everySeries));
  }

  /** The JSON of the newest publication of that version; empty where there never was one. */
  synchronized Optional<CataloguePublication> version(String version) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      catchUp(consumer);
      Long offset = offsets.get(version);
      return offset == null ? Optional.empty() : Optional.of(at(consumer, offset));
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(partition));
    return consumer;
  }

  private void catchUp(KafkaConsumer<byte[], byte[]> consumer) {
    consumer.seek(partition, next);
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(this::take);
    }
    next = Math.max(next, end);
  }

  private void take(ConsumerRecord<byte[], byte[]> message) {
    try {
      CataloguePublication publication =
          ContractJson.read(message.value(), CataloguePublication.class);
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

  private CataloguePublication at(KafkaConsumer<byte[], byte[]> consumer, long offset) {
    consumer.seek(partition, offset);
    while (true) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        if (message.offset() == offset) {
          return ContractJson.read(message.value(), CataloguePublication.class);
        }
      }
    }
  }
}
