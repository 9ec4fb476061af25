package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;
import si.kazalnik.benchmark.oracle.Book.Input;

/**
 * One indicator over all surviving measurements and completions.
 *
 * <p>Room: `measurements` of a `LAST` is the number of measurements in its window, and it stands
 * beside a missing value too. A completion answers for the reporting period, whatever the window.
 */
final class Evaluation {
  private final Book book;
  private final Indicator indicator;
  private final Map<String, List<Event>> passing = new HashMap<>();
  private final List<Event> completions = new ArrayList<>();

  Evaluation(Book book, Indicator indicator, Iterable<Event> surviving) {
    this.book = book;
    this.indicator = indicator;
    for (Input input : indicator.inputs()) {
      List<Event> those = new ArrayList<>();
      for (Event event : surviving) {
        if (event.measures() && Aggregation.passes(input, event)) {
          those.add(event);
        }
      }
      passing.put(input.name(), those);
    }
    for (Event event : surviving) {
      if (event.kind() == Event.Kind.COMPLETED) {
        completions.add(event);
      }
    }
  }

  List<Event> measurements(Input input) {
    return passing.getOrDefault(input.name(), List.of());
  }

  /** The last days of all measurements that any input takes. */
  Stream<LocalDate> days() {
    return passing.values().stream()
        .flatMap(List::stream)
        .map(each -> Aggregation.content(each).end());
  }

  boolean hasMeasurementIn(Period period) {
    return indicator.inputs().stream()
        .flatMap(input -> measurements(input).stream())
        .anyMatch(each -> Aggregation.inPeriod(period, each));
  }

  boolean anyWindowEmpty(Period period) {
    return indicator.inputs().stream()
        .anyMatch(
            input ->
                measurements(input).stream()
                    .noneMatch(each -> Aggregation.inWindow(input, period, each)));
  }

  Published published(Period period, boolean closed) {
    if (indicator.notYet()) {
      return new Published(null, "NOT_YET_COMPUTED", null, null, null, null);
    }
    Instant closing = indicator.closing(period, book.zone());
    Result result = result(period, closed, each -> true);
    Result punctual =
        result(
            period,
            closed,
            each -> {
              Instant observedAt = Aggregation.content(each).observedAt();
              Book.Series series = book.series().get(Aggregation.content(each).series());
              return series == null
                  || series.period() == null
                  || observedAt == null
                  || !observedAt.isAfter(closing);
            });
    Verdicts.Expectation expectation = Verdicts.expectation(indicator, period);
    return new Published(
        result.value,
        result.reason,
        result.measurements,
        closed
            ? closedVerdict(expectation, result.value == null ? null : punctual.value)
            : earlyVerdict(expectation, punctual.value),
        expectation == null ? null : expectation.expected(),
        expectation == null ? null : expectation.target());
  }

  private @Nullable String closedVerdict(
      Verdicts.@Nullable Expectation expectation, @Nullable BigDecimal value) {
    if (indicator.target().none()) {
      return "NO_TARGET";
    }
    if (expectation == null) {
      return "NOT_DUE";
    }
    return value == null ? null : Verdicts.verdict(indicator, expectation, value);
  }

  private @Nullable String earlyVerdict(
      Verdicts.@Nullable Expectation expectation, @Nullable BigDecimal value) {
    if (expectation == null
        || value == null
        || indicator.inputs().size() != 1
        || indicator.formula() != null) {
      return null;
    }
    Input only = indicator.inputs().get(0);
    boolean higher = indicator.polarity().equals("HIGHER");
    String verdict = Verdicts.verdict(indicator, expectation, value);
    if (only.aggregate().equals("EXISTS") && higher && value.signum() > 0) {
      return verdict;
    }
    boolean certain =
        switch (only.aggregate()) {
          case "COUNT", "EXISTS" -> true;
          case "SUM" -> {
            Book.Series series = book.series().get(only.series());
            yield series != null && series.min() != null && series.min().signum() >= 0;
          }
          default -> false;
        };
    boolean settles = verdict.equals(higher ? "MET" : "MISSED");
    return indicator.target().quota() != null && certain && settles ? verdict : null;
  }

