package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
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

  public void mark(String address, String reason, Instant at) {
    addresses.replaceOne(
        eq(Documents.ID, address),
        new Document(Documents.ID, address)
            .append("reason", reason)
            .append("at", Documents.date(at)),
        new ReplaceOptions().upsert(true));
  }

  public void clear(String address) {
    addresses.deleteOne(eq(Documents.ID, address));
  }

  public long countMarked() {
    return addresses.countDocuments();
  }
}
