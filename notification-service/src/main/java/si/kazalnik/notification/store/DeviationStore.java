package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.rules.Worst;

/** Deviations as last seen, each with the position of the record that told it. */
@Component
public class DeviationStore {

  /** What the key of a provider's deviation begins with. */
  private static final String PROVIDER = "provider:";

  private final MongoCollection<Document> deviations;

  DeviationStore(MongoDatabase database) {
    this.deviations = database.getCollection("deviations");
  }

  /** What lists and counts need; made when the database is first reached. */
  public void ensureIndexes() {
    deviations.createIndex(Indexes.ascending("subject"));
    deviations.createIndex(Indexes.ascending("state"));
  }

  /** The indicator, or {@code provider:<id>}. */
  public static String subject(Deviation deviation) {
    return deviation.provider() != null
        ? PROVIDER + deviation.provider()
        : String.valueOf(deviation.indicator());
  }

  /**
   * Keeps the state, unless a later record of it is kept already.
   *
   * @param offset of the record; records of one deviation share a partition
   * @param anew whether the topic is read again, and what it says now counts
   */
  public void save(Deviation deviation, long offset, boolean anew) {
    Document known = deviations.find(eq(Documents.ID, deviation.id())).first();
    if (!anew && known != null && known.getLong("offset") > offset) {
      return;
    }
    Document document =
        new Document(Documents.ID, deviation.id())
            .append("subject", subject(deviation))
            .append("state", deviation.state().name())
            .append("kind", Worst.cause(deviation).kind().name())
            .append("offset", offset)
            .append("record", new Binary(ContractJson.write(deviation)));
    deviations.replaceOne(
        eq(Documents.ID, deviation.id()), document, new ReplaceOptions().upsert(true));
  }

  public Optional<Deviation> find(String id) {
    return Optional.ofNullable(deviations.find(eq(Documents.ID, id)).first())
        .map(DeviationStore::deviation);
  }

  /**
   * Deviations by id.
   *
   * @param subject an indicator or {@code provider:<id>}, or null for all
   * @param after the last id of the page before, or null
   */
  public List<Deviation> list(@Nullable String subject, @Nullable String after, int limit) {
    List<Bson> filters = new ArrayList<>();
    filters.add(gt(Documents.ID, after == null ? "" : after));
    if (subject != null) {
      filters.add(eq("subject", subject));
    }
    return deviations
        .find(and(filters))
        .sort(Sorts.ascending(Documents.ID))
        .limit(limit)
        .map(DeviationStore::deviation)
        .into(new ArrayList<>());
  }

  /** How many there are in each state. */
  public Map<Deviation.State, Long> countByState() {
    Map<Deviation.State, Long> counts = new EnumMap<>(Deviation.State.class);
    for (Deviation.State state : Deviation.State.values()) {
      counts.put(state, deviations.countDocuments(eq("state", state.name())));
    }
    return counts;
  }

  /** How many are open, by the kind of their worst cause. */
  public Map<Deviation.Kind, Long> countOpenByKind() {
    Map<Deviation.Kind, Long> counts = new EnumMap<>(Deviation.Kind.class);
    for (Deviation.Kind kind : Deviation.Kind.values()) {
      counts.put(
          kind,
          deviations.countDocuments(
              and(eq("state", Deviation.State.OPEN.name()), eq("kind", kind.name()))));
    }
    return counts;
  }

  private static Deviation deviation(Document document) {
    return ContractJson.read(document.get("record", Binary.class).getData(), Deviation.class);
  }
}
