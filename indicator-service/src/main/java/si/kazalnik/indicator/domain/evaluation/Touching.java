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

  List<PeriodRange> by(Cell cell, boolean completions, ReportingPeriod current) {
    Days days = new Days(cell.firstDay(), cell.lastDay());
    List<PeriodRange> ranges = new ArrayList<>();
    inputs.stream()
        .filter(input -> input.series().equals(cell.series()))
        .flatMap(input -> by(input, cell, days, completions, current))
        .sorted(Comparator.comparing(PeriodRange::first))
        .forEach(range -> join(ranges, range));
    return List.copyOf(ranges);
  }

  private Stream<PeriodRange> by(
      Input input, Cell cell, Days days, boolean completions, ReportingPeriod current) {
    Stream<Optional<PeriodRange>> completed =
        completions ? Stream.of(Windows.within(days, current)) : Stream.empty();
    Stream<Optional<PeriodRange>> measured =
        InputTally.passes(input, cell)
            ? Stream.of(Windows.covering(input, days, current), Windows.holding(days, current))
            : rostered.contains(cell.series())
                ? Stream.of(Windows.holding(days, current))
                : Stream.empty();
    return Stream.concat(completed, measured).flatMap(Optional::stream);
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
