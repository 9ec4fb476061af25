package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.kazalnik.benchmark.fault.Deliveries.Excuse;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.fault.MailJournal.Line;
import si.kazalnik.benchmark.run.Chronicle;

/** "None twice except where the SMTP reply itself was lost": that the harness would see it. */
class DeliveriesTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Chronicle chronicle = new Chronicle();
  private ServerSocket server;
  private Link first;
  private Link second;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 10, HERE);
    first = new Link("first", Ports.next(), server.getLocalPort());
    second = new Link("second", Ports.next(), server.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    first.close();
    second.close();
    server.close();
  }

  @Test
  void a_mail_that_was_answered_may_not_come_again() {
    assertThat(lost(line(Act.KEPT, 5, "a"), line(Act.REPLIED, 5, "a"))).containsExactly(false);
  }

  @Test
  void a_mail_without_an_answer_of_its_own_may_come_again() {
    Line[] lines = {line(Act.KEPT, 5, "a"), line(Act.KEPT, 6, "a"), line(Act.REPLIED, 6, "a")};
    assertThat(lost(lines)).containsExactly(true, false);
    assertThat(deliveries(lines).used()).isEqualTo(Map.of(Excuse.NEVER_ANSWERED, 1));
  }

  @Test
  void what_an_instance_was_killed_before_recording_may_come_again() throws IOException {
    int port = connection(first);
    Line[] lines = {line(Act.KEPT, port, "a"), line(Act.REPLIED, port, "a")};
    assertThat(lost(lines)).as("nobody was killed").containsExactly(false);

    chronicle.killed("second");
    assertThat(lost(lines)).as("it was sent by the other").containsExactly(false);

    chronicle.killed("first");
    assertThat(lost(lines)).containsExactly(true);
    assertThat(deliveries(lines).used()).as("it did not come again").isEmpty();
  }

  @Test
  void what_was_answered_long_before_the_kill_may_not_come_again() throws IOException {
    int port = connection(first);
    Instant then = Instant.now().plusSeconds(3_600);
    chronicle.killed("first");
    assertThat(lost(at(then, Act.KEPT, port), at(then, Act.REPLIED, port))).containsExactly(false);
  }

  @Test
  void an_answer_on_a_connection_that_was_cut_may_be_lost() throws IOException {
    int port = connection(second);
    Line[] lines = {line(Act.KEPT, port, "a"), line(Act.REPLIED, port, "a")};
    assertThat(lost(lines)).containsExactly(false);

    second.cut();
    assertThat(lost(lines)).containsExactly(true);
  }

  /** Opens a connection; answers the port by which the server knows it. */
  private int connection(Link link) throws IOException {
    Socket client = new Socket(HERE, link.port());
    Socket accepted = server.accept();
    accepted.getOutputStream().write(1);
    assertThat(client.getInputStream().read()).isEqualTo(1);
    await().until(() -> link.life(accepted.getPort(), Instant.now()).isPresent());
    return accepted.getPort();
  }

  private List<Boolean> lost(Line... lines) {
    return deliveries(lines).mails().stream().map(each -> each.replyLost()).toList();
  }

  private Deliveries deliveries(Line... lines) {
    return new Deliveries(
        List.of(lines), Map.of(), Map.of("first", first, "second", second), chronicle);
  }

  private static Line line(Act act, int port, String id) {
    return new Line(Instant.now(), act, port, "office@example.si", id);
  }

  private static Line at(Instant then, Act act, int port) {
    return new Line(then, act, port, "office@example.si", "a");
  }
}
