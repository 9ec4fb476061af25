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

/**
 * The cells of {@code ON_EVENT} indicators once more, by subject: a period reads what bears its
 * subject, and not all that ever came.
 */
final class SubjectCells {

  private final KeyValueStore<Bytes, byte[]> store;

  SubjectCells(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  void put(String indicator, Cell cell, int partition, byte @Nullable [] value) {
    Bytes key =
        Bytes.wrap(
            prefix(indicator, cell.series(), cell.subject())
                .day(cell.lastDay())
                .day(cell.firstDay())
                .texts(cell.dimensions())
                .raw(partition)
                .done());
    if (value == null) {
      store.delete(key);
    } else {
      store.put(key, value);
    }
  }

  private static BytesOut prefix(String indicator, String series, @Nullable String subject) {
    return new BytesOut().id(indicator).id(series).optionalText(subject);
  }

  /** Those of the subject, and the completions that speak of nobody in particular. */
  Cells of(String indicator, String subject, Routing routing) {
    return new Cells() {
      @Override
      public void within(
          String series,
          LocalDate from,
          LocalDate to,
          BiConsumer<? super Cell, ? super DaySummary> visitor) {
        visit(
            prefix(indicator, series, subject),
            routing.since(series, indicator),
            (cell, summary) -> {
              if (cell.liesWithin(from, to)) {
                visitor.accept(cell, summary);
              }
            });
      }

      @Override
      public void exactly(
          String series,
          LocalDate first,
          LocalDate last,
          BiConsumer<? super Cell, ? super DaySummary> visitor) {
        long since = routing.since(series, indicator);
        visit(prefix(indicator, series, null).day(last).day(first), since, visitor);
        visit(prefix(indicator, series, subject).day(last).day(first), since, visitor);
      }
    };
  }

  private void visit(
      BytesOut prefix, long since, BiConsumer<? super Cell, ? super DaySummary> visitor) {
    try (KeyValueIterator<Bytes, byte[]> cells =
        store.prefixScan(Bytes.wrap(prefix.done()), new BytesSerializer())) {
      while (cells.hasNext()) {
        KeyValue<Bytes, byte[]> each = cells.next();
        DaySummary summary = CellValues.sentSince(each.value, since);
        if (summary != null) {
          visitor.accept(cell(each.key.get()), summary);
        }
      }
    }
  }

  private static Cell cell(byte[] key) {
    BytesIn in = new BytesIn(key);
    in.id();
    String series = in.id();
    String subject = in.optionalText();
    LocalDate last = in.day();
    LocalDate first = in.day();
    return new Cell(series, subject, in.texts(), first, last);
  }
}
