package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.OptionalLong;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Where to go on reading, kept beside what was read. */
@Component
public class OffsetStore {

  private final MongoCollection<Document> offsets;

  OffsetStore(MongoDatabase database) {
    this.offsets = database.getCollection("offsets");
  }

  /** The offset after the last record that is kept, or empty before the first. */
  public OptionalLong next(String topic, int partition) {
    Document found = offsets.find(eq(Documents.ID, id(topic, partition))).first();
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.getLong("next"));
  }

  public void save(String topic, int partition, long next) {
    String id = id(topic, partition);
    offsets.replaceOne(
        eq(Documents.ID, id),
        new Document(Documents.ID, id).append("next", next),
        new ReplaceOptions().upsert(true));
  }

  private static String id(String topic, int partition) {
    return topic + "-" + partition;
  }
}
