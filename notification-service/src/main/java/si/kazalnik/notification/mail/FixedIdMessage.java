package si.kazalnik.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/**
 * A message that keeps its {@code Message-ID}: the library would make a new one at each sending.
 */
final class FixedIdMessage extends MimeMessage {

  private final String messageId;

  FixedIdMessage(MimeMessage of, String messageId) {
    super(of.getSession());
    this.messageId = messageId;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
