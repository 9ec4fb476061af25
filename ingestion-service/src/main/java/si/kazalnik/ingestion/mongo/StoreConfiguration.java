package si.kazalnik.ingestion.mongo;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import si.kazalnik.contract.Topics;
import si.kazalnik.ingestion.kafka.KafkaClients;

/** What fills MongoDB, started when the topics are there, and what empties it of the old. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  private static final long PAUSE_MILLIS = 1_000;

  /** How long a query waits for a server that is away: a client waits for it. */
  private static final int PATIENCE_SECONDS = 3;

  @Bean
  MongoClientSettingsBuilderCustomizer shortPatience() {
    return settings ->
        settings.applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> ledgerIntoStore(
      KafkaClients clients, Topics topics, LedgerStore store) {
    return container(clients, "ingestion-ledger-store", topics.ledger(), store);
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> rejectionsIntoStore(
      KafkaClients clients, Topics topics, RejectionStore store) {
    return container(clients, "ingestion-rejection-store", topics.rejected(), store);
  }

  @Bean
  Expiry expiry(LedgerStore ledger, RejectionStore rejections) {
    return new Expiry(ledger, rejections, InstantSource.system());
  }

  private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
      KafkaClients clients, String group, String topic, Sink sink) {
    SinkListener listener = new SinkListener(sink);
    ContainerProperties properties = new ContainerProperties(topic);
    properties.setMessageListener(listener);
    properties.setConsumerRebalanceListener(listener);
    // Nothing is acknowledged: the position is MongoDB's.
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    ConcurrentMessageListenerContainer<byte[], byte[]> container =
        new ConcurrentMessageListenerContainer<>(
            clients.consumers(group, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000)),
            properties);
    container.setAutoStartup(false);
    DefaultErrorHandler untilItWorks =
        new DefaultErrorHandler(new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
    // The listener itself says once what is wrong.
    untilItWorks.setLogLevel(KafkaException.Level.DEBUG);
    container.setCommonErrorHandler(untilItWorks);
    return container;
  }
}