  private record Result(@Nullable BigDecimal value, @Nullable String reason, int measurements) {}

  private Result result(Period period, boolean closed, Predicate<Event> existing) {
    Map<String, List<Event>> windows = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Input input : indicator.inputs()) {
      List<Event> window = new ArrayList<>();
      for (Event each : measurements(input)) {
        if (Aggregation.inWindow(input, period, each)
            && (!input.aggregate().equals("EXISTS") || existing.test(each))) {
          window.add(each);
        }
      }
      windows.put(input.name(), window);
      counts.merge(input.series(), window.size(), Math::max);
    }
    int measurements = counts.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, BigDecimal> values = new HashMap<>();
    for (Input input : indicator.inputs()) {
      List<Event> window = windows.getOrDefault(input.name(), List.of());
      BigDecimal value =
          window.isEmpty()
              ? empty(input, period, closed, windows)
              : Aggregation.of(input.aggregate(), window);
      if (value == null) {
        return new Result(
            null, measurements == 0 ? "NO_MEASUREMENTS" : "MISSING_INPUT", measurements);
      }
      values.put(input.name(), value);
    }
    String formula =
        indicator.formula() == null ? indicator.inputs().get(0).name() : indicator.formula();
    BigDecimal exact = Formula.value(formula, values);
    return exact == null
        ? new Result(null, "DIVISION_BY_ZERO", measurements)
        : new Result(rounded(exact), null, measurements);
  }

  private @Nullable BigDecimal empty(
      Input input, Period period, boolean closed, Map<String, List<Event>> windows) {
    if (input.aggregate().equals("EXISTS")) {
      return BigDecimal.ZERO;
    }
    boolean countsOrSums = input.aggregate().equals("SUM") || input.aggregate().equals("COUNT");
    boolean zero = completed(input, period) || (closed && zeroApplies(input, windows));
    return countsOrSums && zero ? BigDecimal.ZERO : null;
  }

  private boolean zeroApplies(Input input, Map<String, List<Event>> windows) {
    return input.zeroWhenEmpty()
        && (!indicator.polarity().equals("LOWER")
            || windows.entrySet().stream()
                .anyMatch(
                    other -> !other.getKey().equals(input.name()) && !other.getValue().isEmpty()));
  }

  boolean completed(Input input, Period period) {
    return completions.stream()
        .map(Aggregation::content)
        .anyMatch(
            each ->
                each.series().equals(input.series())
                    && each.subject() == null
                    && !each.start().isAfter(period.start())
                    && !each.end().isBefore(period.end()));
  }

  /** Whether a due period misses an input. */
  boolean missesInput(Period period, boolean closed) {
    Map<String, List<Event>> windows = new HashMap<>();
    for (Input input : indicator.inputs()) {
      windows.put(
          input.name(),
          measurements(input).stream()
              .filter(each -> Aggregation.inWindow(input, period, each))
              .toList());
    }
    return indicator.inputs().stream()
        .anyMatch(
            input ->
                !input.aggregate().equals("EXISTS")
                    && measurements(input).stream()
                        .noneMatch(each -> Aggregation.inPeriod(period, each))
                    && !completed(input, period)
                    && !(closed && zeroApplies(input, windows)));
  }

  private BigDecimal rounded(BigDecimal exact) {
    BigDecimal rounded = exact.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    if (indicator.unit().equals("percent")) {
      BigDecimal least = BigDecimal.ONE.movePointLeft(indicator.decimals());
      for (BigDecimal edge : List.of(BigDecimal.ZERO, BigDecimal.valueOf(100))) {
        if (rounded.compareTo(edge) == 0 && exact.compareTo(edge) != 0) {
          rounded = exact.compareTo(edge) > 0 ? edge.add(least) : edge.subtract(least);
        }
      }
    }
    return Verdicts.strip(rounded);
  }
}
