package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The published fields of one period. Numbers are stripped of trailing zeros.
 *
 * @param failing the subjects that do not meet the target
 * @param deliveredLate the day of a delivery after the closing that the verdict passes over
 * @param dated whether the verdict is one for good
 */
public record Published(
    @Nullable BigDecimal value,
    @Nullable String reason,
    @Nullable Integer measurements,
    @Nullable String performance,
    @Nullable Range expected,
    @Nullable Range target,
    @Nullable Coverage coverage,
    @Nullable List<String> failing,
    @Nullable LocalDate deliveredLate,
    boolean dated) {

  /** Who has reported of those that are expected to; the missing sorted by code point. */
  public record Coverage(int reported, int expected, List<String> missing) {
    /** As the API writes it. */
    public String written() {
      return "{\"reported\":"
          + reported
          + ",\"expected\":"
          + expected
          + ",\"missing\":["
          + String.join(",", missing.stream().map(each -> "\"" + each + "\"").toList())
          + "]}";
    }
  }

  /** A cell that is not shown: what is expected of it says nothing of it. */
  static Published suppressed(@Nullable Range expected, @Nullable Range target) {
    return new Published(null, "SUPPRESSED", null, null, expected, target, null, null, null, false);
  }

  /** These fields, with what is shown beside them as another has it. */
  Published beside(Published other) {
    return new Published(
        value,
        reason,
        measurements,
        performance,
        expected,
        target,
        coverage,
        other.failing,
        other.deliveredLate,
        other.dated);
  }

  boolean complete() {
    return coverage == null || coverage.missing().isEmpty();
  }

  private boolean sameValue(Published other) {
    if (value == null || other.value == null) {
      return Objects.isNull(value) && Objects.isNull(other.value);
    }
    return value.compareTo(other.value) == 0;
  }

  /** Whether the fields are the same of which each change is a revision. */
  boolean sameRevision(Published other) {
    return sameValue(other)
        && Objects.equals(reason, other.reason)
        && Objects.equals(measurements, other.measurements)
        && Objects.equals(performance, other.performance)
        && Objects.equals(expected, other.expected)
        && Objects.equals(target, other.target)
        && Objects.equals(coverage, other.coverage);
  }
}
