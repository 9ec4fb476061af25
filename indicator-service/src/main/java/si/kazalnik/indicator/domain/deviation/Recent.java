package si.kazalnik.indicator.domain.deviation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.Point;
import si.kazalnik.contract.Deviation.State;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.health.Standings;

/** An indicator's recent past, as far as its deviation asks for it. */
final class Recent {

  private static final int POINTS = 24;

  private final Indicator indicator;
  private final List<IndicatorValue> latestFirst;
  private final List<IndicatorValue> judged;

  private Recent(Indicator indicator, List<IndicatorValue> latestFirst) {
    this.indicator = indicator;
    this.latestFirst = latestFirst;
    this.judged = latestFirst.stream().filter(Standings::isJudged).toList();
  }

  static Recent of(
      Indicator indicator, Iterable<IndicatorValue> latestFirst, @Nullable Deviation last) {
    Deviation open = last == null || last.state() != State.OPEN ? null : last;
    String cause = open == null ? null : open.causes().get(0).period();
    ReportingPeriod back = cause == null ? null : ReportingPeriod.parse(cause).orElse(null);
    boolean reachedCause = cause == null;
    boolean judges = !(indicator.target() instanceof Target.None);
    List<IndicatorValue> read = new ArrayList<>();
    int verdicts = 0;
    for (IndicatorValue value : latestFirst) {
      reachedCause |= back != null && value.end().isBefore(back.start());
      boolean enough = !judges || verdicts >= indicator.consecutive();
      if (read.size() >= POINTS && enough && reachedCause) {
        break;
      }
      read.add(value);
      reachedCause |= value.period().equals(cause);
      verdicts += Standings.isJudged(value) ? 1 : 0;
    }
    return new Recent(indicator, read);
  }

  /** The latest judged period, where it and those before it are bad often enough; or null. */
  @Nullable IndicatorValue opening() {
    int inARow = indicator.consecutive();
    boolean holds =
        judged.size() >= inARow && judged.subList(0, inARow).stream().allMatch(this::isBad);
    return holds && inARow > 0 ? judged.get(0) : null;
  }

  /**
   * How a deviation ends that was opened by that period, given that nothing opens one now; empty
   * where it goes on. Silence never ends it: a verdict that is only gone stands.
   */
  Optional<State> ending(String period) {
    IndicatorValue cause =
        latestFirst.stream()
            .filter(value -> value.period().equals(period))
            .findFirst()
            .orElse(null);
    if (cause == null || wasNever(cause)) {
      return Optional.of(State.AMENDED);
    }
    if (cause.deliveredLate() != null) {
      return Optional.of(State.RESOLVED);
    }
    IndicatorValue latest = judged.isEmpty() ? null : judged.get(0);
    if (latest == null) {
      return Optional.empty();
    }
    if (latest.end().isAfter(cause.end())) {
      return isGood(latest) ? Optional.of(State.RESOLVED) : Optional.empty();
    }
    // The period is bad still, but no longer often enough in a row: a correction broke the row.
    return latest.period().equals(period) && isBad(latest)
        ? Optional.of(State.AMENDED)
        : Optional.empty();
  }

  /** Whether the period, as it is known now, never was a cause. */
  private boolean wasNever(IndicatorValue cause) {
    return cause.performance() != null && cause.deliveredLate() == null && !isBad(cause);
  }

  private boolean isBad(IndicatorValue value) {
    Performance performance = value.performance();
    return value.deliveredLate() == null
        && (performance == Performance.MISSED
            || performance == Performance.OFF_TRACK
            || (performance == Performance.AT_RISK && indicator.alertAtRisk()));
  }

  private static boolean isGood(IndicatorValue value) {
    return value.performance() == Performance.MET || value.performance() == Performance.ON_TRACK;
  }

  /** The last judged or closed values, oldest first. */
  List<Point> history() {
    List<Point> points = new ArrayList<>();
    for (IndicatorValue value : latestFirst) {
      if (points.size() < POINTS && (value.revision() > 0 || Standings.isJudged(value))) {
        points.add(
            new Point(
                value.period(),
                value.value(),
                value.expected(),
                value.target(),
                value.performance(),
                value.status()));
      }
    }
    Collections.reverse(points);
    return List.copyOf(points);
  }
}
