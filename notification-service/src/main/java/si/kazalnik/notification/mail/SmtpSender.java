package si.kazalnik.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.NotificationSettings;

/** Hands mails to the mail server. */
@Component
public class SmtpSender {

  private final JavaMailSender sender;
  private final String from;

  SmtpSender(JavaMailSender sender, NotificationSettings settings) {
    this.sender = sender;
    this.from = settings.from();
  }

  /**
   * Tries to hand over one mail; returns when the server has answered, or a time limit of {@code
   * spring.mail.properties} has run.
   *
   * @param messageId with its angle brackets
   */
  public SmtpReply send(RenderedMail mail, String address, String messageId) {
    MimeMessage message;
    try {
      message = message(mail, address, messageId);
    } catch (MessagingException e) {
      return new SmtpReply.Refused(SmtpFailures.oneLine("the mail can't be written: " + e));
    }
    try {
      sender.send(message);
      return new SmtpReply.Accepted();
    } catch (MailAuthenticationException e) {
      // Our own fault, not the address'.
      return new SmtpReply.Postponed(SmtpFailures.oneLine(String.valueOf(e.getMessage())));
    } catch (MailSendException e) {
      // Without failed messages the server had accepted; only the goodbye went wrong.
      return e.getFailedMessages().isEmpty() && e.getMessageExceptions().length == 0
          ? new SmtpReply.Accepted()
          : SmtpFailures.reply(e);
    } catch (MailException e) {
      return SmtpFailures.reply(e);
    }
  }

  private MimeMessage message(RenderedMail mail, String address, String messageId)
      throws MessagingException {
    MimeMessage empty = new FixedIdMessage(sender.createMimeMessage(), messageId);
    MimeMessageHelper helper =
        new MimeMessageHelper(
            empty, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(address);
    helper.setSubject(mail.subject());
    helper.setText(mail.text(), mail.html());
    for (Map.Entry<String, byte[]> picture : mail.pictures().entrySet()) {
      helper.addInline(picture.getKey(), new ByteArrayResource(picture.getValue()), "image/png");
    }
    empty.setHeader("Auto-Submitted", "auto-generated");
    empty.setHeader("Content-Language", mail.language());
    return empty;
  }
}
