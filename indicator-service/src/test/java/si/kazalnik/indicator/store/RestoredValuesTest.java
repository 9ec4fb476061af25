package si.kazalnik.indicator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ConsumerSeekAware.ConsumerSeekCallback;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.published.MadeRecord;
import si.kazalnik.testing.TestMongo;

/** Kafka was restored from a copy: its {@code indicator-values} is shorter than MongoDB has it. */
class RestoredValuesTest {

  private static final String TOPIC = "indicator-values";
  // Kafka's producer puts both into partition 5, and `share` into 7.
  private static final String BIKES = "bikes";
  private static final String WASTE = "waste";
  private static final String SHARE = "share";

  private final MongoClient client = MongoClients.create(TestMongo.embedded().uri(""));
  private final MongoDatabase database =
      client.getDatabase("t" + UUID.randomUUID().toString().substring(0, 8));
  private final ValueCollections collections = ValueCollections.in(database);

  @AfterEach
  void close() {
    database.drop();
    client.close();
  }

  /** "values reach MongoDB from `indicator-values`": what is not there any more is not shown. */
  @Test
  void every_replica_shows_only_what_the_copy_holds() {
    told(List.of(record(5, 0, BIKES), record(5, 1, WASTE), record(7, 0, SHARE)));
    ValueStore replica = new ValueStore(collections);
    assertThat(shown(replica)).containsExactly(BIKES, WASTE, SHARE);
    String before = replica.version();

    told(List.of(record(5, 0, BIKES)));

    assertThat(shown(replica)).containsExactly(BIKES, SHARE);
    assertThat(shown(new ValueStore(collections))).containsExactly(BIKES, SHARE);
    assertThat(replica.version()).isNotEqualTo(before);
  }

  /** The versions are what the replicas see a change by. */
  @Test
  void a_partition_that_is_forgotten_has_new_versions_and_so_has_the_whole() {
    told(List.of(record(5, 0, BIKES), record(7, 0, SHARE)));
    ValueStore replica = new ValueStore(collections);
    assertThat(shown(replica)).containsExactly(BIKES, SHARE);
    String before = replica.version();

    collections.forgetValues(5);

    assertThat(shown(replica)).containsExactly(SHARE);
    assertThat(replica.version()).isNotEqualTo(before);
  }

  private static List<String> shown(ValueStore replica) {
    return replica.currentHeadlines(List.of(BIKES, WASTE, SHARE)).entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** By an instance that has just started and goes on from MongoDB's place. */
  private void told(List<ConsumerRecord<byte[], byte[]>> records) {
    ValueSink sink =
        new ValueSink(
            collections,
            new SinkOffsets(collections),
            new VisibilityDelay(new SimpleMeterRegistry(), InstantSource.system()));
    sink.onPartitionsAssigned(
        records.stream()
            .map(each -> new TopicPartition(TOPIC, each.partition()))
            .distinct()
            .collect(Collectors.toMap(each -> each, each -> 0L)),
        mock(ConsumerSeekCallback.class));
    sink.onMessage(records);
  }

  private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, String of) {
    IndicatorValue value = MadeRecord.of(of, "2026").value("1", 1).made();
    return new ConsumerRecord<>(TOPIC, partition, offset, new byte[0], ContractJson.write(value));
  }
}
