package si.kazalnik.indicator.domain.target;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.evaluation.Rounding;
import si.kazalnik.indicator.domain.summary.Numbers;
import si.kazalnik.indicator.domain.window.Frame;

/** What an indicator's target expects of each period, and the verdict on a published value. */
public final class TargetRules {

  /** {@code expected} and τ are published with so many decimals more than the value. */
  private static final int MORE_DECIMALS = 4;

  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

  private final Indicator indicator;
  private final Breaks breaks;
  private final PeriodTarget target;

  public TargetRules(Indicator indicator) {
    this.indicator = indicator;
    this.breaks = new Breaks(indicator);
    this.target = target(indicator);
  }

  private static PeriodTarget target(Indicator indicator) {
    Target target = indicator.target();
    if (target instanceof Target.EveryPeriod quota) {
      return new Quota(quota);
    }
    if (target instanceof Target.Path path) {
      return new Path(path, indicator.baseline());
    }
    return period -> Expectation.NO_TARGET;
  }

  /** Whether a target is in force. */
  public boolean exist() {
    return !(indicator.target() instanceof Target.None);
  }

  /** Whether the target is a quota or recurring deliverable. */
  public boolean areQuota() {
    return indicator.target() instanceof Target.EveryPeriod;
  }

  /**
   * What is expected of the period, rounded as published.
   *
   * @param due whether it is due by calendar
   */
  public Expectation expectation(Frame period, boolean due) {
    if (exist() && (!due || breaks.suspend(period.start()))) {
      return Expectation.NOT_DUE;
    }
    Expectation exact = target.of(period);
    Bounds expected = exact.expected();
    Bounds point = exact.target();
    return expected == null || point == null
        ? exact
        : new Expectation(exact.kind(), rounded(expected), Ranges.map(point, Numbers::canonical));
  }

  private Bounds rounded(Bounds exact) {
    return Ranges.map(exact, this::rounded);
  }

  private BigDecimal rounded(BigDecimal exact) {
    return Rounding.to(indicator.decimals() + MORE_DECIMALS, exact);
  }

  /**
   * The verdict on a published value.
   *
   * @param expectation one that is due
   */
  public Verdict judge(Expectation expectation, BigDecimal value) {
    Bounds expected = Objects.requireNonNull(expectation.expected(), "not due");
    Shortfall shortfall = Shortfall.of(expected, value, indicator.polarity());
    BigDecimal tolerance = tolerance(shortfall.bound());
    boolean good = shortfall.amount().signum() <= 0;
    Performance performance;
    if (expectation.kind() == Expectation.Kind.POINT) {
      performance = good ? Performance.MET : Performance.MISSED;
    } else if (good) {
      performance = Performance.ON_TRACK;
    } else {
      performance =
          shortfall.amount().compareTo(tolerance) <= 0
              ? Performance.AT_RISK
              : Performance.OFF_TRACK;
    }
    return new Verdict(performance, shortfall.amount(), tolerance);
  }

  /**
   * What is at risk and not worse: the number that a value may just reach, or the range within
   * which it may lie, each end with a τ of its own; empty without tolerance.
   */
  public Optional<Bounds> atRisk(Bounds expected) {
    BigDecimal e = expected.value();
    Bounds widened;
    if (e != null) {
      BigDecimal tolerance = tolerance(e);
      widened =
          Bounds.of(
              indicator.polarity() == Indicator.Polarity.LOWER
                  ? e.add(tolerance)
                  : e.subtract(tolerance));
    } else {
      BigDecimal low = Ranges.there(expected.low());
      BigDecimal high = Ranges.there(expected.high());
      widened = Bounds.range(low.subtract(tolerance(low)), high.add(tolerance(high)));
    }
    Bounds canonical = Ranges.map(widened, Numbers::canonical);
    return canonical.equals(Ranges.map(expected, Numbers::canonical))
        ? Optional.empty()
        : Optional.of(canonical);
  }

  private BigDecimal tolerance(BigDecimal bound) {
    Indicator.Tolerance tolerance = indicator.tolerance();
    return rounded(
        tolerance.percent()
            ? bound.abs().multiply(tolerance.value()).multiply(HUNDREDTH)
            : tolerance.value());
  }
}
