package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.window.Days;

/**
 * How a published value came about, beside what its record says.
 *
 * @param definition as it stood for the period
 * @param change the dated change by which it came to stand so, or null where none has applied
 * @param windows the days of each input's window, by its name; empty with {@code ON_EVENT}
 * @param exact what the formula came to before it was rounded; null where there is no value
 * @param rule how the period is judged
 */
public record Reasoning(
    Indicator definition,
    Indicator.@Nullable DefinitionChange change,
    Map<String, Days> windows,
    @Nullable BigDecimal exact,
    Rule rule) {

  /** The row of the table of verdicts that applies. */
  public enum Rule {
    /** There is no target. */
    NO_TARGET,
    /** The target says nothing about this period. */
    NOT_DUE,
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

  static Rule rule(IndicatorValue value, TargetRules targets, Expectation expectation) {
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
