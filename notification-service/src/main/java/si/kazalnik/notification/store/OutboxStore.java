package si.kazalnik.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.store.OutboxMail.State;

/**
 * The outbox and delivery log. Who wants to send a mail claims it first: the claim is one atomic
 * change, so that only one instance has it, until it is given back or runs out.
 */
@Component
public class OutboxStore {

  private static final Instant NEVER_CLAIMED = Instant.EPOCH;

  private final MongoCollection<Document> mails;

  OutboxStore(MongoDatabase database) {
    this.mails = database.getCollection("mails");
  }

  public void ensureIndexes() {
    mails.createIndex(Indexes.ascending("state", "nextAttempt"));
  }

  /** Puts a mail in; one with that id that is there already stays as it is. */
  public void add(OutboxMail mail, Instant firstAttempt) {
    Documents.insertIfAbsent(
        mails,
        MailDocument.of(mail)
            .append("nextAttempt", Documents.date(firstAttempt))
            .append("claimedUntil", Documents.date(NEVER_CLAIMED))
            .append("claimedBy", ""));
  }

  /** What that mail tells, or empty where it is not in the outbox. */
  public Optional<List<String>> noticesOf(String mail) {
    return Optional.ofNullable(
            mails.find(eq(Documents.ID, mail)).projection(Projections.include("notices")).first())
        .map(found -> found.getList("notices", String.class));
  }

  /** Mails that were not handed over and tell of something since before that instant. */
  public List<String> pendingSinceBefore(Instant instant) {
    return mails
        .find(and(eq("state", State.PENDING.name()), lt("since", Documents.date(instant))))
        .map(each -> each.getString(Documents.ID))
        .into(new ArrayList<>());
  }

  /** Takes a mail out that is not to be sent. */
  public void withdraw(String mail) {
    mails.deleteOne(and(eq(Documents.ID, mail), eq("state", State.PENDING.name())));
  }

  /** A mail that is due and nobody's, now this instance's until {@code until}. */
  public Optional<OutboxMail> claim(String instance, Instant now, Instant until) {
    Document claimed =
        mails.findOneAndUpdate(
            and(
                eq("state", State.PENDING.name()),
                lte("nextAttempt", Documents.date(now)),
                lte("claimedUntil", Documents.date(now))),
            combine(set("claimedBy", instance), set("claimedUntil", Documents.date(until))),
            new FindOneAndUpdateOptions()
                .sort(Sorts.ascending("nextAttempt"))
                .returnDocument(ReturnDocument.AFTER));
    return Optional.ofNullable(claimed).map(MailDocument::mail);
  }

  /**
   * Prolongs a claim while the mail server takes its time.
   *
   * @return whether the claim is this instance's still
   */
  public boolean renew(String mail, String instance, Instant until) {
    return mails
            .updateOne(
                and(eq(Documents.ID, mail), eq("claimedBy", instance)),
                set("claimedUntil", Documents.date(until)))
            .getMatchedCount()
        == 1;
  }

  /**
   * Keeps what the deliveries have come to; the claim stays. What the mail server has answered is
   * kept even where the claim was lost meanwhile.
   *
   * @return whether the claim is this instance's still
   */
  public boolean record(OutboxMail mail, String instance) {
    Bson outcome =
        combine(
            set("state", mail.state().name()), set("deliveries", MailDocument.deliveries(mail)));
    boolean mine =
        mails
                .updateOne(and(eq(Documents.ID, mail.id()), eq("claimedBy", instance)), outcome)
                .getMatchedCount()
            == 1;
    if (!mine) {
      mails.updateOne(eq(Documents.ID, mail.id()), outcome);
    }
    return mine;
  }

  /** Gives a claim back. */
  public void release(OutboxMail mail, String instance, Instant nextAttempt) {
    mails.updateOne(
        and(eq(Documents.ID, mail.id()), eq("claimedBy", instance)),
        combine(
            set("nextAttempt", Documents.date(nextAttempt)),
            set("claimedUntil", Documents.date(NEVER_CLAIMED)),
            set("claimedBy", "")));
  }

  /** Gives back what an instance of that name had claimed when it died. */
  public void releaseAll(String instance) {
    mails.updateMany(
        eq("claimedBy", instance),
        combine(set("claimedUntil", Documents.date(NEVER_CLAIMED)), set("claimedBy", "")));
  }

  /** States of the mails with those ids. */
  public Map<String, State> states(Collection<String> ids) {
    Map<String, State> states = new HashMap<>();
    mails
        .find(in(Documents.ID, ids))
        .projection(Projections.include("state"))
        .forEach(
            each ->
                states.put(each.getString(Documents.ID), State.valueOf(each.getString("state"))));
    return states;
  }

  /** How many mails of the kind are in each state. */
  public Map<State, Long> count(NoticeKind kind) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(
          state, mails.countDocuments(and(eq("kind", kind.name()), eq("state", state.name()))));
    }
    return counts;
  }

  /** How many notices lie in the mails of each state. */
  public Map<State, Long> countNotices() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      long[] sum = {0};
      mails
          .find(eq("state", state.name()))
          .projection(Projections.include("notices"))
          .forEach(each -> sum[0] += each.getList("notices", String.class).size());
      counts.put(state, sum[0]);
    }
    return counts;
  }
}
