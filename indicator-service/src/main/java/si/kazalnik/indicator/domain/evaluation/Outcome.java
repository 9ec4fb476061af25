package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;

/**
 * What the inputs and the formula come to.
 *
 * @param value as published, or null with a reason
 * @param inputs what it was computed from, exact
 */
record Outcome(
    @Nullable BigDecimal value, @Nullable NoValueReason reason, List<InputValue> inputs) {

  /** Whether no input is an estimate. */
  boolean isExact() {
    return inputs.stream().allMatch(input -> input.error() == null);
  }

  /** The exact value of an input; 0 where it has none. */
  BigDecimal input(String name) {
    for (InputValue input : inputs) {
      if (input.name().equals(name) && input.value() != null) {
        return input.value();
      }
    }
    return BigDecimal.ZERO;
  }
}
