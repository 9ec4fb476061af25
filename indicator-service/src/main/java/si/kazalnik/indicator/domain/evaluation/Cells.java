package si.kazalnik.indicator.domain.evaluation;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;

/**
 * What is kept of an indicator's series. A cell may come in several parts, in any order; a coarser
 * roll-up may stand for cells that it holds wholly.
 */
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
}
