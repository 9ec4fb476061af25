package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.domain.evaluation.Cells;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.SummaryCodec;

/**
 * What one partition of stage two keeps of its indicators' series: for each indicator, cell and
 * partition of stage one the summary that came last.
 */
final class CellBook {

  private final KeyValueStore<Bytes, byte[]> store;

  CellBook(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Takes a summary instead of the one before it. */
  void take(String indicator, Update update) {
    Bytes key =
        Bytes.wrap(
            CellKeys.write(new BytesOut().id(indicator), update.cell())
                .raw(update.partition())
                .done());
    Bytes now = update.summary();
    if (now == null) {
      store.delete(key);
    } else {
      store.put(key, new BytesOut().fixedLong(update.since()).raw(now.get()).done());
    }
  }

  /** An indicator's cells; those sent for a use of a series that has ended are not seen. */
  Cells of(String indicator, Routing routing) {
    return new Visible(indicator, routing);
  }

  /** The first day on which the indicator has anything of the series, or null. */
  @Nullable LocalDate earliest(String indicator, String series) {
    byte[] prefix = new BytesOut().id(indicator).id(series).done();
    try (KeyValueIterator<Bytes, byte[]> cells =
        store.prefixScan(Bytes.wrap(prefix), new BytesSerializer())) {
      return cells.hasNext() ? cell(cells.next()).lastDay() : null;
    }
  }

  private static Cell cell(KeyValue<Bytes, byte[]> entry) {
    BytesIn in = new BytesIn(entry.key.get());
    in.id();
    return CellKeys.read(in);
  }

  private final class Visible implements Cells {

    private final String indicator;
    private final Routing routing;

    Visible(String indicator, Routing routing) {
      this.indicator = indicator;
      this.routing = routing;
    }

    @Override
    public void within(
        String series,
        LocalDate from,
        LocalDate to,
        BiConsumer<? super Cell, ? super DaySummary> visitor) {
      long since = routing.since(series, indicator);
      try (KeyValueIterator<Bytes, byte[]> cells =
          store.range(start(series, from), start(series, to.plusDays(1)))) {
        while (cells.hasNext()) {
          KeyValue<Bytes, byte[]> each = cells.next();
          Cell cell = cell(each);
          if (cell.liesWithin(from, to)) {
            show(cell, each.value, since, visitor);
          }
        }
      }
    }

    @Override
    public void exactly(
        String series,
        LocalDate first,
        LocalDate last,
        BiConsumer<? super Cell, ? super DaySummary> visitor) {
      long since = routing.since(series, indicator);
      byte[] prefix = new BytesOut().id(indicator).id(series).day(last).day(first).done();
      try (KeyValueIterator<Bytes, byte[]> cells =
          store.prefixScan(Bytes.wrap(prefix), new BytesSerializer())) {
        while (cells.hasNext()) {
          KeyValue<Bytes, byte[]> each = cells.next();
          show(cell(each), each.value, since, visitor);
        }
      }
    }

    private Bytes start(String series, LocalDate day) {
      return Bytes.wrap(new BytesOut().id(indicator).id(series).day(day).done());
    }

    private static void show(
        Cell cell, byte[] value, long since, BiConsumer<? super Cell, ? super DaySummary> visitor) {
      BytesIn in = new BytesIn(value);
      if (in.fixedLong() >= since) {
        visitor.accept(cell, SummaryCodec.readSummary(in.rest()));
      }
    }
  }
}
