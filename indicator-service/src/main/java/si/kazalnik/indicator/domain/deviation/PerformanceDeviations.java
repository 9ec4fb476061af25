package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.Cause;
import si.kazalnik.contract.Deviation.State;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/**
 * The deviation of an indicator that misses its path: opened by its latest judged period, ended by
 * a later good one or a late delivery, amended where its cause never was, reopened where the same
 * period turns bad again.
 */
public final class PerformanceDeviations {

  private PerformanceDeviations() {}

  /**
   * The record to be published and remembered; empty where nothing has changed. To be asked only
   * when every period that is due or touched has been evaluated, so that the outcome does not
   * depend on how the work was cut.
   *
   * @param last the indicator's last deviation, ended or not; or null
   * @param latestFirst the newest revision of each period of the headline, latest period first;
   *     read only as far as it is needed
   * @param graceOver whether the indicator has been in force long enough to open one
   */
  public static Optional<Deviation> next(
      IndicatorRules rules,
      @Nullable Deviation last,
      Iterable<IndicatorValue> latestFirst,
      Instant now,
      boolean graceOver,
      String catalogue) {
    if (rules.isNotYetComputed()) {
      // It has no verdicts any more, so that none could ever end it.
      return removed(last, now);
    }
    Recent recent = Recent.of(rules.indicator(), latestFirst, last);
    if (last != null && last.state() == State.OPEN) {
      return ongoing(rules, last, recent, now, catalogue);
    }
    IndicatorValue bad = recent.opening();
    if (bad == null || !graceOver) {
      return Optional.empty();
    }
    Cause cause = CauseRecords.of(rules.indicator(), bad, now);
    return Optional.of(
        last != null && isOf(last, bad)
            ? record(last, rules, State.OPEN, cause, null, last.reopened() + 1, recent, catalogue)
            : opened(rules, cause, recent, now, catalogue));
  }

  /** Whether that period is one of those that the ended deviation was about. */
  private static boolean isOf(Deviation last, IndicatorValue bad) {
    LocalDate first = DeviationIds.opening(last).map(ReportingPeriod::start).orElse(null);
    return first != null
        && !bad.start().isBefore(first)
        && last.causes().stream()
            .flatMap(cause -> ReportingPeriod.parse(cause.period()).stream())
            .anyMatch(latest -> !bad.end().isAfter(latest.end()));
  }

  /**
   * The end of a deviation whose indicator is no longer in the catalogue; empty where none is open.
   */
  public static Optional<Deviation> removed(@Nullable Deviation last, Instant now) {
    if (last == null || last.state() != State.OPEN) {
      return Optional.empty();
    }
    return Optional.of(CauseRecords.ended(last, State.AMENDED, now));
  }

  private static Optional<Deviation> ongoing(
      IndicatorRules rules, Deviation open, Recent recent, Instant now, String catalogue) {
    Cause before = open.causes().get(0);
    IndicatorValue bad = recent.opening();
    if (bad != null) {
      Cause cause =
          CauseRecords.since(CauseRecords.of(rules.indicator(), bad, now), before.since());
      return cause.equals(before)
          ? Optional.empty()
          : Optional.of(
              record(open, rules, State.OPEN, cause, null, open.reopened(), recent, catalogue));
    }
    return recent
        .ending(before.period(), DeviationIds.opening(open).orElse(null))
        .map(
            state ->
                record(
                    open,
                    rules,
                    state,
                    CauseRecords.endedAt(before, now),
                    now,
                    open.reopened(),
                    recent,
                    catalogue));
  }

  private static Deviation opened(
      IndicatorRules rules, Cause cause, Recent recent, Instant now, String catalogue) {
    String indicator = rules.indicator().id();
    return new Deviation(
        Deviation.SCHEMA,
        DeviationIds.ofIndicator(indicator, cause.period()),
        indicator,
        null,
        Map.of(),
        State.OPEN,
        cause.severity(),
        List.of(cause),
        now,
        null,
        0,
        recent.history(),
        catalogue);
  }

  private static Deviation record(
      Deviation of,
      IndicatorRules rules,
      State state,
      Cause cause,
      @Nullable Instant resolvedAt,
      int reopened,
      Recent recent,
      String catalogue) {
    return new Deviation(
        Deviation.SCHEMA,
        of.id(),
        rules.indicator().id(),
        null,
        of.dimensions(),
        state,
        cause.severity(),
        List.of(cause),
        of.openedAt(),
        resolvedAt,
        reopened,
        recent.history(),
        catalogue);
  }
}
