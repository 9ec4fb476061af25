package si.kazalnik.indicator.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;

/** Which values are asked for, or why the question is wrong. */
sealed interface ValuesQuery {

  /**
   * A good question.
   *
   * @param from first local day of the earliest period, or null
   * @param to last local day of the latest period, or null
   * @param subject the event whose period it is, or null for all
   * @param tuples the dimension tuples, in their order
   * @param asOf as known then, or null for now
   */
  record Asked(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String subject,
      List<Map<String, String>> tuples,
      @Nullable Instant asOf)
      implements ValuesQuery {

    boolean includes(IndicatorValue value) {
      return (subject == null || value.period().equals(subject))
          && (from == null || !value.end().isBefore(from))
          && (to == null || !value.start().isAfter(to));
    }
  }

  /** A sentence that names the parameter and what is allowed. */
  record Refused(String detail) implements ValuesQuery {}
}
