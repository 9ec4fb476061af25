package si.kazalnik.indicator.topology;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.domain.summary.Cell;

/**
 * What stage one sends for an indicator: the whole summary that one partition has of a cell.
 *
 * @param partition of stage one
 * @param since the catalogue since which the indicator uses the series without a break
 * @param mark what has happened to the cell since it was last sent
 * @param summary as stored, or null where nothing is left
 * @param bySubject whether the indicator finds the cell by its subject; it may come before the
 *     catalogue that says so
 */
record Update(
    int partition, long since, Mark mark, Cell cell, @Nullable Bytes summary, boolean bySubject) {

  private static final int SCHEMA = 1;

  byte[] bytes() {
    BytesOut out = new BytesOut().raw(SCHEMA).number(partition).number(since);
    return CellKeys.write(mark.write(out), cell)
        .optionalBytes(summary == null ? null : summary.get())
        .raw(bySubject ? 1 : 0)
        .done();
  }

  static Update of(byte[] bytes) {
    BytesIn in = BytesIn.versioned(bytes, SCHEMA);
    return new Update(
        in.count(),
        in.number(),
        Mark.read(in),
        CellKeys.read(in),
        Bytes.wrap(in.optionalBytes()),
        // It was not said at first.
        in.hasMore() && in.raw() == 1);
  }
}
