package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Last;
import si.kazalnik.indicator.domain.summary.Numbers;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.domain.window.Windows;

/** Adds up what an input's window, and the period itself, hold for it. */
final class InputTally {

  private final Input input;
  private final Days window;
  private final Days period;
  private final Map<Holder, Last> stocks = new HashMap<>();
  private DaySummary all = DaySummary.EMPTY;
  private boolean inPeriod;

  InputTally(Input input, ReportingPeriod period) {
    this.input = input;
    this.window = Windows.of(input, period);
    this.period = new Days(period.start(), period.end());
  }

  /** Whose stock it is. */
  private record Holder(@Nullable String subject, Map<String, String> dimensions) {}

  Input input() {
    return input;
  }

  /** The days that are to be looked at. */
  Days days() {
    return window.span(period);
  }

  void add(Cell cell, DaySummary summary) {
    if (summary.count() == 0 || !passes(input, cell)) {
      return;
    }
    inPeriod |= period.hold(cell);
    if (window.hold(cell)) {
      all = all.merge(summary);
      if (input.aggregate() == Input.Aggregate.LAST) {
        stocks.merge(
            new Holder(cell.subject(), cell.dimensions()),
            Objects.requireNonNull(summary.last(), "a cell with measurements has a last one"),
            (a, b) -> Objects.requireNonNull(Last.greatest(a, b)));
      }
    }
  }

  /** Whether the cell's dimensions pass the input's {@code where}. */
  static boolean passes(Input input, Cell cell) {
    for (Map.Entry<String, List<String>> filter : input.where().entrySet()) {
      String value = cell.dimensions().get(filter.getKey());
      if (value == null || !filter.getValue().contains(value)) {
        return false;
      }
    }
    return true;
  }

  /** Measurements in the window that pass. */
  long count() {
    return all.count();
  }

  /** Whether the period itself holds a measurement that passes. */
  boolean holdsMeasurementInPeriod() {
    return inPeriod;
  }

  /** Whether every measurement of the window was delivered after that instant. */
  boolean isDeliveredAfter(Instant closing) {
    Instant earliest = all.delivered();
    return all.dated() == all.count() && earliest != null && earliest.isAfter(closing);
  }

  /** When the first of them was delivered, of a window whose every measurement says so. */
  @Nullable Instant delivered() {
    return all.delivered();
  }

  /** The aggregate of a window that is not empty. */
  @Nullable BigDecimal aggregate() {
    return switch (input.aggregate()) {
      case SUM -> all.sum();
      case COUNT -> BigDecimal.valueOf(all.count());
      case MEAN ->
          Numbers.canonical(
              all.sum().divide(BigDecimal.valueOf(all.count()), MathContext.DECIMAL128));
      case MIN -> all.min();
      case MAX -> all.max();
      case EXISTS -> BigDecimal.ONE;
      case LAST -> stock();
      case PERCENTILE, DISTINCT -> throw new IllegalStateException("not yet computed: " + input);
    };
  }

  private @Nullable BigDecimal stock() {
    return stocks.values().stream()
        .map(Last::value)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .map(Numbers::canonical)
        .orElse(null);
  }
}
