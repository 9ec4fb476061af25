package si.kazalnik.indicator.domain.health;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/** Reads an indicator's newest records against the clock. */
public final class Standings {

  private Standings() {}

  /**
   * The standing.
   *
   * @param published the newest revision of each period, oldest period first; those of a calendar
   *     that it no longer reports by count as milestones alone
   */
  public static Standing of(IndicatorRules rules, List<IndicatorValue> published, Instant now) {
    List<IndicatorValue> headline = published.stream().filter(rules::isOfCalendar).toList();
    IndicatorValue judged = null;
    IndicatorValue latest = null;
    List<IndicatorValue> milestones =
        published.stream()
            .filter(Standings::isJudged)
            .filter(value -> isOfDatedPoint(rules, value))
            .toList();
    for (IndicatorValue value : headline) {
      latest = value.value() == null ? latest : value;
      if (isJudged(value)) {
        judged = value;
      }
    }
    boolean noTarget = !rules.hasTarget(now);
    judged = noTarget ? null : judged;
    return new Standing(
        performance(noTarget, judged),
        judged,
        latest,
        health(rules, headline, now),
        dueAt(rules, headline, now),
        milestones);
  }

  private static boolean isOfDatedPoint(IndicatorRules rules, IndicatorValue value) {
    return value.milestone() && rules.indicator(value.start()).target() instanceof Target.Path;
  }

  private static @Nullable Instant dueAt(
      IndicatorRules rules, List<IndicatorValue> headline, Instant now) {
    return rules
        .schedule()
        .map(schedule -> schedule.nextDueAt(now))
        .orElseGet(
            () ->
                headline.stream()
                    .filter(IndicatorValue::due)
                    .map(IndicatorValue::closesAt)
                    .filter(at -> at.isAfter(now))
                    .min(Instant::compareTo)
                    .orElse(null));
  }

  private static Performance performance(boolean noTarget, @Nullable IndicatorValue judged) {
    if (noTarget) {
      return Performance.NO_TARGET;
    }
    return judged == null
        ? Performance.NOT_DUE
        : Objects.requireNonNull(judged.performance(), "judged");
  }

  /** Whether the record bears one of the five verdicts. */
  public static boolean isJudged(IndicatorValue value) {
    return value.performance() != null && value.performance().isVerdict();
  }

  /** Do we know? It moves with the clock, with no event arriving. */
  public static DataHealth health(
      IndicatorRules rules, Iterable<IndicatorValue> headline, Instant now) {
    IndicatorValue closed = null;
    IndicatorValue ended = null;
    for (IndicatorValue value : headline) {
      if (!value.due()) {
        continue;
      }
      if (isClosed(value, now)) {
        closed = later(closed, value);
      } else if (!rules.midnightAfter(value.end()).isAfter(now)) {
        ended = later(ended, value);
      }
    }
    if (closed == null && ended == null) {
      return DataHealth.NOT_EXPECTED;
    }
    if (closed != null && !closed.missing().isEmpty()) {
      return DataHealth.OVERDUE;
    }
    return ended != null && !ended.missing().isEmpty() ? DataHealth.DUE : DataHealth.FRESH;
  }

  /**
   * Whether the period has closed, and its record was made since: what the record of an open period
   * misses, its closing may supply.
   */
  public static boolean isClosed(IndicatorValue value, Instant now) {
    return value.revision() > 0 && !value.closesAt().isAfter(now);
  }

  private static IndicatorValue later(@Nullable IndicatorValue one, IndicatorValue other) {
    return one == null || other.end().isAfter(one.end()) ? other : one;
  }
}
