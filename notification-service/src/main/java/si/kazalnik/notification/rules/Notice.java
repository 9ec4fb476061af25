package si.kazalnik.notification.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deviation told to one role once. Its id is made of what it tells, so that a record that
 * arrives again makes no second one.
 *
 * @param deviation id of the deviation; empty for {@link NoticeKind#UNDELIVERABLE}
 * @param occurrence how many times the deviation had come back
 * @param role who is told
 * @param capacity in which the role is told
 * @param suppressed why no mail is made, or null where one is
 * @param detail what can't be reached ({@link NoticeKind#UNDELIVERABLE} only), or null
 */
public record Notice(
    NoticeKind kind,
    String deviation,
    int occurrence,
    String role,
    Capacity capacity,
    @Nullable Suppression suppressed,
    @Nullable Undeliverable detail) {

  /** In which a role is told. */
  public enum Capacity {
    OWNER,
    CONTACT,
    OFFICE
  }

  /**
   * What could not be delivered.
   *
   * @param role for whom
   * @param address which was refused, or null where the role has none
   * @param since when it was first refused after having accepted any, or null where there is none
   * @param reason the server's reply, or null where the role has no address
   */
  public record Undeliverable(
      String role, @Nullable String address, @Nullable Instant since, @Nullable String reason) {}

  static Notice of(NoticeKind kind, String deviation, int occurrence, Recipient recipient) {
    return new Notice(
        kind,
        deviation,
        occurrence,
        recipient.role(),
        recipient.capacity(),
        recipient.suppressed(),
        null);
  }

  /** Tells the strategy office that a role can't be reached. */
  public static Notice undeliverable(String office, Undeliverable detail) {
    return new Notice(NoticeKind.UNDELIVERABLE, "", 0, office, Capacity.OFFICE, null, detail);
  }

  /** The same, kept back for that reason. */
  public Notice suppressedAs(Suppression reason) {
    return new Notice(kind, deviation, occurrence, role, capacity, reason, detail);
  }

  /** Whether the role was told, as far as anybody knows. */
  boolean isTold() {
    return suppressed == null || suppressed == Suppression.READ_BEFORE;
  }

  /**
   * The same for the same thing told, whenever and wherever it is made. What was kept back for a
   * reason that may pass (a newer period was judged, the target is illustrative) has another id
   * than what is told, so that it may still be told. What was over before it was read, or read
   * before the database was restored, has not.
   */
  public String id() {
    String what =
        detail == null
            ? deviation + "|" + occurrence
            : detail.role()
                + "|"
                + (detail.address() == null ? "" : detail.address() + "|" + detail.since());
    String keptBack =
        isTold() || suppressed == Suppression.OVER_BEFORE_READ ? "" : "|" + suppressed;
    return kind + "|" + what + "|" + role + keptBack;
  }
}
