package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.Cause;
import si.kazalnik.contract.Deviation.Point;
import si.kazalnik.contract.Deviation.State;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/**
 * The deviation of a judged tuple that misses its path: opened by its latest judged period, ended
 * by a later good one or a late delivery, amended where its cause never was, reopened where the
 * same period turns bad again, or the one that had ended it.
 */
public final class PerformanceDeviations {

  private PerformanceDeviations() {}

  /**
   * The record to be published and remembered; empty where nothing has changed. To be asked only
   * when every period that is due or touched has been evaluated, so that the outcome does not
   * depend on how the work was cut.
   *
   * @param last the tuple's last deviation, ended or not; or null
   * @param graceOver whether the indicator has been in force long enough to open one
   */
  public static Optional<Deviation> next(
      IndicatorRules rules,
      @Nullable Deviation last,
      Known known,
      TupleHistory history,
      Instant now,
      boolean graceOver,
      String catalogue) {
    Recent recent = Recent.of(rules, history);
    if (last != null && last.state() == State.OPEN) {
      return ongoing(rules, last, recent, now, catalogue);
    }
    IndicatorValue bad = recent.opening();
    if (bad == null || !graceOver) {
      return Optional.empty();
    }
    Cause cause = CauseRecords.of(rules.indicator(), bad, now);
    Deviation before = returning(last, known.get(DeviationIds.ofIndicator(bad)), bad, history);
    return Optional.of(
        before != null
            ? record(before, State.OPEN, cause, null, before.reopened() + 1, recent, catalogue)
            : opened(bad, cause, recent.history(), now, catalogue));
  }

  /** The ended deviation that comes back with that period, or null where it is a new one. */
  private static @Nullable Deviation returning(
      @Nullable Deviation last,
      @Nullable Deviation ofPeriod,
      IndicatorValue bad,
      TupleHistory history) {
    if (last != null && (isAbout(last, bad, history) || wasEndedBy(last, bad))) {
      return last;
    }
    return ofPeriod == null || ofPeriod.state() == State.SUPPRESSED ? null : ofPeriod;
  }

  /** Whether that period is one of those that the ended deviation was about. */
  private static boolean isAbout(Deviation last, IndicatorValue bad, TupleHistory history) {
    if (last.state() == State.SUPPRESSED) {
      return false;
    }
    IndicatorValue first = history.of(DeviationIds.openingPeriod(last));
    return first != null
        && !bad.end().isBefore(first.end())
        && last.causes().stream()
            .map(cause -> history.of(cause.period()))
            .anyMatch(latest -> latest != null && !bad.end().isAfter(latest.end()));
  }

  /** Whether it was that period's verdict, then good, that ended it. */
  private static boolean wasEndedBy(Deviation last, IndicatorValue bad) {
    return last.state() == State.RESOLVED
        && last.history().stream()
            .filter(point -> point.performance() != null && point.performance().isVerdict())
            .reduce((one, later) -> later)
            .map(Point::period)
            .filter(bad.period()::equals)
            .isPresent();
  }

  /**
   * The end of a deviation whose tuple is no longer judged by the catalogue; empty where none is
   * open.
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
          : Optional.of(record(open, State.OPEN, cause, null, open.reopened(), recent, catalogue));
    }
    Cause ended = CauseRecords.endedAt(before, now);
    return recent
        .ending(open)
        .map(state -> record(open, state, ended, now, open.reopened(), recent, catalogue));
  }

  /** A new one of the tuple, opened by that period. */
  private static Deviation opened(
      IndicatorValue bad, Cause cause, List<Point> history, Instant now, String catalogue) {
    return new Deviation(
        Deviation.SCHEMA,
        DeviationIds.ofIndicator(bad),
        bad.indicator(),
        null,
        Map.copyOf(bad.dimensions()),
        State.OPEN,
        cause.severity(),
        List.of(cause),
        now,
        null,
        0,
        history,
        catalogue);
  }

  private static Deviation record(
      Deviation of,
      State state,
      Cause cause,
      @Nullable Instant resolvedAt,
      int reopened,
      Recent recent,
      String catalogue) {
    return new Deviation(
        Deviation.SCHEMA,
        of.id(),
        of.indicator(),
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
