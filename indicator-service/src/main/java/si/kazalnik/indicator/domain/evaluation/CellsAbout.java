package si.kazalnik.indicator.domain.evaluation;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;

/** Of some cells those that concern one subject. */
record CellsAbout(Cells cells, String subject) implements Cells {

  @Override
  public void within(
      String series,
      LocalDate from,
      LocalDate to,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    cells.within(series, from, to, concerned(visitor));
  }

  @Override
  public void exactly(
      String series,
      LocalDate first,
      LocalDate last,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    cells.exactly(series, first, last, concerned(visitor));
  }

  private BiConsumer<Cell, DaySummary> concerned(
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    return (cell, summary) -> {
      if (cell.subject() == null || subject.equals(cell.subject())) {
        visitor.accept(cell, summary);
      }
    };
  }
}
