package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Performance;

/**
 * The judgement on one period.
 *
 * @param performance null where unjudged
 * @param tolerance τ as applied; null where unjudged
 * @param deliveredLate local day of a delivery that came too late for this verdict, or null
 * @param failing with {@code forEach}, the subjects that do not meet the target
 */
record Assessment(
    @Nullable Performance performance,
    @Nullable BigDecimal tolerance,
    @Nullable LocalDate deliveredLate,
    List<String> failing) {

  static final Assessment UNJUDGED = new Assessment(null, null, null, List.of());

  static Assessment of(Performance performance) {
    return new Assessment(performance, null, null, List.of());
  }
}
