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
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/** A tuple's recent past, as far as its deviation asks for it. */
final class Recent {

  static final int POINTS = 24;

  private final Verdicts verdicts;
  private final int inARow;
  private final TupleHistory history;
  private final List<IndicatorValue> latestFirst;
  private final List<IndicatorValue> judged;

  private Recent(IndicatorRules rules, TupleHistory history) {
    this.verdicts = new Verdicts(rules.indicator());
    this.inARow = rules.indicator().consecutive();
    this.history = history;
    this.latestFirst = history.latestFirst(new Enough(rules)::after);
    this.judged = latestFirst.stream().filter(Verdicts::isJudged).toList();
  }

  static Recent of(IndicatorRules rules, TupleHistory history) {
    return new Recent(rules, history);
  }

  /** Counts what is read: there may be no verdict to come where nothing is ever judged. */
  private static final class Enough {
    private final int verdictsWanted;
    private int read;
    private int verdicts;

    Enough(IndicatorRules rules) {
      verdictsWanted = rules.judges() ? rules.indicator().consecutive() : 0;
    }

    boolean after(IndicatorValue value) {
      read++;
      verdicts += Verdicts.isJudged(value) ? 1 : 0;
      return read >= POINTS && verdicts >= verdictsWanted;
    }
  }

  /** The latest judged period, where it and those before it are bad often enough; or null. */
  @Nullable IndicatorValue opening() {
    boolean holds =
        judged.size() >= inARow && judged.subList(0, inARow).stream().allMatch(verdicts::isBad);
    return holds && inARow > 0 ? judged.get(0) : null;
  }

  /**
   * How an open deviation ends, given that nothing opens one now; empty where it goes on. Silence
   * never ends it: a verdict that is only gone stands.
   */
  Optional<State> ending(Deviation open) {
    String period = open.causes().get(0).period();
    IndicatorValue cause = history.of(period);
    IndicatorValue latest = judged.isEmpty() ? null : judged.get(0);
    if (cause == null || wasNever(cause)) {
      IndicatorValue bad = firstBadSince(DeviationIds.openingPeriod(open));
      if (bad == null) {
        return Optional.of(State.AMENDED);
      }
      // An earlier period was bad all the same; it has ended by what came later.
      return latest != null && later(latest, bad) && Verdicts.isGood(latest)
          ? Optional.of(State.RESOLVED)
          : Optional.empty();
    }
    if (cause.deliveredLate() != null) {
      return Optional.of(State.RESOLVED);
    }
    if (latest == null) {
      return Optional.empty();
    }
    if (later(latest, cause)) {
      return Verdicts.isGood(latest) ? Optional.of(State.RESOLVED) : Optional.empty();
    }
    // The period is bad still, but no longer often enough in a row: a correction broke the row.
    return latest.period().equals(period) && verdicts.isBad(latest)
        ? Optional.of(State.AMENDED)
        : Optional.empty();
  }

  /** The first bad period, as it is known now, from that one on; or null. */
  private @Nullable IndicatorValue firstBadSince(String period) {
    IndicatorValue opening = history.of(period);
    if (opening == null || verdicts.isBad(opening)) {
      return opening;
    }
    return history.later(opening, verdicts::isBad).stream()
        .filter(verdicts::isBad)
        .findFirst()
        .orElse(null);
  }

  private static boolean later(IndicatorValue one, IndicatorValue other) {
    return one.end().isAfter(other.end());
  }

  /** Whether the period, as it is known now, never was a cause. */
  private boolean wasNever(IndicatorValue cause) {
    return cause.performance() != null && cause.deliveredLate() == null && !verdicts.isBad(cause);
  }

  /** The last judged or closed values, oldest first. */
  List<Point> history() {
    return points(latestFirst);
  }

  /** Of these the last judged or closed, oldest first. */
  static List<Point> points(List<IndicatorValue> latestFirst) {
    List<Point> points = new ArrayList<>();
    for (IndicatorValue value : latestFirst) {
      if (points.size() < POINTS && (value.revision() > 0 || Verdicts.isJudged(value))) {
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
