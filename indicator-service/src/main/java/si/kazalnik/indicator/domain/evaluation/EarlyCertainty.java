package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.target.Verdict;

/** The judgement on an open period: none, but where nothing can change it any more. */
final class EarlyCertainty {

  private final Polarity polarity;
  private final ValueRules values;
  private final TargetRules targets;
  private final Course course;

  /** What a value, as long as its period is open, can still do. */
  private enum Course {
    ANY,
    /** It can only grow. */
    GROWS,
    /** It exists and stays. */
    STAYS
  }

  EarlyCertainty(
      Indicator indicator, ValueRules values, TargetRules targets, Map<String, Series> series) {
    this.polarity = indicator.polarity();
    this.values = values;
    this.targets = targets;
    this.course = course(indicator, series);
  }

  private static Course course(Indicator indicator, Map<String, Series> series) {
    if (indicator.inputs().size() != 1 || indicator.formula() != null) {
      return Course.ANY;
    }
    Input input = indicator.inputs().get(0);
    return switch (input.aggregate()) {
      case EXISTS -> Course.STAYS;
      case COUNT, DISTINCT -> Course.GROWS;
      case SUM -> isNeverNegative(series.get(input.series())) ? Course.GROWS : Course.ANY;
      case MEAN, MIN, MAX, PERCENTILE, LAST -> Course.ANY;
    };
  }

  private static boolean isNeverNegative(@Nullable Series series) {
    BigDecimal min = series == null ? null : series.min();
    return min != null && min.signum() >= 0;
  }

  /**
   * The judgement.
   *
   * @param known whether there is a value, and nobody's report is missing
   * @param shares what is judged: all, or each subject's
   * @param subjects whose shares they are; empty where all is judged together
   * @param closing of the period
   */
  Assessment open(
      Expectation expectation,
      boolean known,
      List<WindowScan> shares,
      List<String> subjects,
      Instant closing) {
    boolean quota = targets.areQuota();
    if (course == Course.ANY || !known || !expectation.isDue()) {
      return Assessment.UNJUDGED;
    }
    List<Verdict> reached = new ArrayList<>();
    List<Verdict> passed = new ArrayList<>();
    List<String> failing = new ArrayList<>();
    for (int n = 0; n < shares.size(); n++) {
      Outcome outcome = values.outcome(shares.get(n), false, tally -> false);
      if (outcome.value() != null
          && outcome.isExact()
          && !isDeliveredAfter(shares.get(n), closing)) {
        Verdict verdict = targets.judge(expectation, outcome.value());
        boolean good = verdict.shortfall().signum() <= 0;
        (good ? reached : passed).add(verdict);
        if (!good && !subjects.isEmpty()) {
          failing.add(subjects.get(n));
        }
      }
    }
    return switch (polarity) {
      case HIGHER ->
          reached.size() == shares.size() && (quota || course == Course.STAYS)
              ? certain(reached, List.of())
              : Assessment.UNJUDGED;
      case LOWER -> !passed.isEmpty() && quota ? certain(passed, failing) : Assessment.UNJUDGED;
      case IN_RANGE, NONE -> Assessment.UNJUDGED;
    };
  }

  /** Whether it exists, but by a delivery that will have come too late. */
  private boolean isDeliveredAfter(WindowScan share, Instant closing) {
    return course == Course.STAYS
        && share.tallies().stream().anyMatch(tally -> tally.isDeliveredAfter(closing));
  }

  private static Assessment certain(List<Verdict> verdicts, List<String> failing) {
    Verdict one = verdicts.get(0);
    return new Assessment(one.performance(), one.tolerance(), null, List.copyOf(failing));
  }
}
