package si.kazalnik.service.catalogue;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.contract.Topics;
import si.kazalnik.service.kafka.Consumers;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicProvisioner;

/** For services that read the catalogue; health indicator {@code catalogue} is for readiness. */
@Configuration(proxyBeanMethods = false)
public class CatalogueReaderConfiguration {

  @Bean
  @ConditionalOnMissingBean
  CatalogueReader catalogueReader(
      KafkaProperties kafka, ContractTopics topics, TopicProvisioner provisioner) {
    Map<String, Object> settings = Consumers.settings(kafka.buildConsumerProperties());
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
