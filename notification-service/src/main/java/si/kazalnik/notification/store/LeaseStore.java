package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import java.time.Instant;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Work that one instance does at a time. */
@Component
public class LeaseStore {

  private final MongoCollection<Document> leases;

  LeaseStore(MongoDatabase database) {
    this.leases = database.getCollection("leases");
  }

  /** Whether the work is this instance's until {@code until}. */
  public boolean take(String work, String instance, Instant now, Instant until) {
    Documents.insertIfAbsent(
        leases,
        new Document(Documents.ID, work)
            .append("holder", instance)
            .append("until", Documents.date(Instant.EPOCH)));
    Document taken =
        leases.findOneAndUpdate(
            and(
                eq(Documents.ID, work),
                or(eq("holder", instance), lte("until", Documents.date(now)))),
            combine(set("holder", instance), set("until", Documents.date(until))),
            new FindOneAndUpdateOptions());
    return taken != null;
  }
}
