package si.kazalnik.indicator.domain.window;

import java.time.LocalDate;
import si.kazalnik.indicator.domain.summary.Cell;

/** Consecutive local days, both inclusive. */
public record Days(LocalDate from, LocalDate to) {

  /** No measurement is older: events before 1990 are refused. */
  public static final LocalDate EARLIEST = LocalDate.EPOCH;

  /** Every day on which a measurement may lie. */
  public static final Days ALL = new Days(EARLIEST, LocalDate.of(9999, 12, 31));

  /** Whether the cell counts in a window of these days: it lies on them wholly. */
  public boolean hold(Cell cell) {
    return cell.liesWithin(from, to);
  }

  /** From the earlier beginning to the later end. */
  public Days span(Days other) {
    return new Days(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }
}
