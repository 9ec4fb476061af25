package si.kazalnik.indicator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.contract.Topics;
import si.kazalnik.indicator.store.SinkOffsets;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.kafka.Consumers;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicGap;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSettings;
import si.kazalnik.service.kafka.TopicSpec;

/** The Kafka Streams application and what is known of its progress. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  DeviationSettings.class,
  InstanceSettings.class,
  ProcessingSettings.class
})
class StreamsConfiguration {

  // A piece of work that has begun in time may go on for a while, and the rest is for messages.
  private static final int PARTS_OF_TRANSACTION = 5;

  @Bean
  @ConditionalOnMissingBean
  DeviationGrace deviationGrace(DeviationSettings settings) {
    Duration grace = settings.grace();
    return (inForceSince, now) -> !inForceSince.plus(grace).isAfter(now);
  }

  @Bean
  TopologySettings topologySettings(
      ProcessingSettings settings,
      Topics topics,
      ServiceClock clock,
      DeviationGrace grace,
      KafkaProperties kafka) {
    return new TopologySettings(
        topics,
        Topics.PARTITIONS,
        settings.flush(),
        settings.rest(),
        settings.chunk(),
        clock,
        grace,
        new EarlierTopics(
            kafka.buildAdminProperties(),
            Consumers.settings(kafka.buildConsumerProperties()),
            Generation.of(topics, settings),
            Topics.PARTITIONS),
        Turn.of(settings.transactionTimeout().dividedBy(PARTS_OF_TRANSACTION)),
        settings.generation());
  }

  @Bean
  StreamsLifecycle streamsLifecycle(
      TopologySettings topology,
      ProcessingSettings processing,
      TopicSettings copies,
      InstanceSettings instance,
      KafkaProperties kafka,
      ContractTopics topics,
      TopicProvisioner provisioner,
      MeterRegistry meters) {
    return new StreamsLifecycle(
        IndicatorTopology.of(topology),
        StreamsSettings.of(
            kafka.buildStreamsProperties(), topology.topics(), copies, processing, instance),
        provisioner,
        new GenerationCheck(
            kafka.buildAdminProperties(),
            Generation.of(topology.topics(), processing),
            topology.topics().measurements()),
        meters,
        topics.controlIndicators(),
        topics.measurements(),
        topics.controlMeasurements(),
        topics.indicatorValues(),
        topics.deviations(),
        progressTopic(topology));
  }

  /** What the page shows is old then; it is shown all the same, so that readiness is not asked. */
  @Bean
  HealthIndicator computationHealthIndicator(StreamsLifecycle streams) {
    return () ->
        streams
            .hindrance()
            .map(why -> Health.down().withDetail("reason", why).build())
            .orElseGet(() -> Health.up().build());
  }

  @Bean
  ProgressReader progressReader(
      TopologySettings topology, KafkaProperties kafka, TopicProvisioner provisioner) {
    return new ProgressReader(
        Consumers.settings(kafka.buildConsumerProperties()), progressTopic(topology), provisioner);
  }

  @Bean
  Balances balances(
      TopologySettings settings, ProgressReader progress, SinkOffsets sink, TopicGap gap) {
    return new Balances(settings, progress, sink, gap);
  }

  private static TopicSpec progressTopic(TopologySettings topology) {
    return TopicSpec.of(topology.progress(), topology.partitions()).compacted();
  }
}
