package si.kazalnik.indicator.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import si.kazalnik.contract.Topics;
import si.kazalnik.service.kafka.TopicSettings;

/** How Kafka Streams is run. */
final class StreamsSettings {

  // Under load a changelog has many times the producer's default waiting for it.
  private static final int BATCH_BYTES = 128 * 1024;

  private StreamsSettings() {}

  static Properties of(
      Map<String, Object> fromBoot,
      Topics topics,
      TopicSettings copies,
      ProcessingSettings processing,
      InstanceSettings instance) {
    Map<String, Object> settings = new HashMap<>(fromBoot);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, Generation.of(topics, processing).id());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, instance.stateDir());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, processing.threads());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, processing.commit().toMillis());
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, processing.cacheBytes());
    // No published field depends on whether a catalogue or a measurement is taken first. Waiting
    // costs: Kafka Streams writes a text for each record that comes while the other topic is empty.
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    settings.put(StreamsConfig.POLL_MS_CONFIG, processing.flush().toMillis());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        Math.toIntExact(processing.transactionTimeout().toMillis()));
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.CATALOGUE_MAX_BYTES);
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Topics.CATALOGUE_MAX_BYTES);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, Short.toString(copies.replication()));
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
        Short.toString(copies.minInSync()));
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    String name = instance.instance();
    if (name != null && !name.isBlank()) {
      settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name);
    }
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
