package si.kazalnik.contract.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;

/**
 * An indicator's definition as it stands in the file, changes included.
 *
 * @param measures ids of the measures it serves; computed and counted once all the same
 * @param owner role
 * @param unit as published ({@code percent} has rules of its own)
 * @param decimals to which it is rounded, 0 or more
 * @param inputs sorted by name
 * @param formula over the inputs' names, or null with one input
 * @param disaggregateBy the dimension whose values are published as cells, or null
 * @param smallestCell what keeps small cells from being shown, or null
 * @param metricCells whether each cell is a series in Prometheus too
 * @param tolerance how far off the path is still at risk only
 * @param consecutive judged periods in a row before a deviation opens
 * @param alertAtRisk whether {@code AT_RISK} opens one too
 * @param remindBefore how long before its date a deliverable is reminded of, or null
 */
public record Indicator(
    String id,
    Map<String, String> title,
    Map<String, String> description,
    List<String> measures,
    String owner,
    String unit,
    int decimals,
    Polarity polarity,
    List<Input> inputs,
    @Nullable String formula,
    Reporting reporting,
    @Nullable String disaggregateBy,
    @Nullable SmallestCell smallestCell,
    boolean metricCells,
    @Nullable Baseline baseline,
    Target target,
    Tolerance tolerance,
    int consecutive,
    boolean alertAtRisk,
    java.time.@Nullable Period remindBefore,
    List<Reference> references,
    List<Change> changes,
    List<Break> breaks,
    boolean illustrative,
    @Nullable String source,
    Map<String, String> note) {

  /** The definition as it stands once the change applies. */
  public Indicator changedBy(Change change) {
    if (change instanceof TargetChange of) {
      return with(
          inputs,
          formula,
          decimals,
          of.baseline() == null ? baseline : of.baseline(),
          Objects.requireNonNullElse(of.target(), target),
          Objects.requireNonNullElse(of.tolerance(), tolerance));
    }
    DefinitionChange of = (DefinitionChange) change;
    return with(
        Objects.requireNonNullElse(of.inputs(), inputs),
        of.formula() == null ? formula : of.formula(),
        Objects.requireNonNullElse(of.decimals(), decimals),
        baseline,
        target,
        tolerance);
  }

  private Indicator with(
      List<Input> newInputs,
      @Nullable String newFormula,
      int newDecimals,
      @Nullable Baseline newBaseline,
      Target newTarget,
      Tolerance newTolerance) {
    return new Indicator(
        id,
        title,
        description,
        measures,
        owner,
        unit,
        newDecimals,
        polarity,
        newInputs,
        newFormula,
        reporting,
        disaggregateBy,
        smallestCell,
        metricCells,
        newBaseline,
        newTarget,
        newTolerance,
        consecutive,
        alertAtRisk,
        remindBefore,
        references,
        changes,
        breaks,
        illustrative,
        source,
        note);
  }

  /** Which direction is better. */
  public enum Polarity {
    HIGHER,
    LOWER,
    IN_RANGE,
    NONE
  }

  /** Below {@code value} of the named input a cell is suppressed. */
  public record SmallestCell(String input, BigDecimal value) {}

  /** Where the path starts. */
  public record Baseline(
      String period,
      Bounds bounds,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note) {}

  /**
   * τ: a share of the expected value, or a number in the indicator's unit.
   *
   * @param value {@code 5} for {@code 5%}
   * @param percent whether {@code value} is per cent of |expected|
   */
  public record Tolerance(BigDecimal value, boolean percent) {}

  /** A number worth showing, unjudged. */
  public record Reference(
      Map<String, String> title,
      BigDecimal value,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note) {}

  /**
   * A declared series break.
   *
   * @param period the first after it
   */
  public record Break(String period, Map<String, String> reason, boolean linked) {}

  /** A dated, public change. */
  public sealed interface Change {
    Map<String, String> reason();
  }

  /** Judges only the periods that start on or after {@code from}; what is null stays. */
  public record TargetChange(
      LocalDate from,
      Map<String, String> reason,
      @Nullable Target target,
      @Nullable Tolerance tolerance,
      @Nullable Baseline baseline)
      implements Change {}

  /** Restates the periods that start on or after {@code validFrom}; what is null stays. */
  public record DefinitionChange(
      LocalDate validFrom,
      Map<String, String> reason,
      @Nullable List<Input> inputs,
      @Nullable String formula,
      @Nullable Integer decimals)
      implements Change {}
}
