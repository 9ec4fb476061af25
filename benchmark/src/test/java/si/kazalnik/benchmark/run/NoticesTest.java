package si.kazalnik.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.benchmark.oracle.Book;
import si.kazalnik.benchmark.oracle.Concerned;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** "Every deviation has its mail": that the comparison sees where one has none. */
class NoticesTest {
  private static final String CATALOGUE =
      """
      strategy: {id: s, from: 2025-01-01, timeZone: Europe/Ljubljana, office: office}
      providers: [{id: p, sources: ['urn:p'], contact: desk}]
      series: [{id: trees, provider: p, unit: items}]
      indicators:
        - {id: one, owner: east, unit: items, polarity: HIGHER, reporting: {frequency: MONTH}, inputs: {a: {series: trees, aggregate: SUM}}}
        - {id: two, owner: west, unit: items, polarity: HIGHER, reporting: {frequency: MONTH}, inputs: {a: {series: trees, aggregate: SUM}}}
      """;
  private static final Mail TO_EAST = mail("east", "one");
  private static final Mail TO_DESK = mail("desk", "two");
  private static final Mail TO_WEST = mail("west", "two");

  private Concerned concerned;

  @BeforeEach
  void read(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE);
    concerned = new Concerned(Book.read(folder));
  }

  @Test
  void an_open_deviation_is_told_to_its_owner() {
    assertThat(compare("one", "OPEN", told("east", "OPENED", "ACCEPTED"))).isEmpty();
    assertThat(compare("one", "OPEN", told("east", "OPENED", "FAILED"))).isEmpty();

    assertThat(compare("one", "OPEN", "")).hasSize(1);
    assertThat(compare("one", "OPEN", told("east", "OPENED", "PENDING"))).isNotEmpty();
    assertThat(compare("one", "OPEN", kept("east", "CAME_BACK"))).hasSize(1);
    assertThat(compare("one", "OPEN", kept("east", "NO_REASON"))).isNotEmpty();
  }

  @Test
  void a_mail_must_have_come_to_the_roles_address_and_speak_of_it() {
    String told = told("east", "OPENED", "ACCEPTED");
    assertThat(compare(List.of(), "one", "OPEN", told)).hasSize(1);
    assertThat(compare(List.of(mail("east", "two")), "one", "OPEN", told)).hasSize(1);
    assertThat(compare(List.of(mail("west", "one")), "one", "OPEN", told)).hasSize(1);
  }

  @Test
  void nobody_else_is_told() {
    String both = told("east", "OPENED", "ACCEPTED") + "," + told("west", "OPENED", "FAILED");
    assertThat(compare("one", "OPEN", both)).hasSize(1);
  }

  @Test
  void whoever_was_told_that_it_began_is_told_that_it_ended() {
    String began = told("east", "OPENED", "ACCEPTED");
    assertThat(compare("one", "RESOLVED", began)).hasSize(1);
    assertThat(compare("one", "RESOLVED", began + "," + told("east", "RESOLVED", "FAILED")))
        .isEmpty();
    assertThat(compare("one", "AMENDED", began + "," + told("east", "RESOLVED", "FAILED")))
        .hasSize(1);
  }

  @Test
  void what_was_over_or_old_is_kept_back_for_a_reason() {
    assertThat(compare("one", "RESOLVED", kept("east", "OVER_BEFORE_READ"))).isEmpty();
    assertThat(compare("one", "SUPPRESSED", kept("east", "NOT_LATEST_PERIOD"))).isEmpty();
    assertThat(compare("one", "RESOLVED", "")).hasSize(1);
    assertThat(compare("one", "SUPPRESSED", "")).hasSize(1);
    assertThat(compare("one", "OPEN", kept("east", "READ_BEFORE"))).isNotEmpty();
  }

  /** "told to its `contact` and to each owner of an indicator that it holds up". */
  @Test
  void a_silent_provider_is_told_to_its_contact_and_to_each_owner() {
    String contact = told("desk", "OPENED", "ACCEPTED");
    String owner = told("west", "OPENED", "ACCEPTED");
    assertThat(compare("provider:p", "OPEN", contact + "," + owner)).isEmpty();
    assertThat(compare("provider:p", "OPEN", owner)).hasSize(1);
    assertThat(compare("provider:p", "OPEN", contact)).hasSize(1);
  }

  private List<Difference> compare(String subject, String state, String notifications) {
    return compare(List.of(TO_EAST, TO_DESK, TO_WEST), subject, state, notifications);
  }

  private List<Difference> compare(
      List<Mail> mails, String subject, String state, String notifications) {
    JsonNode deviation =
        JsonMapper.shared()
            .readTree(
                """
                {"id": "d", "indicator": "%s", "state": "%s",
                 "causes": [{"detail": {"indicator": "%s"}}], "notifications": [%s]}
                """
                    .formatted(
                        subject,
                        state,
                        subject.startsWith("provider:") ? "two" : subject,
                        notifications));
    return new Notices(concerned, mails, false, role -> role + "@example.si")
        .compare(List.of(deviation));
  }

  private static String told(String to, String kind, String outcome) {
    return notice(to, kind, outcome, "null");
  }

  private static String kept(String to, String reason) {
    return notice(to, "OPENED", "SUPPRESSED", '"' + reason + '"');
  }

  private static String notice(String to, String kind, String outcome, String reason) {
    return """
        {"to": "%s", "at": "2026-03-01T10:00:00Z", "kind": "%s", "outcome": "%s", "reason": %s}
        """
        .formatted(to, kind, outcome, reason);
  }

  private static Mail mail(String role, String indicator) {
    String source = "Content-Type: text/plain\n\nhttp://localhost/en/indicators/" + indicator;
    return new Mail(role + indicator, role + "@example.si", source, false);
  }
}
