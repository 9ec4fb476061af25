package si.kazalnik.ingestion.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.Topics;
import si.kazalnik.testing.TestMongo;

/** On the store that has no indexes that delete. */
class ExpiryTest {

  private static final Topics TOPICS = new Topics("");
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final SimpleMongoClientDatabaseFactory mongo =
      new SimpleMongoClientDatabaseFactory(TestMongo.embedded().uniqueDatabase());
  private final LedgerStore ledger = new LedgerStore(mongo, TOPICS, new LedgerTotals());
  private final RejectionStore rejections = new RejectionStore(mongo, TOPICS);
  private Instant now = RECEIVED;
  private final Expiry expiry = new Expiry(ledger, rejections, () -> now);

  @AfterEach
  void close() throws Exception {
    mongo.getMongoDatabase().drop();
    mongo.destroy();
  }

  @Test
  void receipts_and_rejections_are_deleted_when_their_topics_drop_them() {
    received("old", 0, RECEIVED);
    received("newer", 1, RECEIVED.plus(DAY));

    now = RECEIVED.plus(Duration.ofDays(30));
    expiry.round();
    assertThat(ledger.accepted("old")).isEqualTo(1);

    now = RECEIVED.plus(Duration.ofDays(30)).plusSeconds(1);
    expiry.round();
    assertThat(ledger.accepted("old")).isZero();
    assertThat(ledger.accepted("newer")).isEqualTo(1);
    assertThat(rejections.count("old")).isEqualTo(1);

    now = RECEIVED.plus(Duration.ofDays(400)).plusSeconds(1);
    expiry.round();
    assertThat(rejections.count("old")).isZero();
    assertThat(rejections.count("newer")).isEqualTo(1);
  }

  @Test
  void balances_and_positions_stay() {
    received("old", 0, RECEIVED);
    now = RECEIVED.plus(Duration.ofDays(500));
    expiry.round();

    assertThat(ledger.balance().of("ngo").received()).isEqualTo(2);
    assertThat(ledger.next(0)).isEqualTo(1);
    assertThat(rejections.next(0)).isEqualTo(1);
  }

  /** A request of two events, of which one was refused. */
  private void received(String receipt, long offset, Instant at) {
    LedgerEntry entry =
        LedgerEntries.of(0, offset, 2, 1, new LedgerEntry.ReceiptPart(receipt, 0, 1, 1, 1));
    ConsumerRecord<byte[], byte[]> told =
        stamped(TOPICS.ledger(), offset, at, ContractJson.write(entry));
    ledger.keep(0, List.of(told));

    ConsumerRecord<byte[], byte[]> refused = stamped(TOPICS.rejected(), offset, at, new byte[0]);
    refused.headers().add(EventHeaders.RECEIPT, receipt.getBytes(StandardCharsets.UTF_8));
    refused.headers().add(EventHeaders.INDEX, "1".getBytes(StandardCharsets.UTF_8));
    rejections.keep(0, List.of(refused));
  }

  private static ConsumerRecord<byte[], byte[]> stamped(
      String topic, long offset, Instant at, byte[] value) {
    return new ConsumerRecord<>(
        topic,
        0,
        offset,
        at.toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        0,
        value.length,
        new byte[0],
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
