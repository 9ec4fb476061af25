package si.kazalnik.indicator.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * The collections, and the one form of write into them: {@code $max} on a member that begins with
 * the record's offset. Documents compare member by member, so the greater offset wins in whatever
 * order writes arrive, and the filter names {@code _id} alone, which the embedded document store
 * needs to find a document without reading all of them.
 */
record ValueCollections(
    MongoCollection<Document> latest,
    MongoCollection<Document> revisions,
    MongoCollection<Document> versions,
    MongoCollection<Document> offsets,
    MongoCollection<Document> unreadable) {

  /** The member that holds offset and content. */
  static final String RECORD = "record";

  /** The offset of the record that brought the content. */
  static final String OFFSET = "offset";

  /** The record itself: the contract's JSON, so that no digit of a number is lost. */
  static final String JSON = "json";

  private static final String PARTITION = "partition";

  static ValueCollections in(MongoDatabase database) {
    return new ValueCollections(
        database.getCollection("indicator_values_latest"),
        database.getCollection("indicator_values"),
        database.getCollection("indicator_values_versions"),
        database.getCollection("indicator_values_offsets"),
        database.getCollection("indicator_values_unreadable"));
  }

  /** Deletes the values of all indicators whose records lie in that partition of their topic. */
  void forgetValues(int partition) {
    List<UpdateOneModel<Document>> changed = new ArrayList<>();
    for (Document each : versions.find(Filters.eq(PARTITION, partition))) {
      String indicator = each.getString("_id");
      latest.deleteMany(ValueIds.ofIndicator(indicator));
      revisions.deleteMany(ValueIds.ofIndicator(indicator));
      changed.add(newVersion(indicator, partition));
    }
    writeVersions(changed);
  }

  /** After the values: who sees the new version sees them. */
  void writeVersions(Collection<UpdateOneModel<Document>> ofIndicators) {
    if (ofIndicators.isEmpty()) {
      return;
    }
    List<UpdateOneModel<Document>> all = new ArrayList<>(ofIndicators);
    all.add(version(ValueStore.WHOLE, new Document()));
    versions.bulkWrite(all, new BulkWriteOptions().ordered(false));
  }

  /**
   * The indicator's values have changed.
   *
   * @param partition of their topic, in which all its records lie
   */
  static UpdateOneModel<Document> newVersion(String indicator, int partition) {
    return version(indicator, new Document(PARTITION, partition));
  }

  // Never used before, also after a database was emptied: no cache can take it for an old one.
  private static UpdateOneModel<Document> version(String id, Document content) {
    return new UpdateOneModel<>(
        Filters.eq("_id", id),
        new Document("$set", content.append("version", new ObjectId().toHexString())),
        new UpdateOptions().upsert(true));
  }

  /** Puts the content there unless what is there came from a later offset. */
  static UpdateOneModel<Document> put(String id, long offset, String json) {
    return new UpdateOneModel<>(
        Filters.eq("_id", id),
        new Document("$max", new Document(RECORD, new Document(OFFSET, offset).append(JSON, json))),
        new UpdateOptions().upsert(true));
  }
}
