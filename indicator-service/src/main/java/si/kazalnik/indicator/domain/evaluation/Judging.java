package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.target.Verdict;

/** When a value is judged, and against what: closing, early certainty, late delivery. */
final class Judging {

  private final TargetRules targets;
  private final ZoneId zone;
  private final Certainty certainty;

  /** What a value, as long as its period is open, can still do. */
  private enum Certainty {
    NONE,
    /** It can only grow. */
    GROWS,
    /** It exists and stays. */
    STAYS
  }

  private final Polarity polarity;

  Judging(Indicator indicator, TargetRules targets, Map<String, Series> series, ZoneId zone) {
    this.targets = targets;
    this.zone = zone;
    this.polarity = indicator.polarity();
    this.certainty = certainty(indicator, series);
  }

  private static Certainty certainty(Indicator indicator, Map<String, Series> series) {
    if (indicator.inputs().size() != 1 || indicator.formula() != null) {
      return Certainty.NONE;
    }
    Input input = indicator.inputs().get(0);
    return switch (input.aggregate()) {
      case EXISTS -> Certainty.STAYS;
      case COUNT, DISTINCT -> Certainty.GROWS;
      case SUM -> isNeverNegative(series.get(input.series())) ? Certainty.GROWS : Certainty.NONE;
      case MEAN, MIN, MAX, PERCENTILE, LAST -> Certainty.NONE;
    };
  }

  private static boolean isNeverNegative(@Nullable Series series) {
    BigDecimal min = series == null ? null : series.min();
    return min != null && min.signum() >= 0;
  }

  /** The judgement on an open period: none, but where nothing can change it. */
  Assessment open(Expectation expectation, @Nullable BigDecimal value) {
    if (certainty == Certainty.NONE || value == null || !expectation.isDue()) {
      return Assessment.UNJUDGED;
    }
    Verdict verdict = targets.judge(expectation, value);
    boolean reached = verdict.shortfall().signum() <= 0;
    boolean certain =
        switch (polarity) {
          case HIGHER -> reached && (targets.areQuota() || certainty == Certainty.STAYS);
          case LOWER -> !reached && targets.areQuota();
          case IN_RANGE, NONE -> false;
        };
    return certain
        ? new Assessment(verdict.performance(), verdict.tolerance(), null)
        : Assessment.UNJUDGED;
  }

  /**
   * The judgement on a closed period.
   *
   * @param inTime computes the outcome anew, taking some inputs as empty
   */
  Assessment closed(
      Expectation expectation, Outcome outcome, WindowScan scan, Instant closing, InTime inTime) {
    if (!expectation.isDue()) {
      return Assessment.of(
          expectation.kind() == Expectation.Kind.NO_TARGET
              ? Performance.NO_TARGET
              : Performance.NOT_DUE);
    }
    if (outcome.value() == null) {
      return Assessment.UNJUDGED;
    }
    Verdict verdict = targets.judge(expectation, outcome.value());
    Predicate<InputTally> late =
        tally -> tally.input().aggregate() == Aggregate.EXISTS && tally.isDeliveredAfter(closing);
    if (scan.tallies().stream().anyMatch(late)) {
      BigDecimal valueInTime = inTime.without(late).value();
      Verdict verdictInTime =
          valueInTime == null ? verdict : targets.judge(expectation, valueInTime);
      if (verdictInTime.performance() != verdict.performance()) {
        return new Assessment(
            verdictInTime.performance(), verdictInTime.tolerance(), day(scan, late));
      }
    }
    return new Assessment(verdict.performance(), verdict.tolerance(), null);
  }

  private LocalDate day(WindowScan scan, Predicate<InputTally> late) {
    return scan.tallies().stream()
        .filter(late)
        .map(tally -> Objects.requireNonNull(tally.delivered()))
        .max(Instant::compareTo)
        .map(instant -> LocalDate.ofInstant(instant, zone))
        .orElseThrow();
  }

  /** The outcome, had some inputs been empty. */
  @FunctionalInterface
  interface InTime {
    Outcome without(Predicate<InputTally> late);
  }
}
