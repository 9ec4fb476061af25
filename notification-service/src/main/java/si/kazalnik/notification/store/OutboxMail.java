package si.kazalnik.notification.store;

import java.time.Instant;
import java.util.List;
import si.kazalnik.notification.mail.RenderedMail;
import si.kazalnik.notification.rules.NoticeKind;

/**
 * A mail in the outbox, written once and sent to each address of its role.
 *
 * @param notices ids of what it tells
 * @param since when the first of them was made, real time
 * @param deliveries one for each address
 */
public record OutboxMail(
    String id,
    String role,
    NoticeKind kind,
    List<String> notices,
    Instant since,
    RenderedMail content,
    List<Delivery> deliveries) {

  /** {@link State#PENDING} while any delivery is; accepted where any was. */
  public State state() {
    if (deliveries.stream().anyMatch(each -> each.state() == State.PENDING)) {
      return State.PENDING;
    }
    return deliveries.stream().anyMatch(each -> each.state() == State.ACCEPTED)
        ? State.ACCEPTED
        : State.FAILED;
  }

  /** The same mail with other deliveries. */
  public OutboxMail with(List<Delivery> others) {
    return new OutboxMail(id, role, kind, notices, since, content, others);
  }

  /** What has become of a mail. */
  public enum State {
    PENDING,
    ACCEPTED,
    FAILED
  }
}
