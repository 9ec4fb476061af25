package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.ReportingPeriod;

/**
 * What a period's headline comes to at one instant; the fields mean what they mean in {@link
 * si.kazalnik.contract.IndicatorValue}. Which revision it makes is decided elsewhere.
 *
 * @param early whether the period comes before the first regular one
 * @param closed whether the clock has reached the closing
 */
public record Computation(
    String indicator,
    ReportingPeriod period,
    boolean early,
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
    List<InputValue> inputs) {}
