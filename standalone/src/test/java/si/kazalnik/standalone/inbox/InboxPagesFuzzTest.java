package si.kazalnik.standalone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The inbox's addresses, over a real connection: the input is what stands before HTTP/1.1. */
class InboxPagesFuzzTest {

  private static final int PATIENCE_MILLIS = 10_000;

  private static Path folder;
  private static InboxPages pages;
  private static Mail mail;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("inbox");
    Files.writeString(folder.resolve("secret.eml.txt"), "a secret beside the mails");
    MailFolder mails = MailFolder.open(folder);
    mail =
        mails.keep(
            List.of("a@example.si"),
            "Subject: <b>Hello</b>\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>"
                .getBytes(StandardCharsets.UTF_8));
    pages = InboxPages.start(mails, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterAll
  static void stop() throws IOException {
    pages.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** "No 5xx, no hang"; nothing but the mails, and those without letting them do anything. */
  @FuzzTest
  void it_is_answered_with_a_mail_or_not_found(byte[] input) throws IOException {
    String line =
        new String(input, StandardCharsets.ISO_8859_1)
            .replaceAll("[\\r\\n]", "")
            .replace("{id}", mail.id());
    String answer = send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    if (answer.isEmpty()) {
      // Java's server hangs up where an address has no path at all, before it asks us.
      assertThat(line).doesNotStartWith("GET /");
      return;
    }
    assertThat(answer).matches("(?s)HTTP/1.1 (200|400|404|501|505) .*");
    assertThat(answer).doesNotContain("a secret beside the mails");
    if (answer.startsWith("HTTP/1.1 200")) {
      assertThat(answer)
          .containsIgnoringCase("x-content-type-options: nosniff")
          .containsIgnoringCase("content-security-policy: default-src 'none'");
      assertThat(answer).matches("(?is).*content-type: (text|application)/.*");
    }
  }

  private static String send(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), pages.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
