package si.kazalnik.notification.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.KeptNotice;
import si.kazalnik.notification.store.OutboxMail;

/**
 * A deviation in the API.
 *
 * @param indicator its id, or {@code provider:<id>} where a provider is silent
 * @param acknowledged by whom and why; always null until acknowledging comes
 */
record DeviationView(
    String id,
    String indicator,
    Map<String, String> dimensions,
    List<Cause> causes,
    Deviation.Severity severity,
    Deviation.State state,
    Instant openedAt,
    @Nullable Object acknowledged,
    @Nullable Instant resolvedAt,
    List<Told> notifications) {

  /** Why. */
  record Cause(Deviation.Kind kind, Instant since, Detail detail) {}

  /** What the rule saw; what does not apply is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(
      Deviation.Severity severity,
      String indicator,
      @Nullable String series,
      String period,
      @Nullable Instant endedAt,
      @Nullable BigDecimal value,
      @Nullable Object expected,
      @Nullable Object target,
      @Nullable BigDecimal shortfall,
      @Nullable BigDecimal tolerance,
      @Nullable Instant dueAt,
      @Nullable List<String> failing) {}

  /**
   * Who was told.
   *
   * @param to a role, never an address
   */
  record Told(String to, Instant at, String kind, String outcome, @Nullable String reason) {}

  static DeviationView of(
      Deviation deviation, List<KeptNotice> notices, Map<String, OutboxMail.State> mails) {
    return new DeviationView(
        deviation.id(),
        DeviationStore.subject(deviation),
        deviation.dimensions(),
        deviation.causes().stream().map(DeviationView::cause).toList(),
        deviation.severity(),
        deviation.state(),
        deviation.openedAt(),
        null,
        deviation.resolvedAt(),
        notices.stream()
            .sorted(Comparator.comparing(KeptNotice::since).thenComparing(KeptNotice::id))
            .map(each -> told(each, mails))
            .toList());
  }

  private static Cause cause(Deviation.Cause cause) {
    return new Cause(
        cause.kind(),
        cause.since(),
        new Detail(
            cause.severity(),
            cause.indicator(),
            cause.series(),
            cause.period(),
            cause.endedAt(),
            cause.value(),
            number(cause.expected()),
            number(cause.target()),
            cause.shortfall(),
            cause.tolerance(),
            cause.dueAt(),
            cause.failing()));
  }

  /** A number, or {@code {"low","high"}} of a range. */
  private static @Nullable Object number(@Nullable Bounds bounds) {
    if (bounds == null || bounds.value() != null) {
      return bounds == null ? null : bounds.value();
    }
    return new Range(bounds.low(), bounds.high());
  }

  /** Both ends inclusive. */
  record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

  private static Told told(KeptNotice kept, Map<String, OutboxMail.State> mails) {
    String kind = kept.notice().kind().name();
    String role = kept.notice().role();
    if (kept.notice().suppressed() != null) {
      return new Told(role, kept.at(), kind, "SUPPRESSED", kept.notice().suppressed().name());
    }
    OutboxMail.State state = kept.mail() == null ? null : mails.get(kept.mail());
    return new Told(role, kept.at(), kind, state == null ? "PENDING" : state.name(), null);
  }
}
