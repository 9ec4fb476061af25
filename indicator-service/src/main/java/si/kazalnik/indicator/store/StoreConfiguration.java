package si.kazalnik.indicator.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import si.kazalnik.contract.Topics;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicProvisioner;

/** Values in MongoDB. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  private static final int BATCH = 2_000;

  @Bean
  ValueCollections valueCollections(MongoDatabaseFactory mongo) {
    return ValueCollections.in(mongo.getMongoDatabase());
  }

  @Bean
  ValueStore valueStore(ValueCollections collections) {
    return new ValueStore(collections);
  }

  @Bean
  SinkOffsets sinkOffsets(ValueCollections collections) {
    return new SinkOffsets(collections);
  }

  @Bean
  SinkLifecycle valueSinkLifecycle(
      KafkaProperties kafka,
      Topics names,
      ContractTopics topics,
      TopicProvisioner provisioner,
      ValueCollections collections,
      SinkOffsets offsets,
      MeterRegistry meters) {
    ContainerProperties properties = new ContainerProperties(names.indicatorValues());
    properties.setGroupId(names.prefix() + "indicator-values-store");
    properties.setMessageListener(
        new ValueSink(collections, offsets, new VisibilityDelay(meters, InstantSource.system())));
    properties.setPollTimeout(250);
    DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
        new DefaultKafkaConsumerFactory<>(
            settings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumers.addListener(new MicrometerConsumerListener<>(meters));
    ConcurrentMessageListenerContainer<byte[], byte[]> container =
        new ConcurrentMessageListenerContainer<>(consumers, properties);
    container.setBeanName("indicator-values-store");
    container.setCommonErrorHandler(new DefaultErrorHandler(patience()));
    return new SinkLifecycle(container, topics.indicatorValues(), provisioner);
  }

  private static Map<String, Object> settings(KafkaProperties kafka) {
    Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
    settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
    settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    return settings;
  }

  // A database that is away is passing trouble: no limit, so that nothing is ever skipped.
  private static ExponentialBackOff patience() {
    ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    return backOff;
  }
}
