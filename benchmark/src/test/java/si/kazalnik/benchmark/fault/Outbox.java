package si.kazalnik.benchmark.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.fault.MailJournal.Line;
import si.kazalnik.benchmark.run.Difference;

/** What the notification service has recorded of its mails, against what the mail server did. */
final class Outbox {
  private static final String ACCEPTED = "ACCEPTED";
  private static final String FAILED = "FAILED";

  private final List<Document> mails;
  private final List<Difference> differences = new ArrayList<>();

  Outbox(Database database) {
    this(database.all(Part.NOTIFICATION.database(), "mails"));
  }

  Outbox(List<Document> mails) {
    this.mails = mails;
  }

  /** Notices whose mail was refused for good. */
  long refusedNotices() {
    return mails.stream()
        .filter(each -> each.getString("state").equals(FAILED))
        .mapToLong(each -> each.getList("notices", String.class).size())
        .sum();
  }

  /**
   * What does not agree.
   *
   * @param addresses of the roles
   */
  List<Difference> compare(List<Line> journal, UnaryOperator<String> addresses) {
    Map<String, Set<String>> kept = recipients(journal, Act.KEPT);
    Map<String, Set<String>> refused = recipients(journal, Act.REFUSED);
    Map<String, String> recorded = new HashMap<>();
    Set<String> notices = new HashSet<>();
    boolean told = false;
    boolean untellable = false;
    for (Document mail : mails) {
      boolean ofRefusal = mail.getString("kind").equals("UNDELIVERABLE");
      String role = mail.getString("role");
      Set<String> address = Set.of(addresses.apply(role));
      for (String notice : mail.getList("notices", String.class)) {
        same(notice, "in one mail only", true, notices.add(notice));
        // What a notice tells, whose and to whom, is its id.
        same(notice, "in a mail to " + role, true, notice.endsWith("|" + role) || ofRefusal);
      }
      for (Document delivery : mail.getList("deliveries", Document.class)) {
        String id = delivery.getString("messageId");
        String state = delivery.getString("state");
        recorded.put(id, state);
        if (state.equals(ACCEPTED)) {
          same(id, "kept by the mail server for " + address, true, address.equals(kept.get(id)));
        } else {
          same(
              id,
              "refused for good for " + address + ", being " + state,
              true,
              // By its recipient alone, before the mail itself was seen, perhaps.
              address.equals(refused.get(id))
                  || refused.getOrDefault(MailJournal.UNKNOWN, Set.of()).containsAll(address));
        }
        told |= ofRefusal && state.equals(ACCEPTED);
        untellable |= !ofRefusal && state.equals(FAILED);
      }
    }
    kept.keySet().forEach(id -> same(id, "recorded", true, recorded.containsKey(id)));
    same("the office", "told of a refused address", untellable, told);
    return differences;
  }

  /** Of each mail with which that was done. */
  private static Map<String, Set<String>> recipients(List<Line> journal, Act act) {
    Map<String, Set<String>> recipients = new HashMap<>();
    journal.stream()
        .filter(each -> each.act() == act)
        .forEach(
            each ->
                recipients
                    .computeIfAbsent(each.messageId(), none -> new HashSet<>())
                    .add(each.recipient()));
    return recipients;
  }

  private void same(String of, String field, boolean expected, boolean got) {
    if (expected != got) {
      differences.add(new Difference("mail " + of, "-", field, "" + expected, "" + got, ""));
    }
  }
}
