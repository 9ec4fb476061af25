package si.kazalnik.indicator.domain.target;

import java.math.BigDecimal;
import si.kazalnik.contract.Performance;

/**
 * How a value stands to what was expected of it.
 *
 * @param performance one of the five verdicts
 * @param shortfall in the indicator's unit; 0 or less is good
 * @param tolerance τ, in the indicator's unit, as it was applied
 */
public record Verdict(Performance performance, BigDecimal shortfall, BigDecimal tolerance) {}
