package si.kazalnik.indicator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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
    Instant computedAt) {

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
        record.computedAt());
  }

  private static @Nullable Object shown(@Nullable Bounds bounds) {
    if (bounds == null) {
      return null;
    }
    BigDecimal value = bounds.value();
    return value != null ? value : new Range(bounds.low(), bounds.high());
  }
}
