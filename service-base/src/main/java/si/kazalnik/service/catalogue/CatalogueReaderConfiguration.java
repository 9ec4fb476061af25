package si.kazalnik.service.catalogue;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.contract.Topics;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicProvisioner;

/** For services that read the catalogue; health indicator {@code catalogue} is for readiness. */
@Configuration(proxyBeanMethods = false)
public class CatalogueReaderConfiguration {

  @Bean
  @ConditionalOnMissingBean
  CatalogueReader catalogueReader(
      KafkaProperties kafka, ContractTopics topics, TopicProvisioner provisioner) {
    Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
    // Deserializers are handed over as objects; no group: every instance reads the whole topic.
    settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
    settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.CATALOGUE_MAX_BYTES);
    return new CatalogueReader(settings, topics.catalogue(), provisioner);
  }

  @Bean
  HealthIndicator catalogueHealthIndicator(CatalogueReader reader) {
    return () ->
        reader
            .current()
            .map(
                publication ->
                    Health.up().withDetail("version", publication.catalogue().version()).build())
            .orElseGet(() -> Health.down().withDetail("reason", "no catalogue read yet").build());
  }
}
