package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.fault.MailJournal.Line;
import si.kazalnik.benchmark.run.Difference;

/** "Every deviation has its mail": that the harness sees where a record is not what happened. */
class OutboxTest {
  private static final Line KEPT = line(Act.KEPT, "a", "east@example.si");
  private static final Line REFUSED = line(Act.REFUSED, "b", "east@example.si");
  private static final Document ACCEPTED = mail("1|east", "a", "ACCEPTED");
  private static final Document FAILED = mail("2|east", "b", "FAILED");
  private static final Document OFFICE_TOLD =
      mail("3|office", "c", "ACCEPTED").append("kind", "UNDELIVERABLE").append("role", "office");

  @Test
  void what_is_recorded_as_it_happened_passes() {
    List<Line> journal = List.of(KEPT, REFUSED, line(Act.KEPT, "c", "office@example.si"));
    assertThat(compare(journal, ACCEPTED, FAILED, OFFICE_TOLD)).isEmpty();
  }

  @Test
  void an_accepted_mail_must_have_been_kept_for_its_roles_address() {
    assertThat(compare(List.of(), ACCEPTED)).hasSize(1);
    assertThat(compare(List.of(line(Act.KEPT, "a", "west@example.si")), ACCEPTED)).hasSize(1);
  }

  @Test
  void a_kept_mail_must_be_recorded() {
    assertThat(compare(List.of(KEPT))).hasSize(1);
  }

  @Test
  void a_notice_lies_in_one_mail_which_is_its_roles() {
    Line other = line(Act.KEPT, "d", "east@example.si");
    assertThat(compare(List.of(KEPT, other), ACCEPTED, mail("1|east", "d", "ACCEPTED"))).hasSize(1);
    assertThat(compare(List.of(KEPT), mail("1|west", "a", "ACCEPTED"))).hasSize(1);
  }

  @Test
  void the_office_must_hear_of_a_refused_address() {
    assertThat(compare(List.of(REFUSED), FAILED)).hasSize(1);
  }

  private static List<Difference> compare(List<Line> journal, Document... mails) {
    return new Outbox(List.of(mails)).compare(journal, role -> role + "@example.si");
  }

  private static Line line(Act act, String id, String recipient) {
    return new Line(Instant.parse("2026-03-01T10:00:00Z"), act, 5, recipient, id);
  }

  private static Document mail(String notice, String id, String state) {
    return new Document("kind", "OPENED")
        .append("role", "east")
        .append("state", state)
        .append("notices", List.of(notice))
        .append("deliveries", List.of(new Document("messageId", id).append("state", state)));
  }
}
