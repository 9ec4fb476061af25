package si.kazalnik.indicator.domain.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.window.Days;

/** What the cells hold for the inputs of one period; each series is read once. */
final class WindowScan {

  private final List<InputTally> tallies;
  private final Set<String> completed = new HashSet<>();

  private WindowScan(List<InputTally> tallies) {
    this.tallies = tallies;
  }

  static WindowScan of(List<Input> inputs, ReportingPeriod period, Cells cells) {
    List<InputTally> tallies = new ArrayList<>();
    Map<String, List<InputTally>> bySeries = new LinkedHashMap<>();
    for (Input input : inputs) {
      InputTally tally = new InputTally(input, period);
      tallies.add(tally);
      bySeries.computeIfAbsent(input.series(), name -> new ArrayList<>()).add(tally);
    }
    WindowScan scan = new WindowScan(List.copyOf(tallies));
    bySeries.forEach((series, its) -> scan.read(series, its, period, cells));
    return scan;
  }

  private void read(String series, List<InputTally> its, ReportingPeriod period, Cells cells) {
    Days days = its.stream().map(InputTally::days).reduce(Days::span).orElseThrow();
    cells.within(
        series,
        days.from(),
        days.to(),
        (cell, summary) -> its.forEach(tally -> tally.add(cell, summary)));
    for (Frequency calendar : Frequency.values()) {
      ReportingPeriod whole = calendar.containing(period.start());
      if (whole.contains(period)) {
        cells.exactly(
            series,
            whole.start(),
            whole.end(),
            (cell, summary) -> {
              if (summary.completions() > 0 && cell.subject() == null) {
                completed.add(series);
              }
            });
      }
    }
  }

  /** In the order of the inputs. */
  List<InputTally> tallies() {
    return tallies;
  }

  /** Whether one completion of the whole series contains the period. */
  boolean isCompleted(Input input) {
    return completed.contains(input.series());
  }

  /** Whether any input has a measurement in the period itself. */
  boolean holdsMeasurementInPeriod() {
    return tallies.stream().anyMatch(InputTally::holdsMeasurementInPeriod);
  }

  /** Whether a window other than this one holds a measurement. */
  boolean anotherHolds(InputTally one) {
    return tallies.stream().anyMatch(tally -> tally != one && tally.count() > 0);
  }

  /** Per series the greatest count among the inputs' windows on it, added up. */
  long measurements() {
    Map<String, Long> greatest = new LinkedHashMap<>();
    tallies.forEach(tally -> greatest.merge(tally.input().series(), tally.count(), Math::max));
    return greatest.values().stream().mapToLong(Long::longValue).sum();
  }
}
