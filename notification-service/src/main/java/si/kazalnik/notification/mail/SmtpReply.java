package si.kazalnik.notification.mail;

/** What came of handing a mail to the server. */
public sealed interface SmtpReply {

  /** The server took it over. */
  record Accepted() implements SmtpReply {}

  /**
   * Not now: a 4xx reply, no connection, no answer.
   *
   * @param reason one line
   */
  record Postponed(String reason) implements SmtpReply {}

  /**
   * Never: a 5xx reply to sender, recipient or content.
   *
   * @param reason one line
   */
  record Refused(String reason) implements SmtpReply {}
}
