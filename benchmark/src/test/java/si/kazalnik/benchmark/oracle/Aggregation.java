package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Of a period of `ON_EVENT` the measurements of its subject, whenever. */
  static boolean inWindow(Input input, Period period, Event measurement) {
    if (period.label() != null) {
      return period.label().equals(content(measurement).subject());
    }
    LocalDate from =
        switch (input.window()) {
          case "YEAR_TO_DATE" -> LocalDate.of(period.end().getYear(), 1, 1);
          case "SINCE_START" -> LocalDate.MIN;
          case "PERIOD" -> period.start();
          default -> period.before(input.rolling() - 1).start();
        };
    return within(from, period.end(), measurement);
  }

  static boolean inPeriod(Period period, Event measurement) {
    return period.label() != null
        ? period.label().equals(content(measurement).subject())
        : within(period.start(), period.end(), measurement);
  }

  /** Whether a stock may be carried from it into the period. */
  static boolean carriable(Input input, Period period, Event measurement) {
    return input.carry() > 0
        && within(period.before(input.carry()).start(), period.start().minusDays(1), measurement);
  }

  private static boolean within(LocalDate from, LocalDate to, Event measurement) {
    Event.Content content = content(measurement);
    return !content.start().isBefore(from) && !content.end().isAfter(to);
  }

  /**
   * Of measurements that are not none.
   *
   * @param earlier those of a stock that may be carried into the window
   */
  static BigDecimal of(Input input, List<Event> measurements, List<Event> earlier) {
    return switch (input.aggregate()) {
      case "COUNT" -> BigDecimal.valueOf(measurements.size());
      case "DISTINCT" ->
          BigDecimal.valueOf(
              measurements.stream().map(each -> content(each).key()).distinct().count());
      case "EXISTS" -> BigDecimal.ONE;
      case "LAST" -> across(input.across(), stock(measurements, earlier));
      case "SUM", "MEAN", "MIN", "MAX" -> across(input.aggregate(), values(measurements));
      default -> percentile(input.percentile(), values(measurements));
    };
  }

  private static BigDecimal across(String how, List<BigDecimal> values) {
    return switch (how) {
      case "SUM" -> sum(values);
      case "MEAN" -> sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
      case "MIN" -> values.stream().min(Comparator.naturalOrder()).orElseThrow();
      case "MAX" -> values.stream().max(Comparator.naturalOrder()).orElseThrow();
      default -> throw new IllegalStateException(how);
    };
  }

  private static BigDecimal percentile(int p, List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int rank = (p * sorted.size() + 99) / 100;
    return sorted.get(rank - 1);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<BigDecimal> stock(List<Event> measurements, List<Event> earlier) {
    Set<@Nullable String> present =
        measurements.stream()
            .map(each -> content(each).subject())
            .collect(Collectors.toCollection(HashSet::new));
    List<Event> last = new ArrayList<>(last(measurements));
    last.addAll(
        last(earlier.stream().filter(each -> !present.contains(content(each).subject())).toList()));
    return values(last);
  }

  private static Collection<Event> last(List<Event> measurements) {
    Map<Tuple, Event> last = new LinkedHashMap<>();
    for (Event each : measurements) {
      last.merge(
          new Tuple(content(each).subject(), content(each).dimensions()),
          each,
          (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
    }
    return last.values();
  }

  private static List<BigDecimal> values(Collection<Event> measurements) {
    return measurements.stream()
        .map(each -> Objects.requireNonNull(content(each).value()))
        .toList();
  }

  private record Tuple(@Nullable String subject, Map<String, String> dimensions) {}
}
