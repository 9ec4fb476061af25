package si.kazalnik.notification.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.outbox.DeliveryLog;
import si.kazalnik.notification.outbox.Rounds;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.store.AddressStore;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxMail.State;
import si.kazalnik.notification.store.OutboxStore;

/**
 * What Prometheus sees, counted in MongoDB every few seconds, so that a restart loses nothing:
 *
 * <ul>
 *   <li>{@code deviations_open{kind}}: open deviations by the kind of their worst cause;
 *   <li>{@code notifications_sent_total{kind}}, {@code notifications_failed_total{kind}}: mails
 *       that the server accepted, or that failed for good;
 *   <li>{@code notifications_pending{kind}}: mails in the outbox that are neither, and groups that
 *       still wait;
 *   <li>{@code notifications_addresses_refused}: addresses that bear a mark;
 *   <li>{@code notifications_delay_seconds}: from a deviation's arrival to its accepted mail, of
 *       this process.
 * </ul>
 */
@Component
class NotificationMetrics extends Rounds implements DeliveryLog {

  private static final Duration ROUND = Duration.ofSeconds(2);

  private final DeviationStore deviations;
  private final NoticeStore notices;
  private final OutboxStore outbox;
  private final AddressStore addresses;
  private final Map<NoticeKind, Timer> delays = new EnumMap<>(NoticeKind.class);
  private volatile Map<Deviation.Kind, Long> open = Map.of();
  private volatile Map<NoticeKind, Map<State, Long>> mails = Map.of();
  private volatile Map<NoticeKind, Long> waiting = Map.of();
  private volatile long refused;

  NotificationMetrics(
      DeviationStore deviations,
      NoticeStore notices,
      OutboxStore outbox,
      AddressStore addresses,
      MeterRegistry registry) {
    super("notification-metrics", ROUND);
    this.deviations = deviations;
    this.notices = notices;
    this.outbox = outbox;
    this.addresses = addresses;
    register(registry);
  }

  @Override
  public void accepted(NoticeKind kind, Duration delay) {
    Timer timer = delays.get(kind);
    if (timer != null) {
      timer.record(delay);
    }
  }

  @Override
  protected void round() {
    open = deviations.countOpenByKind();
    waiting = waitingGroups();
    Map<NoticeKind, Map<State, Long>> counted = new EnumMap<>(NoticeKind.class);
    for (NoticeKind kind : NoticeKind.values()) {
      counted.put(kind, outbox.count(kind));
    }
    mails = counted;
    refused = addresses.countMarked();
  }

  private Map<NoticeKind, Long> waitingGroups() {
    Map<NoticeKind, Long> groups = new EnumMap<>(NoticeKind.class);
    notices.waiting().stream()
        .map(each -> Map.entry(each.notice().kind(), each.notice().role()))
        .distinct()
        .forEach(each -> groups.merge(each.getKey(), 1L, Long::sum));
    return groups;
  }

  private void register(MeterRegistry registry) {
    for (Deviation.Kind kind : Deviation.Kind.values()) {
      Gauge.builder("deviations.open", () -> open.getOrDefault(kind, 0L))
          .description("Open deviations by the kind of their worst cause")
          .tag("kind", label(kind))
          .register(registry);
    }
    for (NoticeKind kind : NoticeKind.values()) {
      FunctionCounter.builder("notifications.sent", this, all -> all.mails(kind, State.ACCEPTED))
          .description("Mails that the server accepted")
          .tag("kind", label(kind))
          .register(registry);
      FunctionCounter.builder("notifications.failed", this, all -> all.mails(kind, State.FAILED))
          .description("Mails that failed for good")
          .tag("kind", label(kind))
          .register(registry);
      Gauge.builder(
              "notifications.pending",
              () -> mails(kind, State.PENDING) + waiting.getOrDefault(kind, 0L))
          .description("Mails that wait for their group or for the server")
          .tag("kind", label(kind))
          .register(registry);
      delays.put(
          kind,
          Timer.builder("notifications.delay")
              .description("From a deviation's arrival to its accepted mail")
              .tag("kind", label(kind))
              .publishPercentileHistogram()
              .minimumExpectedValue(Duration.ofMillis(100))
              .maximumExpectedValue(Duration.ofDays(1))
              .register(registry));
    }
    Gauge.builder("notifications.addresses.refused", () -> refused)
        .description("Addresses that the mail server refused for good")
        .register(registry);
  }

  private double mails(NoticeKind kind, State state) {
    return mails.getOrDefault(kind, Map.of()).getOrDefault(state, 0L);
  }

  private static String label(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
