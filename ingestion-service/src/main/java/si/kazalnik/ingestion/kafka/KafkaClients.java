package si.kazalnik.ingestion.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.Topics;

/**
 * Makes the service's Kafka clients: bytes in, bytes out, read committed, acknowledged by all
 * in-sync replicas, each with its metrics. {@code kazalnik.instance} names the instance: its
 * consumers keep their partitions over a quick restart, and its producers end what they left open.
 */
@Component
public class KafkaClients {

  /** Room for headers and the batch around the largest value. */
  private static final int OVERHEAD = 64 * 1024;

  private static final int BATCH_BYTES = 128 * 1024;

  private final KafkaProperties kafka;
  private final MeterRegistry meters;
  private final Topics topics;
  private final String instance;

  KafkaClients(
      KafkaProperties kafka, MeterRegistry meters, Topics topics, Environment environment) {
    this.kafka = kafka;
    this.meters = meters;
    this.topics = topics;
    this.instance = environment.getProperty("kazalnik.instance", "");
  }

  /**
   * A factory of consumers.
   *
   * @param group name of the consumer group, without the topics' prefix
   * @param more settings that go before ours
   */
  public DefaultKafkaConsumerFactory<byte[], byte[]> consumers(
      String group, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + group);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    if (!instance.isEmpty()) {
      settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instance);
    }
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    settings.putAll(more);
    DefaultKafkaConsumerFactory<byte[], byte[]> factory =
        new DefaultKafkaConsumerFactory<>(
            settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    factory.addListener(new MicrometerConsumerListener<>(meters));
    return factory;
  }

  /** A factory of producers, idempotent and not transactional until a prefix is set. */
  DefaultKafkaProducerFactory<byte[], byte[]> producers(String client, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.REJECTED_MAX_BYTES + OVERHEAD);
    settings.putAll(more);
    DefaultKafkaProducerFactory<byte[], byte[]> factory =
        new DefaultKafkaProducerFactory<>(
            settings, new ByteArraySerializer(), new ByteArraySerializer());
    factory.addListener(new MicrometerProducerListener<>(meters));
    return factory;
  }

  /** What this instance's transactional ids begin with; random where the instance has no name. */
  String transactionIdPrefix() {
    String name = instance.isEmpty() ? java.util.UUID.randomUUID().toString() : instance;
    return topics.prefix() + "ingestion-" + name + "-";
  }
}
