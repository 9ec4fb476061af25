package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.target.Verdict;

/**
 * The judgement on a closed period: of all together, or of each subject, and then the worst. What
 * was delivered after the closing counts in the value and not in the verdict.
 */
final class Judging {

  private final ValueRules values;
  private final TargetRules targets;
  private final ZoneId zone;

  Judging(ValueRules values, TargetRules targets, ZoneId zone) {
    this.values = values;
    this.targets = targets;
    this.zone = zone;
  }

  /** One verdict, and what it would be if all had come in time. */
  private record Judged(Verdict inTime, Verdict now, @Nullable LocalDate delivered) {}

  /**
   * The judgement.
   *
   * @param known whether there is a value, and nobody's report is missing
   * @param shares what is judged: all, or each subject's
   * @param subjects whose shares they are; empty where all is judged together
   */
  Assessment closed(
      Expectation expectation,
      boolean known,
      List<WindowScan> shares,
      List<String> subjects,
      Instant closing) {
    if (!expectation.isDue()) {
      return Assessment.of(
          expectation.kind() == Expectation.Kind.NO_TARGET
              ? Performance.NO_TARGET
              : Performance.NOT_DUE);
    }
    if (!known) {
      return Assessment.UNJUDGED;
    }
    List<Judged> judged = shares.stream().map(share -> judge(expectation, share, closing)).toList();
    Verdict inTime = worst(judged.stream().map(Judged::inTime).toList());
    Verdict now = worst(judged.stream().map(Judged::now).toList());
    List<String> failing = new ArrayList<>();
    for (int n = 0; n < subjects.size(); n++) {
      if (!isGood(judged.get(n).inTime())) {
        failing.add(subjects.get(n));
      }
    }
    LocalDate delivered =
        now.performance() == inTime.performance()
            ? null
            : judged.stream()
                .flatMap(each -> Optional.ofNullable(each.delivered()).stream())
                .max(LocalDate::compareTo)
                .orElse(null);
    return new Assessment(
        inTime.performance(), inTime.tolerance(), delivered, List.copyOf(failing));
  }

  private Judged judge(Expectation expectation, WindowScan share, Instant closing) {
    Verdict now = verdict(expectation, values.outcome(share, true, tally -> false).value());
    Predicate<InputTally> late =
        tally -> tally.input().aggregate() == Aggregate.EXISTS && tally.isDeliveredAfter(closing);
    if (share.tallies().stream().noneMatch(late)) {
      return new Judged(now, now, null);
    }
    BigDecimal valueInTime = values.outcome(share, true, late).value();
    Verdict inTime = valueInTime == null ? now : targets.judge(expectation, valueInTime);
    return new Judged(inTime, now, day(share, late));
  }

  /** A subject that has reported, and of whom there is no value, fails. */
  private Verdict verdict(Expectation expectation, @Nullable BigDecimal value) {
    return value == null
        ? new Verdict(
            expectation.kind() == Expectation.Kind.POINT
                ? Performance.MISSED
                : Performance.OFF_TRACK,
            BigDecimal.ONE,
            BigDecimal.ZERO)
        : targets.judge(expectation, value);
  }

  private static Verdict worst(List<Verdict> verdicts) {
    Verdict worst = verdicts.get(0);
    for (Verdict each : verdicts) {
      worst = rank(each) > rank(worst) ? each : worst;
    }
    return worst;
  }

  private static int rank(Verdict verdict) {
    return switch (verdict.performance()) {
      case OFF_TRACK, MISSED -> 2;
      case AT_RISK -> 1;
      default -> 0;
    };
  }

  private static boolean isGood(Verdict verdict) {
    return rank(verdict) == 0;
  }

  private LocalDate day(WindowScan share, Predicate<InputTally> late) {
    return share.tallies().stream()
        .filter(late)
        .map(tally -> Objects.requireNonNull(tally.delivered()))
        .max(Instant::compareTo)
        .map(instant -> LocalDate.ofInstant(instant, zone))
        .orElseThrow();
  }
}
