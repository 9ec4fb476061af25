package si.kazalnik.ingestion.kafka;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicProvisioner;

/**
 * Sees that a provider's raw topic exists before something is written to it: whoever holds a key
 * may send, also before the catalogue names the provider.
 */
@Component
class RawTopics {

  private final ContractTopics topics;
  private final TopicProvisioner provisioner;
  private final Set<String> there = ConcurrentHashMap.newKeySet();
  private final ExecutorService making =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "raw-topics");
            thread.setDaemon(true);
            return thread;
          });

  RawTopics(ContractTopics topics, TopicProvisioner provisioner) {
    this.topics = topics;
    this.provisioner = provisioner;
  }

  /** Whether the topic is there within the time. */
  boolean ready(String provider, long millis) throws InterruptedException, ExecutionException {
    if (there.contains(provider)) {
      return true;
    }
    Future<Void> made =
        making.submit(
            () -> {
              provisioner.ensure(topics.raw(provider));
              there.add(provider);
              return null;
            });
    try {
      made.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException brokerAway) {
      made.cancel(true);
      return false;
    }
  }

  @PreDestroy
  void close() {
    making.shutdownNow();
  }
}
