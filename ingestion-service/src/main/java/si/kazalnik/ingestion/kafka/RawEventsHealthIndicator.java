package si.kazalnik.ingestion.kafka;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Ready to take events in: consuming, and the broker answers. */
@Component
class RawEventsHealthIndicator implements HealthIndicator {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ConcurrentMessageListenerContainer<byte[], byte[]> rawEvents;
  private final KafkaProperties kafka;
  private @Nullable Admin admin;

  RawEventsHealthIndicator(
      @Qualifier("rawEvents") ConcurrentMessageListenerContainer<byte[], byte[]> rawEvents,
      KafkaProperties kafka) {
    this.rawEvents = rawEvents;
    this.kafka = kafka;
  }

  @Override
  public Health health() {
    if (!rawEvents.isRunning()) {
      return Health.down().withDetail("reason", "not consuming: no catalogue read yet").build();
    }
    try {
      admin()
          .describeCluster(
              new DescribeClusterOptions().timeoutMs(Math.toIntExact(PATIENCE.toMillis())))
          .clusterId()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Health.up().build();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Health.down().withDetail("reason", "stopping").build();
    } catch (ExecutionException | TimeoutException brokerAway) {
      return Health.down().withDetail("reason", "Kafka does not answer").build();
    }
  }

  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(kafka.buildAdminProperties());
    }
    return admin;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
