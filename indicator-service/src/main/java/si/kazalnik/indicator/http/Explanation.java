package si.kazalnik.indicator.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.evaluation.Reasoning;

/**
 * How a value came about. Of a suppressed cell it says that alone.
 *
 * @param catalogue version with which the value was computed
 * @param text the same as a paragraph, by language
 */
record Explanation(
    String indicator,
    String unit,
    String period,
    LocalDate start,
    LocalDate end,
    Map<String, String> dimensions,
    @Nullable BigDecimal value,
    @Nullable NoValueReason reason,
    ValueStatus status,
    int revision,
    Definition definition,
    @Nullable Formula formula,
    List<UsedInput> inputs,
    @Nullable Coverage coverage,
    @Nullable Verdict verdict,
    String catalogue,
    Computed computed,
    Map<String, String> text) {

  /**
   * Of the value, as it stood for the period.
   *
   * @param version changes with whatever changes how the value is computed
   * @param validFrom since when a dated change applies, and why; null where none has
   */
  record Definition(
      String version, @Nullable LocalDate validFrom, @Nullable Map<String, String> reason) {}

  /**
   * The formula.
   *
   * @param text over the inputs' names; with one input its name
   * @param filled with the numbers put in
   * @param exact what it came to; null where there is no value
   * @param decimals to which it was rounded, once
   */
  record Formula(String text, String filled, @Nullable BigDecimal exact, int decimals) {}

  /**
   * An input with what its window held.
   *
   * @param from first and last day of the window; null with {@code ON_EVENT}
   * @param windowFull whether there are as many reporting periods as the window wants
   * @param whenEmpty what a window without measurements comes to: {@code ZERO}, {@code NO_VALUE}
   * @param across how several stocks become one; null for other aggregates
   * @param carryForward reporting periods from before that a stock may be carried, 0 for none
   * @param atLeast measurements needed for a value
   * @param first when the earliest of its measurements was true, and the latest
   * @param error relative error of an estimate, or null where the value is exact
   */
  record UsedInput(
      String name,
      String series,
      Input.Aggregate aggregate,
      @Nullable Integer percentile,
      Map<String, List<String>> where,
      Input.Window window,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean windowFull,
      String whenEmpty,
      Input.@Nullable Across across,
      int carryForward,
      int atLeast,
      @Nullable BigDecimal value,
      long measurements,
      @Nullable Instant first,
      @Nullable Instant last,
      @Nullable BigDecimal error) {}

  /**
   * The verdict, the rule by which it was reached and the numbers at which it would be another.
   *
   * @param thresholds name of a verdict to the value from which on (with {@code LOWER} down from
   *     which) it applies, or to the range in which it does
   */
  record Verdict(
      @Nullable Performance performance,
      Reasoning.Rule rule,
      @Nullable Object expected,
      @Nullable Object target,
      @Nullable BigDecimal tolerance,
      @Nullable BigDecimal shortfall,
      Map<String, Object> thresholds,
      List<String> failing,
      @Nullable LocalDate deliveredLate) {}

  /** When, and why then: {@link Reasoning#why}. */
  record Computed(Instant at, String why, Instant closesAt) {
    static Computed of(IndicatorValue value) {
      return new Computed(value.computedAt(), Reasoning.why(value), value.closesAt());
    }
  }
}
