package si.kazalnik.ingestion.kafka;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicProvisioner;
import si.kazalnik.service.kafka.TopicSpec;

/**
 * Puts each catalogue version in force: judges by it, makes the topics of its providers, and with
 * the first one begins to consume, raw events as well as what fills MongoDB.
 */
@Component
class RawEventsStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RawEventsStart.class);

  private final CatalogueReader reader;
  private final CurrentCatalogue current;
  private final TopicProvisioner provisioner;
  private final ContractTopics topics;
  private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
  private final AtomicBoolean hearing = new AtomicBoolean();
  private volatile boolean running;

  RawEventsStart(
      CatalogueReader reader,
      CurrentCatalogue current,
      TopicProvisioner provisioner,
      ContractTopics topics,
      List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers) {
    this.reader = reader;
    this.current = current;
    this.provisioner = provisioner;
    this.topics = topics;
    this.containers = containers;
  }

  @Override
  public void start() {
    running = true;
    // Not under this object's lock: the reader calls from within its own.
    if (hearing.compareAndSet(false, true)) {
      reader.whenPublished(this::put);
    }
  }

  @Override
  public synchronized void stop() {
    // The containers are stopped by themselves; none may be started from now on.
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void put(CataloguePublication publication) {
    Catalogue catalogue = publication.catalogue();
    current.put(catalogue);
    try {
      provisioner.ensure(topicsOf(current.providers()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return;
    }
    log.info("catalogue {} is in force", catalogue.version());
    listen();
  }

  private synchronized void listen() {
    if (running) {
      containers.stream().filter(each -> !each.isRunning()).forEach(each -> each.start());
    }
  }

  private TopicSpec[] topicsOf(List<String> providers) {
    return Stream.concat(
            Stream.of(topics.measurements(), topics.rejected(), topics.ledger()),
            providers.stream().map(topics::raw))
        .toArray(TopicSpec[]::new);
  }
}
