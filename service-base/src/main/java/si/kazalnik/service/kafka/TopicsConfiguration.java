package si.kazalnik.service.kafka;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.contract.Topics;

/** The topics' names and their making. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
public class TopicsConfiguration {

  TopicsConfiguration() {
    NativeLz4.load();
  }

  @Bean
  @ConditionalOnMissingBean
  Topics topics(TopicSettings settings) {
    return new Topics(settings.prefix());
  }

  @Bean
  @ConditionalOnMissingBean
  ContractTopics contractTopics(Topics topics) {
    return new ContractTopics(topics);
  }

  @Bean
  @ConditionalOnMissingBean
  TopicProvisioner topicProvisioner(KafkaProperties kafka, TopicSettings settings) {
    return new TopicProvisioner(kafka.buildAdminProperties(), settings);
  }

  @Bean
  @ConditionalOnMissingBean
  TopicGap topicGap(KafkaProperties kafka) {
    return new TopicGap(
        kafka.buildAdminProperties(), Consumers.settings(kafka.buildConsumerProperties()));
  }
}
