package si.kazalnik.ingestion.kafka;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.util.backoff.ExponentialBackOff;
import si.kazalnik.contract.Topics;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.service.clock.ServiceClock;

/** The container that reads all raw topics, one transaction for each poll. */
@Configuration(proxyBeanMethods = false)
class RawEventsConfiguration {

  static final String GROUP = "ingestion";

  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /** Not a bean of type ProducerFactory: Spring Boot would build its template on it. */
  @Bean(destroyMethod = "close")
  TransactionalOutput transactionalOutput(KafkaClients clients, IngestionSettings settings) {
    DefaultKafkaProducerFactory<byte[], byte[]> producers =
        clients.producers(
            "ingestion-output",
            Map.of(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(settings.transactionTimeout().toMillis()),
                ProducerConfig.LINGER_MS_CONFIG,
                5));
    producers.setTransactionIdPrefix(clients.transactionIdPrefix());
    return new TransactionalOutput(producers);
  }

  /** The producers whose transactions hold a poll's output. */
  record TransactionalOutput(DefaultKafkaProducerFactory<byte[], byte[]> producers) {
    void close() {
      producers.destroy();
    }
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> rawEvents(
      KafkaClients clients,
      TransactionalOutput output,
      IngestionSettings settings,
      Topics topics,
      CurrentCatalogue catalogue,
      ServiceClock clock,
      ReceiptSigner receipts) {
    ContainerProperties properties =
        new ContainerProperties(Pattern.compile(Pattern.quote(topics.rawPrefix()) + ".+"));
    properties.setConsumerRebalanceListener(new AssignedAnew());
    properties.setMessageListener(
        new RawEventsListener(
            topics, catalogue, clock, receipts, new KafkaTemplate<>(output.producers())));
    properties.setKafkaAwareTransactionManager(new RepeatedTransactions(output.producers()));
    ConcurrentMessageListenerContainer<byte[], byte[]> container =
        new ConcurrentMessageListenerContainer<>(
            clients.consumers(GROUP, consumerSettings(settings)), properties);
    container.setConcurrency(settings.concurrency());
    // Started with the first catalogue: without one nothing can be judged.
    container.setAutoStartup(false);
    container.setAfterRollbackProcessor(untilItWorks());
    return container;
  }

  private static Map<String, Object> consumerSettings(IngestionSettings settings) {
    return Map.of(
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        settings.maxPollRecords(),
        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
        Math.toIntExact(settings.topicDiscovery().toMillis()),
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        Math.toIntExact(settings.sessionTimeout().toMillis()),
        // Not a cooperative one: with that a member goes on with its records while the group moves
        // to its next generation, and their transaction is refused for bearing the one before.
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        StickyAssignor.class.getName());
  }

  /** Only infrastructure fails here, and it is never a reason to pass over a record. */
  private static DefaultAfterRollbackProcessor<byte[], byte[]> untilItWorks() {
    ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
    pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
    return new DefaultAfterRollbackProcessor<>(pauses);
  }
}
