package si.kazalnik.indicator.domain.evaluation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.domain.window.Frame;

/** Reads the cells of one period, each series once, and tells the shares apart. */
final class PeriodScan {

  private final Shares shares;
  private final Frame frame;
  private final Reports reports;
  private final WindowScan whole;
  private final Map<String, WindowScan> bySubject = new LinkedHashMap<>();
  private final Map<String, WindowScan> byCell = new LinkedHashMap<>();

  private PeriodScan(Shares shares, Frame frame, boolean withCells) {
    this.shares = shares;
    this.frame = frame;
    // Of an event only its own subject is looked at: nobody else is expected to report.
    reports = new Reports(frame.subject() == null ? shares.rosters() : Map.of());
    whole = share(null);
    shares.subjects().forEach(subject -> bySubject.put(subject, share(subject)));
    if (withCells) {
      shares.cells().forEach(value -> byCell.put(value, share(null)));
    }
  }

  private WindowScan share(@Nullable String subject) {
    return new WindowScan(shares, frame, reports, subject);
  }

  static PeriodScan of(Shares shares, Frame frame, Cells cells, boolean withCells) {
    PeriodScan scan = new PeriodScan(shares, frame, withCells);
    Set<String> series = new LinkedHashSet<>();
    scan.whole.tallies().forEach(tally -> series.add(tally.input().series()));
    series.forEach(each -> scan.read(each, cells));
    return scan;
  }

  private void read(String series, Cells cells) {
    List<Days> parts =
        whole.tallies().stream()
            .filter(tally -> tally.input().series().equals(series))
            .flatMap(tally -> tally.parts().stream())
            .toList();
    NavigableSet<LocalDate> borders = new TreeSet<>();
    for (Days part : parts) {
      borders.add(part.from());
      borders.add(part.to().plusDays(1));
    }
    cells.across(series, parts.stream().reduce(Days::span).orElseThrow(), borders, this::add);
    for (Frequency calendar : Frequency.values()) {
      ReportingPeriod around = calendar.containing(frame.start());
      if (around.contains(frame.end())) {
        cells.exactly(series, around.start(), around.end(), this::addCompletion);
      }
    }
  }

  private void add(Cell cell, DaySummary summary) {
    if (summary.count() == 0 || !frame.sees(cell)) {
      return;
    }
    if (frame.own().hold(cell)) {
      reports.measured(cell);
    }
    sharesOf(cell).forEach(share -> add(share, cell, summary));
  }

  private static void add(WindowScan share, Cell cell, DaySummary summary) {
    share.tallies().stream()
        .filter(tally -> tally.input().series().equals(cell.series()))
        .forEach(tally -> tally.add(cell, summary));
  }

  private Stream<WindowScan> sharesOf(Cell cell) {
    // What speaks of nobody, of a series without a roster, is everyone's.
    Stream<WindowScan> subjects =
        cell.subject() != null || shares.rosters().containsKey(cell.series())
            ? Optional.ofNullable(cell.subject()).map(bySubject::get).stream()
            : bySubject.values().stream();
    Stream<WindowScan> ofCell =
        Optional.ofNullable(shares.dimension())
            .map(dimension -> cell.dimensions().get(dimension))
            .map(byCell::get)
            .stream();
    return Stream.concat(Stream.of(whole), Stream.concat(subjects, ofCell));
  }

  private void addCompletion(Cell cell, DaySummary summary) {
    String subject = cell.subject();
    if (summary.completions() > 0
        && (frame.subject() == null || subject == null || subject.equals(frame.subject()))) {
      reports.completed(
          frame.subject() == null
              ? cell
              : new Cell(cell.series(), null, Map.of(), cell.firstDay(), cell.lastDay()));
    }
  }

  /** All of it: the headline's. */
  WindowScan whole() {
    return whole;
  }

  /** What is judged: each subject's share with {@code forEach}, else all of it. */
  List<WindowScan> judged() {
    return bySubject.isEmpty() ? List.of(whole) : List.copyOf(bySubject.values());
  }

  /** Those whose shares are judged, in the same order; empty without {@code forEach}. */
  List<String> subjects() {
    return List.copyOf(bySubject.keySet());
  }

  /** Each listed value's share, in their order; empty without {@code disaggregateBy}. */
  Map<String, WindowScan> cells() {
    return byCell;
  }

  @Nullable Coverage coverage() {
    return reports.coverage();
  }
}
