package si.kazalnik.notification.http;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.kafka.Unread;
import si.kazalnik.notification.rules.Suppression;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxMail.State;
import si.kazalnik.notification.store.OutboxStore;
import si.kazalnik.notification.store.UnreadableStore;

/**
 * {@code GET /v1/balance}: nothing that was to be told is lost. <em>made = accepted + pending +
 * failed + the sum of suppressed</em>, counted in notices: one deviation told to one role once.
 */
@RestController
class BalanceController {

  private final DeviationStore deviations;
  private final NoticeStore notices;
  private final OutboxStore outbox;
  private final UnreadableStore unreadable;
  private final Unread unread;

  BalanceController(
      DeviationStore deviations,
      NoticeStore notices,
      OutboxStore outbox,
      UnreadableStore unreadable,
      Unread unread) {
    this.deviations = deviations;
    this.notices = notices;
    this.outbox = outbox;
    this.unreadable = unreadable;
    this.unread = unread;
  }

  /**
   * The whole.
   *
   * @param settled whether all deviations that are published are read, everybody is told of them
   *     who is to be, and the numbers are equal
   */
  record Balance(Deviations deviations, Notices notifications, boolean settled) {}

  /** Deviations received, by the state in which they are now. */
  record Deviations(
      long received, long open, long resolved, long amended, long suppressed, long unreadable) {}

  record Notices(
      long made, long accepted, long pending, long failed, Map<Suppression, Long> suppressed) {}

  @GetMapping("/v1/balance")
  Balance balance() {
    // First: what is read after it is counted all the same.
    boolean all = unread.isEmpty();
    Map<Deviation.State, Long> states = deviations.countByState();
    Map<State, Long> mailed = outbox.countNotices();
    Map<Suppression, Long> suppressed = notices.countSuppressed();
    long accepted = mailed.getOrDefault(State.ACCEPTED, 0L);
    long failed = mailed.getOrDefault(State.FAILED, 0L);
    long made = notices.count();
    long kept = suppressed.values().stream().mapToLong(Long::longValue).sum();
    // Counted apart from `made`, so that the equation can fail.
    long pending = notices.countUnmailed() + mailed.getOrDefault(State.PENDING, 0L);
    return new Balance(
        new Deviations(
            states.values().stream().mapToLong(Long::longValue).sum(),
            states.getOrDefault(Deviation.State.OPEN, 0L),
            states.getOrDefault(Deviation.State.RESOLVED, 0L),
            states.getOrDefault(Deviation.State.AMENDED, 0L),
            states.getOrDefault(Deviation.State.SUPPRESSED, 0L),
            unreadable.count()),
        new Notices(made, accepted, pending, failed, suppressed),
        all && pending == 0 && made == accepted + failed + kept);
  }
}
