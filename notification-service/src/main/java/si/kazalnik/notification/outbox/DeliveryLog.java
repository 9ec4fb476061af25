package si.kazalnik.notification.outbox;

import java.time.Duration;
import si.kazalnik.notification.rules.NoticeKind;

/** Hears of each mail that the server accepted. */
public interface DeliveryLog {

  /**
   * One more.
   *
   * @param delay from the deviation's arrival here, real time
   */
  void accepted(NoticeKind kind, Duration delay);
}
