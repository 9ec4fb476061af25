package si.kazalnik.indicator.catalogue;

import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.indicator.catalogue.CatalogueLoad.Faulty;
import si.kazalnik.indicator.catalogue.CatalogueLoad.Loaded;
import si.kazalnik.indicator.catalogue.Publishing.Refused;
import si.kazalnik.indicator.catalogue.Publishing.Unchanged;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.StartsWithKafka;
import si.kazalnik.service.kafka.TopicProvisioner;

/**
 * Publishes the configured folder at the start, on a thread of its own: a broker that is not there
 * yet holds up nothing, and a faulty folder leaves the version before it in force.
 */
final class CatalogueAtStart extends StartsWithKafka {

  private static final Logger log = LoggerFactory.getLogger(CatalogueAtStart.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final CatalogueSettings settings;
  private final ContractTopics topics;
  private final TopicProvisioner provisioner;
  private final CataloguePublisher publisher;
  private volatile boolean topicsThere;

  CatalogueAtStart(
      CatalogueSettings settings,
      ContractTopics topics,
      TopicProvisioner provisioner,
      CataloguePublisher publisher) {
    super("catalogue-at-start");
    this.settings = settings;
    this.topics = topics;
    this.provisioner = provisioner;
    this.publisher = publisher;
  }

  /** Whether there are topics to publish to. */
  boolean topicsThere() {
    return topicsThere;
  }

  @Override
  protected void prepare() throws InterruptedException {
    provisioner.ensure(
        topics.catalogue(), topics.controlMeasurements(), topics.controlIndicators());
    topicsThere = true;
    CatalogueLoad load = settings.load();
    if (load instanceof Loaded loaded) {
      publish(loaded);
    } else if (load instanceof Faulty faulty) {
      log.error(
          "the catalogue at {} has {} faults and is not published; the version before it, if"
              + " there is one, stays in force",
          settings.catalogue(),
          faulty.faults().size());
      faulty.faults().forEach(fault -> log.error("catalogue fault: {}", fault));
    }
  }

  @Override
  protected void begin() {
    log.debug("the catalogue at {} is dealt with", settings.catalogue());
  }

  @Override
  protected void end() {
    // What was published stays so.
  }

  private void publish(Loaded loaded) throws InterruptedException {
    boolean said = false;
    while (isRunning()) {
      try {
        report(publisher.publishFolder(loaded.catalogue()));
        return;
      } catch (org.apache.kafka.common.errors.InterruptException stopped) {
        throw stopped;
      } catch (KafkaException e) {
        if (!said) {
          log.warn("the catalogue can't be published yet, trying again: {}", e.toString());
          said = true;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private void report(Publishing publishing) {
    if (publishing instanceof Refused refused) {
      log.error(
          "the catalogue at {} can't follow the one in force, which stays", settings.catalogue());
      refused.reasons().forEach(reason -> log.error("catalogue fault: {}", reason));
    } else if (publishing instanceof Unchanged unchanged) {
      log.info(
          "the folder is as it was last published; in force is {} (number {})",
          unchanged.current().catalogue().version(),
          unchanged.current().sequence());
    }
  }
}
