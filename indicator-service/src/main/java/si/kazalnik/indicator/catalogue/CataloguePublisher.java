package si.kazalnik.indicator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.CataloguePublication.Origin;
import si.kazalnik.indicator.catalogue.CatalogueTopic.Past;
import si.kazalnik.indicator.catalogue.Publishing.Published;
import si.kazalnik.indicator.catalogue.Publishing.Refused;
import si.kazalnik.indicator.catalogue.Publishing.Unchanged;
import si.kazalnik.service.clock.ServiceClock;

/**
 * Writes a version, in one transaction, to the topic {@code catalogue} and to every partition of
 * both control topics. The transactional id is fixed: whoever begins ends what another replica had
 * begun, and only then looks which version is the last.
 */
final class CataloguePublisher {

  private static final Logger log = LoggerFactory.getLogger(CataloguePublisher.class);

  private final Map<String, Object> producerSettings;
  private final Topics topics;
  private final CatalogueTopic topic;
  private final ServiceClock clock;

  CataloguePublisher(
      Map<String, Object> producerSettings,
      Topics topics,
      CatalogueTopic topic,
      ServiceClock clock) {
    this.producerSettings = Map.copyOf(producerSettings);
    this.topics = topics;
    this.topic = topic;
    this.clock = clock;
  }

  /**
   * Publishes what was read from a folder, if it is not what was last published from one: so a
   * restart does not undo what was put over HTTP.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka does not answer; then it is not
   *     known whether the version was published, and the next attempt finds out
   */
  Publishing publishFolder(Catalogue catalogue) {
    return publish(catalogue, Origin.FOLDER);
  }

  /**
   * Publishes what was put over HTTP, if it is not what is in force.
   *
   * @throws org.apache.kafka.common.KafkaException as above
   */
  Publishing publishPut(Catalogue catalogue) {
    return publish(catalogue, Origin.PUT);
  }

  private synchronized Publishing publish(Catalogue catalogue, Origin origin) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(producerSettings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      Past past = topic.past();
      Optional<CataloguePublication> newest = past.newest();
      Optional<String> known =
          origin == Origin.FOLDER
              ? past.lastFromFolder()
              : newest.map(publication -> publication.catalogue().version());
      if (newest.isPresent() && known.filter(catalogue.version()::equals).isPresent()) {
        return new Unchanged(newest.get());
      }
      CataloguePublication publication =
          new CataloguePublication(
              CataloguePublication.SCHEMA,
              newest.map(CataloguePublication::sequence).orElse(0L) + 1,
              clock.instant(),
              origin,
              catalogue);
      byte[] json = ContractJson.write(publication);
      List<String> reasons = Succession.reasonsAgainst(catalogue, past, json.length);
      if (!reasons.isEmpty()) {
        return new Refused(reasons);
      }
      send(producer, catalogue.strategy().id(), json);
      log.info(
          "published catalogue {} (number {}, from {})",
          catalogue.version(),
          publication.sequence(),
          origin);
      return new Published(publication, newest);
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, String key, byte[] json) {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    sent.add(producer.send(new ProducerRecord<>(topics.catalogue(), 0, key, json)));
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      for (String control : List.of(topics.controlMeasurements(), topics.controlIndicators())) {
        sent.add(producer.send(new ProducerRecord<>(control, partition, key, json)));
      }
    }
    sent.forEach(CataloguePublisher::await);
    producer.commitTransaction();
  }

  // The commit would fail too, but not say for what reason.
  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new KafkaException("a record of the catalogue was not taken", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
