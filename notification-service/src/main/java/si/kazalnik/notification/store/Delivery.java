package si.kazalnik.notification.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.kazalnik.notification.store.OutboxMail.State;

/**
 * A mail to one address.
 *
 * @param address null where the role has none
 * @param messageId the same at every attempt
 * @param failures attempts that the server or the network put off
 * @param reason of the last failure, or null
 * @param at of the last attempt, real time, or null
 */
public record Delivery(
    @Nullable String address,
    String messageId,
    State state,
    int failures,
    @Nullable String reason,
    @Nullable Instant at) {

  /** Not tried yet. */
  public static Delivery to(String address, String messageId) {
    return new Delivery(address, messageId, State.PENDING, 0, null, null);
  }

  /** Nobody to deliver to. */
  public static Delivery impossible(String messageId, String reason, Instant at) {
    return new Delivery(null, messageId, State.FAILED, 0, reason, at);
  }

  public Delivery accepted(Instant now) {
    return new Delivery(address, messageId, State.ACCEPTED, failures, null, now);
  }

  public Delivery failed(String why, Instant now) {
    return new Delivery(address, messageId, State.FAILED, failures, why, now);
  }

  public Delivery postponed(String why, Instant now) {
    return new Delivery(address, messageId, State.PENDING, failures + 1, why, now);
  }
}
