package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Aggregate;

/** From what the windows hold to inputs, value or reason, and to the inputs that are missing. */
final class ValueRules {

  private final Indicator indicator;
  private final @Nullable Formula formula;

  ValueRules(Indicator indicator) {
    this.indicator = indicator;
    this.formula = formula(indicator);
  }

  private static @Nullable Formula formula(Indicator indicator) {
    if (indicator.formula() == null) {
      return null;
    }
    Formula.Reading reading =
        Formula.read(
            indicator.formula(),
            indicator.inputs().stream().map(Input::name).collect(Collectors.toSet()));
    if (reading instanceof Formula.Valid valid) {
      return valid.formula();
    }
    throw new IllegalArgumentException(
        "the catalogue was not checked: formula of " + indicator.id() + ": " + reading);
  }

  /**
   * The value.
   *
   * @param asEmpty inputs that are to count as if their window held nothing
   */
  Outcome outcome(WindowScan scan, boolean closed, Predicate<InputTally> asEmpty) {
    List<InputValue> inputs = new ArrayList<>();
    Map<String, BigDecimal> values = new TreeMap<>();
    boolean anyEmpty = false;
    for (InputTally tally : scan.tallies()) {
      boolean empty = tally.count() == 0 || asEmpty.test(tally);
      BigDecimal value = value(tally, empty, scan, closed);
      anyEmpty |= empty && value == null;
      BigDecimal error = empty || value == null ? null : tally.error();
      inputs.add(
          new InputValue(
              tally.input().name(), value, tally.count(), error, tally.firstAt(), tally.lastAt()));
      if (value != null) {
        values.put(tally.input().name(), value);
      }
    }
    if (values.size() < inputs.size()) {
      boolean anything = scan.tallies().stream().anyMatch(tally -> tally.count() > 0);
      NoValueReason ofSome = anyEmpty ? NoValueReason.MISSING_INPUT : NoValueReason.TOO_FEW;
      return new Outcome(null, anything ? ofSome : NoValueReason.NO_MEASUREMENTS, inputs);
    }
    try {
      BigDecimal exact =
          formula == null ? values.values().iterator().next() : formula.apply(values);
      return new Outcome(
          Rounding.published(exact, indicator.decimals(), indicator.unit()), null, inputs);
    } catch (ArithmeticException byZero) {
      // The only arithmetic that can fail: sums are exact, and exponents stay small.
      return new Outcome(null, NoValueReason.DIVISION_BY_ZERO, inputs);
    }
  }

  /** What the formula comes to over these, before it is rounded; empty where it has no value. */
  Optional<BigDecimal> exact(List<InputValue> inputs) {
    Map<String, BigDecimal> known = new TreeMap<>();
    for (InputValue input : inputs) {
      if (input.value() != null) {
        known.put(input.name(), input.value());
      }
    }
    Set<String> names = indicator.inputs().stream().map(Input::name).collect(Collectors.toSet());
    if (!known.keySet().equals(names)) {
      return Optional.empty();
    }
    try {
      return Optional.of(formula == null ? known.values().iterator().next() : formula.apply(known));
    } catch (ArithmeticException byZero) {
      // As it was when the value was computed.
      return Optional.empty();
    }
  }

  private @Nullable BigDecimal value(
      InputTally tally, boolean empty, WindowScan scan, boolean closed) {
    if (!tally.isLongEnough()) {
      return null;
    }
    if (empty) {
      return ofEmpty(tally, scan, closed);
    }
    return tally.count() < tally.input().atLeast() ? null : tally.aggregate();
  }

  private @Nullable BigDecimal ofEmpty(InputTally tally, WindowScan scan, boolean closed) {
    return switch (tally.input().aggregate()) {
      case EXISTS -> BigDecimal.ZERO;
      case SUM, COUNT, DISTINCT ->
          scan.isCompleted(tally.input()) || isZero(tally, scan, closed) ? BigDecimal.ZERO : null;
      case LAST ->
          tally.input().atLeast() > 1 || scan.isNilReturn(tally.input())
              ? null
              : tally.carriedOnly();
      case MEAN, MIN, MAX, PERCENTILE -> null;
    };
  }

  /** Whether {@code whenEmpty: ZERO} applies. */
  private boolean isZero(InputTally tally, WindowScan scan, boolean closed) {
    // Where less is better, or a range is, silence alone must not look like success.
    boolean silenceWouldBeGreen =
        indicator.polarity() == Polarity.LOWER || indicator.polarity() == Polarity.IN_RANGE;
    return closed
        && tally.input().zeroWhenEmpty()
        && (!silenceWouldBeGreen || scan.anotherHolds(tally));
  }

  /** Names of the inputs that miss their data in a due period. */
  List<String> missing(WindowScan scan, boolean closed) {
    return scan.tallies().stream()
        .filter(tally -> tally.input().aggregate() != Aggregate.EXISTS)
        .filter(tally -> !scan.isReported(tally))
        .filter(tally -> !isZero(tally, scan, closed))
        .map(tally -> tally.input().name())
        .toList();
  }
}
