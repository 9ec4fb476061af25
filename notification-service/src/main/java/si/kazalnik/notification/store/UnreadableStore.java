package si.kazalnik.notification.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Records that could not be read: kept whole, so that nothing vanishes. */
@Component
public class UnreadableStore {

  private final MongoCollection<Document> records;

  UnreadableStore(MongoDatabase database) {
    this.records = database.getCollection("unreadable");
  }

  public void keep(String topic, int partition, long offset, byte[] value, String reason) {
    Documents.insertIfAbsent(
        records,
        new Document(Documents.ID, topic + "-" + partition + "@" + offset)
            .append("value", new Binary(value))
            .append("reason", reason));
  }

  public long count() {
    return records.countDocuments();
  }
}
