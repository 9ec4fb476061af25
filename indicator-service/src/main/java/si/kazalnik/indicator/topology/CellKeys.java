package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import si.kazalnik.indicator.domain.summary.Cell;

/** Cells as keys of stores: they sort by series, then by the day on which they lie. */
final class CellKeys {

  private CellKeys() {}

  static byte[] of(Cell cell) {
    return write(new BytesOut(), cell).done();
  }

  static BytesOut write(BytesOut out, Cell cell) {
    return out.id(cell.series())
        .day(cell.lastDay())
        .day(cell.firstDay())
        .optionalText(cell.subject())
        .texts(cell.dimensions());
  }

  static Cell read(BytesIn in) {
    String series = in.id();
    LocalDate last = in.day();
    LocalDate first = in.day();
    return new Cell(series, in.optionalText(), in.texts(), first, last);
  }

  /** Where an indicator's cells of a series begin whose last day is that or later. */
  static Bytes from(String indicator, String series, LocalDate day) {
    return Bytes.wrap(new BytesOut().id(indicator).id(series).day(day).done());
  }

  /** The cell of a key that begins with its indicator. */
  static Cell ofIndicators(Bytes key) {
    BytesIn in = new BytesIn(key.get());
    in.id();
    return read(in);
  }

  static Cell of(byte[] key) {
    return read(new BytesIn(key));
  }

  /** What follows every key that begins with these bytes. */
  static byte[] after(byte[] prefix) {
    byte[] end = prefix.clone();
    // No prefix of ours ends in 0xFF: ids and lengths of texts end them.
    end[end.length - 1]++;
    return end;
  }
}
