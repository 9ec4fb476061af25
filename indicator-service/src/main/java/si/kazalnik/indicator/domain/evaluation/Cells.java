package si.kazalnik.indicator.domain.evaluation;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.function.BiConsumer;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.window.Days;

/** What is kept of an indicator's series. A cell may come in several parts, in any order. */
public interface Cells {

  /** Every cell of the series that lies wholly on the days from {@code from} to {@code to}. */
  void within(
      String series,
      LocalDate from,
      LocalDate to,
      BiConsumer<? super Cell, ? super DaySummary> visitor);

  /** Every cell of the series whose first and last days are exactly these. */
  void exactly(
      String series,
      LocalDate first,
      LocalDate last,
      BiConsumer<? super Cell, ? super DaySummary> visitor);

  /**
   * Every cell of the series that lies wholly on the days; those that lie wholly between two
   * neighbouring borders may come merged, by subject and dimensions, into coarser ones that do, so
   * that a long window costs a few summaries and not its days.
   *
   * @param borders first days of parts that are to be told apart
   */
  default void across(
      String series,
      Days days,
      NavigableSet<LocalDate> borders,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    within(series, days.from(), days.to(), visitor);
  }

  /** Only the cells with that subject, and the completions without one. */
  default Cells about(String subject) {
    return new CellsAbout(this, subject);
  }
}
