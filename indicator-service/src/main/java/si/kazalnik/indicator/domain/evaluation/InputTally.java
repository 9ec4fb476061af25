package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Keys;
import si.kazalnik.indicator.domain.summary.Numbers;
import si.kazalnik.indicator.domain.summary.Values;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.domain.window.Frame;

/** Adds up what an input's window, and the period itself, hold for it. */
final class InputTally {

  private final Input input;
  private final boolean ofMoments;
  private final Days window;
  private final Days period;
  private final @Nullable Days carried;
  private final boolean longEnough;
  private final Set<String> reporters = new HashSet<>();
  private final Stocks stocks = new Stocks();
  private final Stocks carriedStocks = new Stocks();
  private final List<DaySummary> parts = new ArrayList<>();
  private DaySummary all = DaySummary.EMPTY;
  private boolean inPeriod;
  private @Nullable Keys keys;
  private @Nullable Values values;

  /**
   * Of nothing yet.
   *
   * @param ofMoments whether the input's series is fed by moments, and not by whole periods
   */
  InputTally(Input input, Frame frame, boolean ofMoments) {
    this.ofMoments = ofMoments;
    this.input = input;
    this.window = frame.window(input);
    this.period = frame.own();
    this.carried = frame.carried(input).orElse(null);
    this.longEnough = frame.isLongEnough(input);
  }

  Input input() {
    return input;
  }

  /** The days that are to be looked at, each part to be told apart from the others. */
  List<Days> parts() {
    return carried == null ? List.of(window, period) : List.of(window, period, carried);
  }

  void add(Cell cell, DaySummary summary) {
    if (summary.count() == 0 || !passes(input, cell)) {
      return;
    }
    if (period.hold(cell)) {
      inPeriod = true;
      if (cell.subject() != null) {
        reporters.add(cell.subject());
      }
    }
    if (window.hold(cell)) {
      all = all.merge(summary);
      switch (input.aggregate()) {
        case LAST -> stocks.add(cell, summary);
        case DISTINCT, PERCENTILE -> {
          parts.add(summary);
          keys = null;
          values = null;
        }
        default -> {
          // The usual summary says it all.
        }
      }
    } else if (carried != null && carried.hold(cell)) {
      carriedStocks.add(cell, summary);
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

  /** Measurements in the window that pass; what is carried forward is not counted. */
  long count() {
    return all.count();
  }

  /** When the earliest of them was true, or null where there is none. */
  @Nullable Instant firstAt() {
    return all.first();
  }

  /** When the latest of them was true, or null where there is none. */
  @Nullable Instant lastAt() {
    return all.last() == null ? null : all.last().at();
  }

  /** Whether the window has as many reporting periods as it wants. */
  boolean isLongEnough() {
    return longEnough;
  }

  /** Whether the period itself holds a measurement that passes. */
  boolean holdsMeasurementInPeriod() {
    return inPeriod;
  }

  /** Whether the period itself holds a measurement of that subject that passes. */
  boolean holdsMeasurementInPeriodOf(String subject) {
    return reporters.contains(subject);
  }

  /**
   * Whether every measurement of the window was delivered after that instant. A moment is its own
   * delivery; it can lie after a closing only where an event's period holds its subject's
   * measurements, whenever they come.
   */
  boolean isDeliveredAfter(Instant closing) {
    Instant earliest = delivered();
    return (ofMoments || all.dated() == all.count())
        && earliest != null
        && earliest.isAfter(closing);
  }

  /** When the first of them was delivered, of a window whose every measurement says so. */
  @Nullable Instant delivered() {
    return ofMoments ? all.first() : all.delivered();
  }

  /** Of a window that holds none: what is carried into it, or null. */
  @Nullable BigDecimal carriedOnly() {
    return carriedStocks.across(input.across());
  }

  /** Relative error of an estimate, or null where the aggregate is exact. */
  @Nullable BigDecimal error() {
    return switch (input.aggregate()) {
      case DISTINCT -> keys().error();
      case PERCENTILE -> values().error();
      default -> null;
    };
  }

  // Both are asked for more than once, and are much to merge.
  private Keys keys() {
    Keys merged = keys;
    if (merged == null) {
      merged = Keys.of(parts.stream().map(DaySummary::keys).map(Objects::requireNonNull).toList());
      keys = merged;
    }
    return merged;
  }

  private Values values() {
    Values merged = values;
    if (merged == null) {
      merged =
          Values.of(parts.stream().map(DaySummary::values).map(Objects::requireNonNull).toList());
      values = merged;
    }
    return merged;
  }

  /** The aggregate of a window that is not empty; null where none of its measurements says it. */
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
      case LAST -> stocks.over(carriedStocks).across(input.across());
      // Of measurements without a key nobody knows how many different ones they are of.
      case DISTINCT -> keys().equals(Keys.NONE) ? null : keys().count();
      case PERCENTILE -> values().percentile(Objects.requireNonNull(input.percentile()));
    };
  }
}
