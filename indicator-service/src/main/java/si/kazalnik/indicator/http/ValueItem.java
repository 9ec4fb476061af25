package si.kazalnik.indicator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;

/**
 * One value as the API gives it.
 *
 * @param expected a number, or {@code low} and {@code high}
 * @param target likewise
 * @param measurements null where nothing was computed, and of a suppressed cell
 * @param failing the subjects that do not meet the target; left out where there are none
 * @param deliveredLate the day of a delivery after the closing; left out where there was none
 * @param errors of inputs that are estimates their relative errors; left out where all is exact
 */
record ValueItem(
    String period,
    LocalDate start,
    LocalDate end,
    Map<String, String> dimensions,
    @Nullable BigDecimal value,
    @Nullable NoValueReason reason,
    ValueStatus status,
    int revision,
    @Nullable RevisionCause cause,
    @Nullable Performance performance,
    @Nullable Object expected,
    @Nullable Object target,
    @Nullable Coverage coverage,
    @Nullable Long measurements,
    Instant computedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> failing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate deliveredLate,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, BigDecimal> errors) {

  /** A range, both ends inclusive. */
  @JsonInclude
  record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

  static ValueItem of(IndicatorValue record) {
    boolean computed = record.reason() != NoValueReason.NOT_YET_COMPUTED;
    return new ValueItem(
        record.period(),
        record.start(),
        record.end(),
        record.dimensions(),
        record.value(),
        record.reason(),
        record.status(),
        record.revision(),
        record.cause(),
        computed ? record.performance() : null,
        computed ? shown(record.expected()) : null,
        computed ? shown(record.target()) : null,
        computed ? record.coverage() : null,
        computed && record.reason() != NoValueReason.SUPPRESSED ? record.measurements() : null,
        record.computedAt(),
        computed ? record.failing() : null,
        computed ? record.deliveredLate() : null,
        errors(record));
  }

  private static @Nullable Map<String, BigDecimal> errors(IndicatorValue record) {
    Map<String, BigDecimal> errors = new TreeMap<>();
    for (IndicatorValue.InputValue input : record.inputs()) {
      if (input.error() != null) {
        errors.put(input.name(), input.error());
      }
    }
    return errors.isEmpty() ? null : errors;
  }

  /** A number, or {@code low} and {@code high}. */
  static @Nullable Object shown(@Nullable Bounds bounds) {
    if (bounds == null) {
      return null;
    }
    BigDecimal value = bounds.value();
    return value != null ? value : new Range(bounds.low(), bounds.high());
  }
}
