package si.kazalnik.indicator.topology;

import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.SummaryCodec;

/** What is stored of a cell's part: the catalogue since which it is for, and its summary. */
final class CellValues {

  private CellValues() {}

  static byte[] of(long since, byte[] summary) {
    return new BytesOut().fixedLong(since).raw(summary).done();
  }

  /** The summary, or null where it was sent for a use before that one. */
  static @Nullable DaySummary sentSince(byte[] value, long since) {
    BytesIn in = new BytesIn(value);
    return in.fixedLong() < since ? null : SummaryCodec.readSummary(in.rest());
  }
}
