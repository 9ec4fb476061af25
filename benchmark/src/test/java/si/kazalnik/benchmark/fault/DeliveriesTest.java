package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.fault.MailJournal.Line;

/** "None twice except where the SMTP reply itself was lost": that the harness would see it. */
class DeliveriesTest {
  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

  private final Chronicle chronicle = new Chronicle();

  @Test
  void a_mail_that_was_answered_may_not_come_again() {
    assertThat(lost(line(Act.KEPT, 5, "a"), line(Act.REPLIED, 5, "a"))).containsExactly(false);
  }

  @Test
  void a_mail_without_an_answer_of_its_own_may_come_again() {
    assertThat(lost(line(Act.KEPT, 5, "a"), line(Act.KEPT, 6, "a"), line(Act.REPLIED, 6, "a")))
        .containsExactly(true, false);
  }

  @Test
  void what_the_service_died_before_recording_may_come_again() {
    Line kept = new Line(Instant.now(), Act.KEPT, 5, "office@example.si", "a");
    Line replied = new Line(Instant.now(), Act.REPLIED, 5, "office@example.si", "a");
    assertThat(lost(kept, replied)).containsExactly(false);

    chronicle.ended();
    assertThat(lost(kept, replied)).containsExactly(true);
    assertThat(lost(line(Act.KEPT, 5, "a"), line(Act.REPLIED, 5, "a")))
        .as("long before it ended")
        .containsExactly(false);
  }

  private List<Boolean> lost(Line... lines) {
    try (Link link = new Link("test", Ports.next(), Ports.next())) {
      return new Deliveries(List.of(lines), Map.of(), link, chronicle)
          .mails().stream().map(each -> each.replyLost()).toList();
    }
  }

  private static Line line(Act act, int port, String id) {
    return new Line(THEN, act, port, "office@example.si", id);
  }
}
