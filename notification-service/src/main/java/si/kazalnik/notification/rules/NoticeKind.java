package si.kazalnik.notification.rules;

/** What a notice tells. */
public enum NoticeKind {
  /** A deviation opened, or came back. */
  OPENED,
  /** It is over. */
  RESOLVED,
  /** A correction showed that it never was. */
  AMENDED,
  /** A role can't be reached; goes to the strategy office. */
  UNDELIVERABLE
}
