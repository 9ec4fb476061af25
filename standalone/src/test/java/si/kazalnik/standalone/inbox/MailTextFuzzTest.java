package si.kazalnik.standalone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A mail as it comes over SMTP, from whoever reaches the port. */
class MailTextFuzzTest {

  private static final String STRANGE = "<fuzz";

  private static Path folder;
  private static MailFolder mails;

  @BeforeAll
  static void open() throws IOException {
    folder = Files.createTempDirectory("inbox");
    mails = MailFolder.open(folder);
  }

  @AfterAll
  static void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** "A mail server that accepts everything", and shows it without letting it do anything. */
  @FuzzTest
  void it_is_kept_and_shown_escaped(byte[] input) throws IOException {
    Mail mail = mails.keep(List.of("a@example.si"), input);
    assertThat(mails.source(mail.id())).isPresent();
    MailText text = MailText.of(mails.message(mail.id()).orElseThrow());
    assertThat(InboxHtml.one(mail, text)).doesNotContain(STRANGE);
    assertThat(InboxHtml.list(List.of(mail))).doesNotContain(STRANGE);
    Files.delete(folder.resolve(mail.id() + ".eml"));
  }
}
