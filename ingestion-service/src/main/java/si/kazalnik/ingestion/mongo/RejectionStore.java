package si.kazalnik.ingestion.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.contract.Topics;

/**
 * Keeps what was refused and why, and where the event itself stands in {@code
 * measurements.rejected}. One of an HTTP request is named by receipt and index, any other by its
 * place in the raw topic, and what something else wrote there by its own place.
 */
@Component
public class RejectionStore implements Sink {

  private static final Logger log = LoggerFactory.getLogger(RejectionStore.class);

  /** As ingestion writes it. */
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,7}");

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final String PARTITION = "partition";

  private final MongoDatabaseFactory mongo;
  private final String topic;

  RejectionStore(MongoDatabaseFactory mongo, Topics topics) {
    this.mongo = mongo;
    this.topic = topics.rejected();
  }

  /**
   * Refused events of the receipt in the order of the request, at most {@code most}.
   *
   * @throws com.mongodb.MongoException where MongoDB is away
   */
  public List<Rejection> of(String receipt, int most) {
    List<Rejection> found = new ArrayList<>();
    for (Document each :
        rejections().find(Ranges.under(receipt)).sort(Sorts.ascending("_id")).limit(most)) {
      found.add(
          new Rejection(
              Math.toIntExact(BalanceDocument.number(each, "index")),
              each.getString("eventId"),
              each.getString("code"),
              each.getString("message")));
    }
    return found;
  }

  /**
   * How many events of the receipt were refused so far.
   *
   * @throws com.mongodb.MongoException where MongoDB is away
   */
  public long count(String receipt) {
    return rejections().countDocuments(Ranges.under(receipt));
  }

  @Override
  public long next(int partition) {
    Document position = positions().find(Filters.eq("_id", id(partition))).first();
    return position == null ? 0 : BalanceDocument.number(position, BalanceDocument.NEXT);
  }

  @Override
  public void keep(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
    List<WriteModel<Document>> writes = new ArrayList<>(records.size());
    for (ConsumerRecord<byte[], byte[]> message : records) {
      Document document = document(message);
      writes.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
    }
    rejections().bulkWrite(writes, new BulkWriteOptions().ordered(false));
    // After the data: what a crash between the two repeats, changes nothing.
    long next = records.get(records.size() - 1).offset() + 1;
    positions()
        .replaceOne(
            Filters.eq("_id", id(partition)),
            new Document("_id", id(partition)).append(BalanceDocument.NEXT, next),
            UPSERT);
  }

  @Override
  public void anew(int partition) {
    // Before the position: a crash between the two is followed by the same again.
    rejections().deleteMany(Filters.eq(PARTITION, partition));
    positions().deleteOne(Filters.eq("_id", id(partition)));
  }

  @Override
  public void leave(int partition) {
    // Nothing is kept in memory.
  }

  /** Deletes what was refused before that instant. */
  void forget(Instant before) {
    Ages.forget(rejections(), before);
  }

  /** What is kept of a record, whatever it holds. */
  static Document document(ConsumerRecord<byte[], byte[]> message) {
    String receipt = text(message, EventHeaders.RECEIPT);
    String index = text(message, EventHeaders.INDEX);
    String origin = text(message, EventHeaders.ORIGIN);
    Document document = new Document();
    if (receipt != null && index != null && INDEX.matcher(index).matches()) {
      int place = Integer.parseInt(index);
      document.append("_id", Ranges.child(receipt, String.format(Locale.ROOT, "%07d", place)));
      document.append("index", place);
    } else {
      String own = message.topic() + '-' + message.partition() + '-' + message.offset();
      if (receipt != null || origin == null) {
        log.error("{} does not say which event it is; it is kept, but no receipt shows it", own);
      }
      document.append("_id", origin == null ? own : origin);
    }
    return Ages.note(document, message)
        .append("provider", text(message, EventHeaders.PROVIDER))
        .append("origin", origin)
        .append("eventId", text(message, EventHeaders.EVENT_ID))
        .append("code", text(message, EventHeaders.CODE))
        .append("message", text(message, EventHeaders.MESSAGE))
        .append("receivedAt", text(message, EventHeaders.RECEIVED_AT))
        .append(PARTITION, message.partition())
        .append("offset", message.offset());
  }

  private static @Nullable String text(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private String id(int partition) {
    return topic + '-' + partition;
  }

  private MongoCollection<Document> rejections() {
    return mongo.getMongoDatabase().getCollection("rejections");
  }

  private MongoCollection<Document> positions() {
    return mongo.getMongoDatabase().getCollection("positions");
  }
}
