package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Where to go on reading, kept beside what was read. */
@Component
public class OffsetStore {

  private final MongoCollection<Document> offsets;

  OffsetStore(MongoDatabase database) {
    this.offsets = database.getCollection("offsets");
  }

  /**
   * How far a partition is read.
   *
   * @param next offset after the last record that is kept
   * @param readBefore records below were read before the database was lost or restored from a copy;
   *     0 for none
   * @param anewBelow records below may stand where others stood before Kafka was restored from a
   *     copy; 0 for none
   */
  public record Place(long next, long readBefore, long anewBelow) {

    /** Before the first record. */
    public static final Place NONE = new Place(0, 0, 0);

    /** Further on, where what lies behind is of no more use. */
    public Place at(long offset) {
      return new Place(
          offset, offset < readBefore ? readBefore : 0, offset < anewBelow ? anewBelow : 0);
    }
  }

  /** Where to go on. */
  public Place place(String topic, int partition) {
    Document found = offsets.find(eq(Documents.ID, id(topic, partition))).first();
    return found == null
        ? Place.NONE
        : new Place(found.getLong("next"), bound(found, "readBefore"), bound(found, "anewBelow"));
  }

  private static long bound(Document found, String name) {
    Long bound = found.getLong(name);
    return bound == null ? 0 : bound;
  }

  public void save(String topic, int partition, Place place) {
    String id = id(topic, partition);
    offsets.replaceOne(
        eq(Documents.ID, id),
        new Document(Documents.ID, id)
            .append("next", place.next())
            .append("readBefore", place.readBefore())
            .append("anewBelow", place.anewBelow()),
        new ReplaceOptions().upsert(true));
  }

  private static String id(String topic, int partition) {
    return topic + "-" + partition;
  }
}
