package si.kazalnik.notification.kafka;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxStore;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.StartsWithKafka;
import si.kazalnik.service.kafka.TopicProvisioner;

/**
 * Starts the listener when all that it needs is there: broker, database, catalogue. Waits for what
 * is missing and says so once.
 */
@Component
class DeviationsStarter extends StartsWithKafka {

  private static final Logger log = LoggerFactory.getLogger(DeviationsStarter.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final TopicProvisioner provisioner;
  private final ContractTopics topics;
  private final MongoDatabase database;
  private final CatalogueReader catalogue;
  private final DeviationStore deviations;
  private final NoticeStore notices;
  private final OutboxStore outbox;
  private final KafkaListenerEndpointRegistry listeners;

  DeviationsStarter(
      TopicProvisioner provisioner,
      ContractTopics topics,
      MongoDatabase database,
      CatalogueReader catalogue,
      DeviationStore deviations,
      NoticeStore notices,
      OutboxStore outbox,
      KafkaListenerEndpointRegistry listeners) {
    super("deviations-starter");
    this.provisioner = provisioner;
    this.topics = topics;
    this.database = database;
    this.catalogue = catalogue;
    this.deviations = deviations;
    this.notices = notices;
    this.outbox = outbox;
    this.listeners = listeners;
  }

  @Override
  protected void prepare() throws InterruptedException {
    provisioner.ensure(topics.deviations());
    awaitDatabase();
    awaitCatalogue();
  }

  @Override
  protected void begin() {
    container().start();
  }

  @Override
  protected void end() {
    container().stop();
  }

  private MessageListenerContainer container() {
    return Objects.requireNonNull(listeners.getListenerContainer(DeviationsListener.ID));
  }

  private void awaitDatabase() throws InterruptedException {
    boolean said = false;
    while (isRunning()) {
      try {
        database.runCommand(new Document("ping", 1));
        deviations.ensureIndexes();
        notices.ensureIndexes();
        outbox.ensureIndexes();
        if (said) {
          log.info("MongoDB is reached");
        }
        return;
      } catch (MongoException e) {
        // Called away in the middle of a command, the driver calls that a fault of its own.
        if (!said && isRunning()) {
          log.warn("MongoDB can't be reached; waiting for it: {}", e.toString());
          said = true;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private void awaitCatalogue() throws InterruptedException {
    boolean said = false;
    while (isRunning() && catalogue.current().isEmpty()) {
      if (!said) {
        log.info("no catalogue is published yet; waiting for it");
        said = true;
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
