package si.kazalnik.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/** What a mail server says: a code of three digits and any text. */
class SmtpFailuresFuzzTest {

  /** "`4xx` …: again"; "`5xx`: that address is marked", with a reason that fits one line. */
  @FuzzTest
  void a_reply_refuses_or_postpones_with_one_line(byte[] input) throws Exception {
    String said = new String(input, StandardCharsets.UTF_8);
    int code = 400 + (input.length == 0 ? 0 : (input[0] & 0xFF) % 200);
    MailSendException failure =
        new MailSendException(
            "refused",
            new SMTPAddressFailedException(
                new InternetAddress("a@example.si"), "RCPT TO", code, said));
    SmtpReply reply = SmtpFailures.reply(failure);
    String reason =
        reply instanceof SmtpReply.Refused refused
            ? refused.reason()
            : ((SmtpReply.Postponed) reply).reason();
    assertThat(reply instanceof SmtpReply.Refused).isEqualTo(code >= 500);
    assertThat(reason)
        .hasSizeLessThanOrEqualTo(300)
        .matches(line -> line.codePoints().noneMatch(Character::isISOControl))
        .doesNotContain("\u2028", "\u2029");
  }
}
