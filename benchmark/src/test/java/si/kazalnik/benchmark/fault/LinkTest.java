package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private ServerSocket server;
  private Link link;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 10, HERE);
    link = new Link("test", Ports.next(), server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    link.close();
    server.close();
  }

  @Test
  void what_was_held_up_comes_through_once_it_is_healed() throws IOException {
    try (Socket client = new Socket(HERE, link.port());
        Socket accepted = server.accept()) {
      link.stall();
      accepted.getOutputStream().write(7);
      client.setSoTimeout(300);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      link.heal();
      client.setSoTimeout(30_000);
      assertThat(client.getInputStream().read()).isEqualTo(7);
      assertThat(harmed(accepted.getPort())).isTrue();
    }
  }

  @Test
  void a_connection_that_is_cut_breaks_and_the_next_one_is_taken() throws IOException {
    try (Socket client = new Socket(HERE, link.port());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(1);
      assertThat(accepted.getInputStream().read()).isEqualTo(1);

      link.cut();
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
      assertThat(harmed(accepted.getPort())).isTrue();
    }
    try (Socket client = new Socket(HERE, link.port());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(2);
      assertThat(accepted.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void nobody_connects_while_connections_are_refused() throws IOException {
    link.refuse();
    assertThatThrownBy(() -> new Socket(HERE, link.port()).close()).isInstanceOf(IOException.class);

    link.heal();
    try (Socket client = new Socket(HERE, link.port());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(3);
      assertThat(accepted.getInputStream().read()).isEqualTo(3);
    }
  }

  @Test
  void an_answer_may_be_lost_only_where_it_came_after_the_client_had_gone() throws IOException {
    int port;
    Instant said;
    try (Socket client = new Socket(HERE, link.port());
        Socket accepted = server.accept()) {
      port = accepted.getPort();
      accepted.getOutputStream().write(9);
      said = Instant.now();
      assertThat(client.getInputStream().read()).isEqualTo(9);
    }
    await().until(() -> hadLeft(port, Instant.now().plusSeconds(1)));
    assertThat(hadLeft(port, said)).isFalse();
    assertThat(harmed(port)).isFalse();
    assertThat(link.life(port, Instant.EPOCH)).as("before it was there").isEmpty();
  }

  private boolean harmed(int port) {
    return link.life(port, Instant.now()).orElseThrow().harmed();
  }

  private boolean hadLeft(int port, Instant then) {
    return link.life(port, then).orElseThrow().leftBefore(then);
  }
}
