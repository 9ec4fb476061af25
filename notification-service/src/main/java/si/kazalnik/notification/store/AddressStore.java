package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Addresses that a mail server refused for good. The mark is for people to see; the next mail is
 * tried all the same, and the mark goes when it is accepted.
 */
@Component
public class AddressStore {

  private final MongoCollection<Document> addresses;

  AddressStore(MongoDatabase database) {
    this.addresses = database.getCollection("addresses");
  }

  /**
   * Marks an address; one that is marked already keeps the time.
   *
   * @return since when it is marked
   */
  public Instant mark(String address, String reason, Instant at) {
    Document marked =
        addresses.findOneAndUpdate(
            eq(Documents.ID, address),
            combine(set("reason", reason), setOnInsert("at", Documents.date(at))),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Documents.instant(Objects.requireNonNull(marked, "upserted"), "at");
  }

  public void clear(String address) {
    addresses.deleteOne(eq(Documents.ID, address));
  }

  public long countMarked() {
    return addresses.countDocuments();
  }
}
