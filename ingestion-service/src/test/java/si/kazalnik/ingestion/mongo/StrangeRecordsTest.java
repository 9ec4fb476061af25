package si.kazalnik.ingestion.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.contract.Topics;
import si.kazalnik.testing.TestMongo;

/**
 * "Each consumer states its policy for a bad record and has a good, bad, good test: both good ones
 * arrive, the bad one is counted and kept." The bad ones stay in their topics; of the rejected, in
 * the store too.
 */
class StrangeRecordsTest {

  private static final Topics TOPICS = new Topics("");

  private final SimpleMongoClientDatabaseFactory mongo =
      new SimpleMongoClientDatabaseFactory(TestMongo.embedded().uniqueDatabase());
  private final LedgerStore ledger = new LedgerStore(mongo, TOPICS, new LedgerTotals());
  private final RejectionStore rejections = new RejectionStore(mongo, TOPICS);
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  @AfterEach
  void close() throws Exception {
    mongo.getMongoDatabase().drop();
    mongo.destroy();
    consumer.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "-1", "1.0", "99999999999", "\u0661", "+1", " 1"})
  void a_rejection_whose_index_is_no_number_is_kept_and_stops_no_other(String index) {
    new SinkListener(rejections)
        .onMessage(
            List.of(
                rejection(0, "r1", "0", "raw-0-5"),
                rejection(1, "r1", index, "raw-0-6"),
                rejection(2, "r1", "2", "raw-0-7")),
            consumer);

    assertThat(rejections.of("r1", 10)).extracting(Rejection::index).containsExactly(0, 2);
    assertThat(ids()).containsExactlyInAnyOrder("r1/0000000", "raw-0-6", "r1/0000002");
    assertThat(rejections.next(0)).isEqualTo(3);
  }

  @Test
  void rejections_that_name_no_event_are_each_kept_by_their_own_place() {
    new SinkListener(rejections)
        .onMessage(
            List.of(
                rejection(0, null, null, "raw-0-5"),
                rejection(1, null, null, null),
                rejection(2, "r1", null, null),
                rejection(3, "r1", "1", "raw-0-6")),
            consumer);

    assertThat(ids())
        .containsExactlyInAnyOrder(
            "raw-0-5", "measurements.rejected-0-1", "measurements.rejected-0-2", "r1/0000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          "codes":{},      |
          ,"receipts":[]   |
          "provider":"ngo",|
          "provider":"ngo" | "provider":null
          "receipts":[]    | "receipts":[null]
          "receipts":[]    | "receipts":[{"firstIndex":0,"lastIndex":0,"accepted":1,"rejected":0}]
          "codes":{}       | "codes":{"BAD_TIME":null}
          "codes":{}       | "codes":{"BAD_WEATHER":1}
          "received":1     | "received":7
          "received":1,"accepted":1,"rejected":0 | "received":0,"accepted":-1,"rejected":1
          """)
  void a_ledger_record_that_is_no_entry_is_passed_over(
      String passage, @Nullable String replacement) {
    String sound = new String(entry(1).value(), StandardCharsets.UTF_8);
    assertThat(sound).contains(passage);
    byte[] strange =
        sound
            .replace(passage, replacement == null ? "" : replacement)
            .getBytes(StandardCharsets.UTF_8);

    new SinkListener(ledger).onMessage(List.of(entry(0), record(1, strange), entry(2)), consumer);

    assertThat(ledger.balance().of("ngo").received()).isEqualTo(2);
    assertThat(ledger.next(0)).isEqualTo(3);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "null", "{}", "[]", "1"})
  void a_ledger_record_that_holds_nothing_is_passed_over(@Nullable String strange) {
    byte[] value = strange == null ? null : strange.getBytes(StandardCharsets.UTF_8);

    new SinkListener(ledger).onMessage(List.of(entry(0), record(1, value), entry(2)), consumer);

    assertThat(ledger.balance().of("ngo").received()).isEqualTo(2);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Document each : mongo.getMongoDatabase().getCollection("rejections").find()) {
      ids.add(each.getString("_id"));
    }
    return ids;
  }

  private static ConsumerRecord<byte[], byte[]> rejection(
      long offset, @Nullable String receipt, @Nullable String index, @Nullable String origin) {
    ConsumerRecord<byte[], byte[]> refused =
        new ConsumerRecord<>(TOPICS.rejected(), 0, offset, new byte[0], new byte[0]);
    header(refused, EventHeaders.RECEIPT, receipt);
    header(refused, EventHeaders.INDEX, index);
    header(refused, EventHeaders.ORIGIN, origin);
    return refused;
  }

  private static void header(
      ConsumerRecord<byte[], byte[]> record, String name, @Nullable String value) {
    if (value != null) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ConsumerRecord<byte[], byte[]> entry(long offset) {
    return record(offset, ContractJson.write(LedgerEntries.of(0, offset, 1, 1)));
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, byte @Nullable [] value) {
    return new ConsumerRecord<>(TOPICS.ledger(), 0, offset, new byte[0], value);
  }
}
