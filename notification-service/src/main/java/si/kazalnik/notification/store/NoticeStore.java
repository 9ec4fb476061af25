package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.Suppression;

/**
 * Notices: <em>waiting</em> for their group, <em>grouped</em> into a mail that is being written, or
 * <em>mailed</em>: in the outbox. What became of the mail is the outbox' knowledge.
 */
@Component
public class NoticeStore {

  private static final String WAITING = "WAITING";
  private static final String GROUPED = "GROUPED";
  private static final String MAILED = "MAILED";
  private static final String SUPPRESSED = "SUPPRESSED";

  private final MongoCollection<Document> notices;

  NoticeStore(MongoDatabase database) {
    this.notices = database.getCollection("notices");
  }

  public void ensureIndexes() {
    notices.createIndex(Indexes.ascending("deviation"));
    notices.createIndex(Indexes.ascending("stage"));
    notices.createIndex(Indexes.ascending("mail"));
  }

  /**
   * Keeps a notice; one that is there already stays as it is.
   *
   * @param at by the service's clock
   * @param since real time, from which the group waits
   */
  public void add(Notice notice, Instant at, Instant since) {
    String stage = notice.suppressed() == null ? WAITING : SUPPRESSED;
    Documents.insertIfAbsent(notices, NoticeDocument.of(notice, at, since).append("stage", stage));
  }

  /** Keeps back what still waits to be told of an earlier occurrence of a deviation. */
  public void cameBack(String deviation, int occurrence) {
    notices.updateMany(
        and(eq("deviation", deviation), lt("occurrence", occurrence), eq("stage", WAITING)),
        combine(set("stage", SUPPRESSED), set("suppressed", Suppression.CAME_BACK.name())));
  }

  /** Takes what still waits since before that instant as told; answers how many notices. */
  public long takeAsTold(Instant before) {
    return takeAsTold(and(in("stage", WAITING, GROUPED), lt("since", Documents.date(before))));
  }

  /** Takes the notices of a mail as told. */
  public long takeAsTold(String mail) {
    return takeAsTold(eq("mail", mail));
  }

  private long takeAsTold(Bson filter) {
    return notices
        .updateMany(
            filter,
            combine(
                set("stage", SUPPRESSED),
                set("suppressed", Suppression.READ_BEFORE.name()),
                unset("mail")))
        .getModifiedCount();
  }

  public List<KeptNotice> ofDeviations(Collection<String> deviations) {
    return find(in("deviation", deviations));
  }

  public List<KeptNotice> waiting() {
    return find(eq("stage", WAITING));
  }

  /** Those whose mail may not be in the outbox yet. */
  public List<KeptNotice> grouped() {
    return find(eq("stage", GROUPED));
  }

  /** Puts a waiting notice into a group; nothing happens where it waits no more. */
  public void group(String id, String mail) {
    notices.updateOne(
        and(eq(Documents.ID, id), eq("stage", WAITING)),
        combine(set("stage", GROUPED), set("mail", mail)));
  }

  /** The mail that holds it is in the outbox. */
  public void mailed(String id) {
    notices.updateOne(and(eq(Documents.ID, id), eq("stage", GROUPED)), set("stage", MAILED));
  }

  /** The mail went out without it. */
  public void release(String id) {
    notices.updateOne(
        and(eq(Documents.ID, id), eq("stage", GROUPED)),
        combine(set("stage", WAITING), unset("mail")));
  }

  public long count() {
    return notices.countDocuments();
  }

  /** Those whose mail is not in the outbox yet. */
  public long countUnmailed() {
    return notices.countDocuments(in("stage", WAITING, GROUPED));
  }

  public Map<Suppression, Long> countSuppressed() {
    Map<Suppression, Long> counts = new EnumMap<>(Suppression.class);
    for (Suppression reason : Suppression.values()) {
      counts.put(reason, notices.countDocuments(eq("suppressed", reason.name())));
    }
    return counts;
  }

  private List<KeptNotice> find(Bson filter) {
    return notices.find(filter).map(NoticeDocument::kept).into(new ArrayList<>());
  }
}
