package si.kazalnik.indicator.domain.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.domain.window.PeriodRange;
import si.kazalnik.indicator.domain.window.Windows;

/** Which periods of an indicator a changed cell concerns. */
final class Touching {

  private final List<Input> inputs;
  private final Set<String> rostered;

  /**
   * Of these inputs.
   *
   * @param rostered series with a roster, of which any measurement says that its subject reports
   */
  Touching(List<Input> inputs, Set<String> rostered) {
    this.inputs = inputs;
    this.rostered = rostered;
  }

  /** Those in whose windows the cell's measurements lie, or which hold them. */
  List<PeriodRange> measuredIn(Cell cell, ReportingPeriod current) {
    Days days = new Days(cell.firstDay(), cell.lastDay());
    List<PeriodRange> ranges = new ArrayList<>();
    inputs.stream()
        .filter(input -> input.series().equals(cell.series()))
        .flatMap(input -> ranges(input, cell, days, current))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(PeriodRange::first))
        .forEach(range -> join(ranges, range));
    return List.copyOf(ranges);
  }

  private Stream<Optional<PeriodRange>> ranges(
      Input input, Cell cell, Days days, ReportingPeriod current) {
    if (InputTally.passes(input, cell)) {
      return Stream.of(Windows.covering(input, days, current), Windows.holding(days, current));
    }
    return rostered.contains(cell.series())
        ? Stream.of(Windows.holding(days, current))
        : Stream.empty();
  }

  /** Those that lie wholly on the cell's days. */
  List<PeriodRange> completedBy(Cell cell, ReportingPeriod current) {
    return inputs.stream().anyMatch(input -> input.series().equals(cell.series()))
        ? Windows.within(new Days(cell.firstDay(), cell.lastDay()), current).stream().toList()
        : List.of();
  }

  private static void join(List<PeriodRange> ranges, PeriodRange next) {
    int end = ranges.size() - 1;
    if (end >= 0 && ranges.get(end).touches(next)) {
      ranges.set(end, ranges.get(end).span(next));
    } else {
      ranges.add(next);
    }
  }
}
