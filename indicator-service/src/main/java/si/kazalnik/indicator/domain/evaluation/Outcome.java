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
    @Nullable BigDecimal value, @Nullable NoValueReason reason, List<InputValue> inputs) {}
