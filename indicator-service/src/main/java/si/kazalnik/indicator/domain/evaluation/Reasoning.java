package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.window.Days;

/**
 * How a published value came about, beside what its record says.
 *
 * @param definition as it stood for the period
 * @param change the dated change by which it came to stand so, or null where none has applied
 * @param windows the days of each input's window, by its name; empty with {@code ON_EVENT}
 * @param tooShort names of the inputs whose window has fewer periods than it wants
 * @param withoutKey whether an input was to count keys, and none of its measurements bears one
 * @param exact what the formula came to before it was rounded; null where there is no value
 * @param rule how the period is judged
 * @param atRisk what is at risk and not worse; null where nothing is, or nothing was judged
 */
public record Reasoning(
    Indicator definition,
    Indicator.@Nullable DefinitionChange change,
    Map<String, Days> windows,
    Set<String> tooShort,
    boolean withoutKey,
    @Nullable BigDecimal exact,
    Rule rule,
    @Nullable Bounds atRisk) {

  /** The row of the table of verdicts that applies. */
  public enum Rule {
    /** There is no target. */
    NO_TARGET,
    /** The target says nothing about this period. */
    NOT_DUE,
    /** Cells have a verdict only with {@code perCell}. */
    CELL,
    /** The period is open: judged early only where nothing can change the verdict. */
    OPEN,
    /** No value, or somebody has not reported: unjudged. */
    UNKNOWN,
    /** Met or missed on a dated point. */
    DATED_POINT,
    /** Met or missed as a quota's period. */
    QUOTA,
    /** On track, at risk or off track: between points, or held after the last. */
    BETWEEN_POINTS
  }

  /** Whether an input was to count keys, and none of the measurements in its window bears one. */
  public static boolean isWithoutKey(Input input, InputValue used) {
    return input.aggregate() == Input.Aggregate.DISTINCT
        && used.value() == null
        && used.measurements() >= input.atLeast();
  }

  /** A reason's name, told apart where it has several: {@code WINDOW_SHORT}, {@code NO_KEY}. */
  public String why(NoValueReason reason) {
    if (reason != NoValueReason.TOO_FEW) {
      return reason.name();
    }
    return tooShort.isEmpty() ? withoutKey ? "NO_KEY" : reason.name() : "WINDOW_SHORT";
  }

  /**
   * Why a value was computed when it was: {@code OPEN} before its period closed, {@code CLOSED} as
   * it closed, {@code FIRST} for the first time after that, or the cause of the revision.
   */
  public static String why(IndicatorValue value) {
    if (value.revision() == 0) {
      return "OPEN";
    }
    if (value.cause() != null) {
      return value.cause().name();
    }
    // What changes in the second of the closing is the same revision.
    Instant second = value.computedAt().truncatedTo(ChronoUnit.SECONDS);
    return second.isAfter(value.closesAt()) ? "FIRST" : "CLOSED";
  }

  /**
   * The rule of a value.
   *
   * @param judgesCells whether cells have a verdict too
   */
  static Rule rule(
      IndicatorValue value, boolean judgesCells, TargetRules targets, Expectation expectation) {
    if (!value.dimensions().isEmpty() && !judgesCells) {
      return Rule.CELL;
    }
    Performance performance = value.performance();
    if (performance == Performance.NO_TARGET || performance == Performance.NOT_DUE) {
      return performance == Performance.NO_TARGET ? Rule.NO_TARGET : Rule.NOT_DUE;
    }
    if (performance == null) {
      return value.revision() == 0 ? Rule.OPEN : Rule.UNKNOWN;
    }
    if (expectation.kind() == Expectation.Kind.POINT) {
      return targets.areQuota() ? Rule.QUOTA : Rule.DATED_POINT;
    }
    return Rule.BETWEEN_POINTS;
  }
}
