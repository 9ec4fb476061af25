package si.kazalnik.ingestion.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.Topics;
import si.kazalnik.testing.TestMongo;

/**
 * Kafka was restored from a copy that has a request's raw events, but not yet what was made of
 * them: they are validated again. "Counts that people see come from the ledger."
 */
class RestoredTopicsTest {

  private static final Topics TOPICS = new Topics("");

  private final SimpleMongoClientDatabaseFactory mongo =
      new SimpleMongoClientDatabaseFactory(TestMongo.embedded().uniqueDatabase());
  private final LedgerStore ledger = new LedgerStore(mongo, TOPICS, new LedgerTotals());
  private final RejectionStore rejections = new RejectionStore(mongo, TOPICS);

  @AfterEach
  void close() throws Exception {
    mongo.getMongoDatabase().drop();
    mongo.destroy();
  }

  @Test
  void a_receipt_counts_none_of_its_events_twice() {
    told(ledger, List.of(entry(0, 0, "a", 1), entry(0, 1, "b", 1), entry(0, 2, "r", 60)));
    told(ledger, List.of(entry(1, 0, "c", 1)));

    toldAnew(ledger, List.of(entry(0, 0, "a", 1), entry(0, 1, "r", 60)));

    assertThat(ledger.accepted("a")).isEqualTo(1);
    assertThat(ledger.accepted("b")).isZero();
    assertThat(ledger.accepted("r")).isEqualTo(60);
    assertThat(ledger.accepted("c")).isEqualTo(1);
    assertThat(ledger.balance().of("ngo").accepted()).isEqualTo(62);
  }

  /** A catalogue that was published meanwhile may know what the earlier one did not. */
  @Test
  void a_rejection_that_is_in_the_topic_no_more_is_no_longer_told() {
    told(rejections, List.of(refused(0, 0, "a"), refused(0, 1, "b"), refused(0, 2, "r")));
    told(rejections, List.of(refused(1, 0, "c")));

    toldAnew(rejections, List.of(refused(0, 0, "a")));

    assertThat(rejections.count("a")).isEqualTo(1);
    assertThat(rejections.count("r")).isZero();
    assertThat(rejections.count("c")).isEqualTo(1);
  }

  private static void told(Sink sink, List<ConsumerRecord<byte[], byte[]>> records) {
    new SinkListener(sink).onMessage(records, consumer(records.get(0)));
  }

  /** The place where reading should go on is none, so Kafka goes back to the beginning. */
  private static void toldAnew(Sink sink, List<ConsumerRecord<byte[], byte[]>> records) {
    SinkListener listener = new SinkListener(sink);
    listener.onMessage(List.of(records.get(0)), consumer(records.get(0)));
    listener.onMessage(records, consumer(records.get(0)));
  }

  private static MockConsumer<byte[], byte[]> consumer(ConsumerRecord<?, ?> first) {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    TopicPartition partition = new TopicPartition(first.topic(), first.partition());
    consumer.assign(List.of(partition));
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    return consumer;
  }

  private static ConsumerRecord<byte[], byte[]> entry(
      int partition, long offset, String receipt, int accepted) {
    LedgerEntry entry =
        LedgerEntries.of(
            partition,
            offset,
            accepted,
            accepted,
            new LedgerEntry.ReceiptPart(receipt, 0, accepted - 1, accepted, 0));
    return new ConsumerRecord<>(
        TOPICS.ledger(), partition, offset, new byte[0], ContractJson.write(entry));
  }

  private static ConsumerRecord<byte[], byte[]> refused(
      int partition, long offset, String receipt) {
    ConsumerRecord<byte[], byte[]> refused =
        new ConsumerRecord<>(TOPICS.rejected(), partition, offset, new byte[0], new byte[0]);
    refused.headers().add(EventHeaders.RECEIPT, receipt.getBytes(StandardCharsets.UTF_8));
    refused.headers().add(EventHeaders.INDEX, "0".getBytes(StandardCharsets.UTF_8));
    return refused;
  }
}
