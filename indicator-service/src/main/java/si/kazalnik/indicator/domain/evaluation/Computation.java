package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;

/**
 * What a period's headline, or one of its cells, comes to at one instant; the fields mean what they
 * mean in {@link si.kazalnik.contract.IndicatorValue}. Which revision it makes is decided
 * elsewhere.
 *
 * @param unforeseen whether the period was not to be expected before it was told of: it comes
 *     before the first regular one, or an event names it
 * @param closed whether the clock has reached the closing
 */
public record Computation(
    String indicator,
    String period,
    LocalDate start,
    LocalDate end,
    Map<String, String> dimensions,
    boolean unforeseen,
    boolean closed,
    Instant closesAt,
    @Nullable BigDecimal value,
    @Nullable NoValueReason reason,
    @Nullable Performance performance,
    @Nullable Bounds expected,
    @Nullable Bounds target,
    @Nullable Coverage coverage,
    long measurements,
    boolean due,
    List<String> missing,
    boolean milestone,
    @Nullable LocalDate deliveredLate,
    @Nullable BigDecimal tolerance,
    List<InputValue> inputs,
    List<String> failing) {

  /** Whether nobody's report is missing. */
  public boolean isComplete() {
    return Reports.areComplete(coverage);
  }
}
