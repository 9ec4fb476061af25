package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.CataloguePublication;

class CatalogueTopicTest {

  private static final TopicPartition ONLY = new TopicPartition("catalogue", 0);
  private static final CataloguePublication PUBLICATION =
      new CataloguePublication(
          CataloguePublication.SCHEMA,
          1,
          Instant.EPOCH,
          CataloguePublication.Origin.FOLDER,
          Lipa.loaded(Lipa.files()));
  private static final String VERSION = PUBLICATION.catalogue().version();

  private final ConsumerRecord<byte[], byte[]> message =
      new ConsumerRecord<>("catalogue", 0, 0, new byte[0], ContractJson.write(PUBLICATION));
  private Consumer<MockConsumer<byte[], byte[]>> broker = consumer -> {};
  private final CatalogueTopic topic =
      new CatalogueTopic(this::consumer, "catalogue", Duration.ofMillis(100));

  private MockConsumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    consumer.updateEndOffsets(Map.of(ONLY, 1L));
    consumer.schedulePollTask(() -> broker.accept(consumer));
    return consumer;
  }

  @Test
  void a_broker_that_goes_away_while_a_version_is_read_ends_the_reading() {
    assertThatThrownBy(() -> topic.version(VERSION)).isInstanceOf(TimeoutException.class);
    broker = consumer -> consumer.addRecord(message);
    // It comes once, and no more when it is asked for by its offset.
    assertThatThrownBy(() -> topic.version(VERSION)).isInstanceOf(TimeoutException.class);
    assertThat(topic.past().newest()).contains(PUBLICATION);
    assertThat(topic.version(VERSION)).contains(PUBLICATION);
    assertThat(topic.version("never")).isEmpty();
  }
}
