package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Input;

/** One input of an indicator over a list of measurements. */
final class Aggregation {
  private static final Comparator<Event> LATER =
      Comparator.<Event, java.time.Instant>comparing(event -> content(event).moment())
          .thenComparing(Event::source, Canonical.BY_CODE_POINT)
          .thenComparing(Event::measurement, Canonical.BY_CODE_POINT);

  private Aggregation() {}

  static Event.Content content(Event event) {
    return Objects.requireNonNull(event.content());
  }

  static boolean passes(Input input, Event measurement) {
    Event.Content content = content(measurement);
    return content.series().equals(input.series())
        && input.where().entrySet().stream()
            .allMatch(
                condition -> {
                  String value = content.dimensions().get(condition.getKey());
                  return value != null && condition.getValue().contains(value);
                });
  }

  static boolean inWindow(Input input, Period period, Event measurement) {
    LocalDate from =
        switch (input.window()) {
          case "YEAR_TO_DATE" -> LocalDate.of(period.end().getYear(), 1, 1);
          case "SINCE_START" -> LocalDate.MIN;
          default -> period.start();
        };
    Event.Content content = content(measurement);
    return !content.start().isBefore(from) && !content.end().isAfter(period.end());
  }

  static boolean inPeriod(Period period, Event measurement) {
    Event.Content content = content(measurement);
    return !content.start().isBefore(period.start()) && !content.end().isAfter(period.end());
  }

  /** Of measurements that are not none. */
  static BigDecimal of(String aggregate, List<Event> measurements) {
    return switch (aggregate) {
      case "COUNT" -> BigDecimal.valueOf(measurements.size());
      case "EXISTS" -> BigDecimal.ONE;
      case "SUM" -> sum(measurements);
      case "MEAN" ->
          sum(measurements).divide(BigDecimal.valueOf(measurements.size()), MathContext.DECIMAL128);
      case "MIN" ->
          measurements.stream()
              .map(Aggregation::value)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      case "MAX" ->
          measurements.stream()
              .map(Aggregation::value)
              .max(Comparator.naturalOrder())
              .orElseThrow();
      case "LAST" -> last(measurements);
      default -> throw new IllegalStateException(aggregate);
    };
  }

  private static BigDecimal sum(List<Event> measurements) {
    return measurements.stream().map(Aggregation::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal last(List<Event> measurements) {
    Map<Tuple, Event> last = new LinkedHashMap<>();
    for (Event each : measurements) {
      last.merge(
          new Tuple(content(each).subject(), content(each).dimensions()),
          each,
          (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
    }
    return sum(List.copyOf(last.values()));
  }

  private static BigDecimal value(Event measurement) {
    return Objects.requireNonNull(content(measurement).value());
  }

  private record Tuple(@Nullable String subject, Map<String, String> dimensions) {}
}
