package si.kazalnik.ingestion.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.mongodb.MongoClientSettings;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.UnreadableRecordException;

/**
 * Records of {@code measurements.rejected} and {@code ingestion-ledger}, whatever wrote them there,
 * on their way into MongoDB: headers one a line, an empty line, the value.
 */
class StoredRecordsFuzzTest {

  private static final String OWN = "measurements.rejected-2-17";

  /** "Each consumer states its policy for a bad record": none stops its partition. */
  @FuzzTest
  void it_is_kept_or_passed_over_and_never_thrown_at(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    byte[] value = (end < 0 ? text : text.substring(end + 2)).getBytes(StandardCharsets.ISO_8859_1);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("measurements.rejected", 2, 17, new byte[0], value);
    for (String line : text.substring(0, Math.max(0, end)).split("\n", -1)) {
      int colon = line.indexOf(':');
      byte[] content =
          colon < 0 ? null : line.substring(colon + 1).getBytes(StandardCharsets.ISO_8859_1);
      record.headers().add(colon < 0 ? line : line.substring(0, colon), content);
    }
    rejection(record);
    entry(value);
  }

  private static void rejection(ConsumerRecord<byte[], byte[]> record) {
    Document document = RejectionStore.document(record);
    Object id = document.get("_id");
    assertThat(id).isInstanceOf(String.class);
    if (document.containsKey("index")) {
      String receipt = text(record, EventHeaders.RECEIPT);
      int index = document.getInteger("index");
      assertThat(index).isBetween(0, 9_999_999);
      assertThat((String) id).isEqualTo("%s/%07d", receipt, index);
    } else {
      assertThat((String) id).isIn(OWN, text(record, EventHeaders.ORIGIN));
    }
    assertThat(encoded(document).getString("_id").getValue()).isEqualTo(id);
  }

  private static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String header) {
    byte[] value =
        record.headers().lastHeader(header) == null
            ? null
            : record.headers().lastHeader(header).value();
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  private static void entry(byte[] value) {
    LedgerEntry entry;
    try {
      entry = LedgerRecord.read(value);
    } catch (UnreadableRecordException refused) {
      assertThat(refused).hasMessageStartingWith("unreadable as LedgerEntry");
      return;
    }
    Balance balance = Balance.EMPTY.plus(entry);
    Document document = BalanceDocument.write("id", 1, balance);
    encoded(document);
    assertThat(BalanceDocument.read(document)).isEqualTo(balance);
    Balance.OfProvider of = balance.of(entry.provider());
    assertThat(of.received()).isEqualTo(of.accepted() + of.rejected());
  }

  /** As the driver writes it. */
  private static BsonDocument encoded(Document document) {
    BsonDocument encoded = new BsonDocument();
    new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry())
        .encode(new BsonDocumentWriter(encoded), document, EncoderContext.builder().build());
    return encoded;
  }
}
