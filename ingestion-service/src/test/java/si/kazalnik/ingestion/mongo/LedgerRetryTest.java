package si.kazalnik.ingestion.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.Topics;
import si.kazalnik.testing.TestMongo;

/** Kafka tells a batch again, whole, when MongoDB refused a part of it. */
class LedgerRetryTest {

  private static final Topics TOPICS = new Topics("");

  private final Interrupted mongo = new Interrupted(TestMongo.embedded().uniqueDatabase());
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private LedgerTotals totals = new LedgerTotals();
  private LedgerStore store = new LedgerStore(mongo, TOPICS, totals);
  private SinkListener listener = new SinkListener(store);

  @BeforeEach
  void nothing_is_counted() {
    assertThat(store.balance()).isEqualTo(Balance.EMPTY);
  }

  @AfterEach
  void close() throws Exception {
    mongo.getMongoDatabase().drop();
    mongo.destroy();
    consumer.close();
  }

  @Test
  void of_two_partitions_the_one_that_was_kept_is_not_counted_again() {
    // Each partition reads its position and writes it: the fourth is the second one's write.
    mongo.failAt(4);
    List<ConsumerRecord<byte[], byte[]>> batch = List.of(entry(0, 0), entry(1, 0));
    assertThatThrownBy(() -> listener.onMessage(batch, consumer))
        .isInstanceOf(MongoException.class);

    listener.onMessage(batch, consumer);
    listener.onMessage(List.of(entry(0, 1), entry(1, 1)), consumer);

    assertCounted(4);
  }

  @Test
  void after_a_restart_what_was_kept_before_is_not_counted_on_a_retry() {
    listener.onMessage(List.of(entry(0, 0), entry(0, 1)), consumer);
    restart();
    mongo.failAt(2);
    List<ConsumerRecord<byte[], byte[]>> batch = List.of(entry(0, 0), entry(0, 1), entry(0, 2));
    assertThatThrownBy(() -> listener.onMessage(batch, consumer))
        .isInstanceOf(MongoException.class);

    listener.onMessage(batch, consumer);

    assertCounted(3);
  }

  private void assertCounted(long entries) {
    assertThat(store.balance().of("ngo").received()).isEqualTo(entries);
    assertThat(totals.sum().of("ngo").received()).isEqualTo(entries);
  }

  private void restart() {
    totals = new LedgerTotals();
    store = new LedgerStore(mongo, TOPICS, totals);
    listener = new SinkListener(store);
  }

  private static ConsumerRecord<byte[], byte[]> entry(int partition, long offset) {
    LedgerEntry one = LedgerEntries.of(partition, offset, 1, 1);
    return new ConsumerRecord<>(
        TOPICS.ledger(), partition, offset, new byte[0], ContractJson.write(one));
  }

  /** A real store, of which one use fails as it does when the primary changes. */
  private static final class Interrupted extends SimpleMongoClientDatabaseFactory {

    private int left;

    Interrupted(String uri) {
      super(uri);
    }

    void failAt(int use) {
      left = use;
    }

    @Override
    public MongoDatabase getMongoDatabase() {
      if (left > 0 && --left == 0) {
        throw new MongoException("the primary has changed");
      }
      return super.getMongoDatabase();
    }
  }
}
