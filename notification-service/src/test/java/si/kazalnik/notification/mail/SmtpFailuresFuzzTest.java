package si.kazalnik.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** What a mail server says: a code of three digits and any text. */
class SmtpFailuresFuzzTest {

  /** "`4xx` …: again"; "`5xx`: that address is marked", with a reason that fits one line. */
  @FuzzTest
  void a_reply_refuses_or_postpones_with_one_line(byte[] input) throws Exception {
    String said = new String(input, StandardCharsets.UTF_8);
    int code = 400 + (input.length == 0 ? 0 : (input[0] & 0xFF) % 200);
    InternetAddress address = new InternetAddress("a@example.si");
    SMTPAddressFailedException ofAddress =
        new SMTPAddressFailedException(address, "RCPT TO", code, said);
    holds(ofAddress, code, said);
    holds(new SMTPSenderFailedException(address, "MAIL FROM", code, said), code, said);
    holds(ofData(code, said, null), code, said);
    // After a refused address the library itself ends the mail; the address's reply is the reason.
    holds(ofData(code < 500 ? 554 : 421, "no recipients", ofAddress), code, said);
    holds(new MessagingException("could not send", ofData(code, said, null)), code, said);
  }

  private static SMTPSendFailedException ofData(int code, String said, @Nullable Exception next)
      throws AddressException {
    Address[] nobody = new Address[0];
    Address[] all = {new InternetAddress("a@example.si")};
    return new SMTPSendFailedException(".", code, said, next, nobody, all, nobody);
  }

  private static void holds(MessagingException failure, int code, String said) {
    SmtpReply reply =
        SmtpFailures.reply(new MailSendException(Map.of("the mail", (Exception) failure)));
    String reason =
        reply instanceof SmtpReply.Refused refused
            ? refused.reason()
            : ((SmtpReply.Postponed) reply).reason();
    assertThat(reply instanceof SmtpReply.Refused).isEqualTo(code >= 500);
    assertThat(reason)
        .isEqualTo(SmtpFailures.oneLine(said))
        .hasSizeLessThanOrEqualTo(300)
        .matches(line -> line.codePoints().noneMatch(Character::isISOControl))
        .doesNotContain("\u2028", "\u2029");
  }
}
