package si.kazalnik.indicator.catalogue;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.published.PublishedCatalogues;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.kafka.Consumers;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicProvisioner;

/** The catalogue's parts. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int MEGABYTE = 1024 * 1024;

  @Bean
  CatalogueTopic catalogueTopic(KafkaProperties kafka, Topics topics) {
    Map<String, Object> settings = Consumers.settings(kafka.buildConsumerProperties());
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.CATALOGUE_MAX_BYTES);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    return new CatalogueTopic(settings, topics.catalogue());
  }

  @Bean
  PublishedCatalogues publishedCatalogues(CatalogueTopic topic) {
    return new CatalogueVersions(
        version -> topic.version(version).map(CataloguePublication::catalogue), System::nanoTime);
  }

  @Bean
  CataloguePublisher cataloguePublisher(
      KafkaProperties kafka, Topics topics, CatalogueTopic topic, ServiceClock clock) {
    Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
    settings.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
    settings.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.catalogue() + "-publisher");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    // The record's limit is checked before it is compressed.
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.CATALOGUE_MAX_BYTES + MEGABYTE);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * Topics.CATALOGUE_MAX_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2 * PATIENCE_MILLIS);
    return new CataloguePublisher(settings, topics, topic, clock);
  }

  @Bean
  CatalogueAtStart catalogueAtStart(
      CatalogueSettings settings,
      ContractTopics topics,
      TopicProvisioner provisioner,
      CataloguePublisher publisher) {
    return new CatalogueAtStart(settings, topics, provisioner, publisher);
  }
}
