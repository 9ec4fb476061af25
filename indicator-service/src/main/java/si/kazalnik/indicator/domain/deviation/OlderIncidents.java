package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.Cause;
import si.kazalnik.contract.Deviation.State;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/**
 * What a backfill, a late event or a restatement finds in older periods: incidents that were over
 * before anyone could be told. They are recorded as suppressed; one that turns out never to have
 * been is amended.
 */
public final class OlderIncidents {

  private final Indicator indicator;
  private final Verdicts verdicts;
  private final Known known;
  private final TupleHistory history;
  private final Instant now;
  private final String catalogue;

  public OlderIncidents(
      IndicatorRules rules, Known known, TupleHistory history, Instant now, String catalogue) {
    this.indicator = rules.indicator();
    this.verdicts = new Verdicts(indicator);
    this.known = known;
    this.history = history;
    this.now = now;
    this.catalogue = catalogue;
  }

  /**
   * What is to be recorded because the verdicts of these periods have changed. Each stretch between
   * two good verdicts is looked at once, however many of its periods have.
   *
   * @param changed earliest first
   * @param wasOpen whether the tuple's deviation was open until now: then what ends with the latest
   *     verdict is that one, and was told
   */
  public List<Deviation> around(List<IndicatorValue> changed, boolean wasOpen) {
    List<Deviation> found = new ArrayList<>();
    LocalDate seen = LocalDate.MIN;
    for (IndicatorValue each : changed) {
      if (each.end().isAfter(seen) && !isNoOlder(each, wasOpen)) {
        List<IndicatorValue> neighbours = neighbours(each);
        found.addAll(among(neighbours));
        seen = lastBut(neighbours, each).end();
      }
    }
    return found;
  }

  // The latest verdict adds nothing to what is older, unless a good one ends what nobody was told.
  private boolean isNoOlder(IndicatorValue each, boolean wasOpen) {
    boolean latest =
        Verdicts.isJudged(each)
            && history.later(each, Verdicts::isJudged).stream().noneMatch(Verdicts::isJudged);
    return latest && (wasOpen || !isGood(each));
  }

  private List<IndicatorValue> neighbours(IndicatorValue changed) {
    List<IndicatorValue> neighbours =
        new ArrayList<>(history.earlier(changed, OlderIncidents::isGood));
    Collections.reverse(neighbours);
    neighbours.add(changed);
    neighbours.addAll(history.later(changed, OlderIncidents::isGood));
    return neighbours;
  }

  // The good verdict at the end begins another stretch, which is still to be looked at.
  private static IndicatorValue lastBut(List<IndicatorValue> neighbours, IndicatorValue changed) {
    IndicatorValue last = neighbours.get(neighbours.size() - 1);
    return isGood(last) && !last.equals(changed) ? neighbours.get(neighbours.size() - 2) : last;
  }

  /** What is to be recorded of all periods. */
  public List<Deviation> everywhere() {
    List<IndicatorValue> all = new ArrayList<>(history.latestFirst(any -> false));
    Collections.reverse(all);
    return among(all);
  }

  // Between two good verdicts there is one incident at the most.
  private List<Deviation> among(List<IndicatorValue> earliestFirst) {
    List<Deviation> found = new ArrayList<>();
    List<IndicatorValue> stretch = new ArrayList<>();
    for (IndicatorValue value : earliestFirst) {
      if (isGood(value)) {
        found.addAll(of(stretch, true));
        stretch.clear();
        amended(value, null).forEach(found::add);
      } else {
        stretch.add(value);
      }
    }
    // One at risk at the end opens nothing, and what was worse before it is over.
    boolean over =
        stretch.stream()
            .filter(Verdicts::isJudged)
            .reduce((one, later) -> later)
            .filter(latest -> !verdicts.isBad(latest))
            .isPresent();
    found.addAll(of(stretch, over));
    return found;
  }

  private List<Deviation> of(List<IndicatorValue> stretch, boolean over) {
    IndicatorValue opening = opening(stretch);
    List<Deviation> found = new ArrayList<>();
    boolean told = false;
    for (IndicatorValue value : stretch) {
      Deviation recorded = known.get(DeviationIds.ofIndicator(value));
      told |=
          recorded != null
              && (recorded.state() == State.OPEN || recorded.state() == State.RESOLVED);
      found.addAll(amended(value, opening));
    }
    if (opening != null && over && !told && !isRecorded(opening)) {
      found.add(suppressed(opening));
    }
    return found;
  }

  private @Nullable IndicatorValue opening(List<IndicatorValue> stretch) {
    int row = 0;
    for (IndicatorValue value : stretch) {
      if (Verdicts.isJudged(value)) {
        row = verdicts.isBad(value) ? row + 1 : 0;
        if (row > 0 && row == indicator.consecutive()) {
          return value;
        }
      }
    }
    return null;
  }

  private boolean isRecorded(IndicatorValue opening) {
    Deviation recorded = known.get(DeviationIds.ofIndicator(opening));
    return recorded != null && recorded.state() == State.SUPPRESSED;
  }

  private List<Deviation> amended(IndicatorValue value, @Nullable IndicatorValue opening) {
    Deviation recorded = known.get(DeviationIds.ofIndicator(value));
    boolean stands = value.equals(opening) || value.performance() == null;
    return recorded == null || recorded.state() != State.SUPPRESSED || stands
        ? List.of()
        : List.of(CauseRecords.ended(recorded, State.AMENDED, now));
  }

  private Deviation suppressed(IndicatorValue opening) {
    Cause cause = CauseRecords.endedAt(CauseRecords.of(indicator, opening, now), now);
    List<IndicatorValue> before = new ArrayList<>();
    before.add(opening);
    before.addAll(history.earlier(opening, new Few()::enough));
    return new Deviation(
        Deviation.SCHEMA,
        DeviationIds.ofIndicator(opening),
        opening.indicator(),
        null,
        Map.copyOf(opening.dimensions()),
        State.SUPPRESSED,
        cause.severity(),
        List.of(cause),
        now,
        now,
        0,
        Recent.points(before),
        catalogue);
  }

  private static final class Few {
    private int read;

    boolean enough(IndicatorValue any) {
      read++;
      return read >= Recent.POINTS;
    }
  }

  private static boolean isGood(IndicatorValue value) {
    return Verdicts.isGood(value);
  }
}
