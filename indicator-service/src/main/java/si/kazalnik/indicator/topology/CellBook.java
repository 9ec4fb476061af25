package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.util.NavigableSet;
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
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.SummaryCodec;
import si.kazalnik.indicator.domain.window.Days;

/**
 * What one partition of stage two keeps of its indicators' series: for each indicator, cell and
 * partition of stage one the summary that came last.
 */
final class CellBook {

  private final KeyValueStore<Bytes, byte[]> store;
  private final SubjectCells subjects;
  private final RollUps rollUps;

  CellBook(
      KeyValueStore<Bytes, byte[]> store,
      KeyValueStore<Bytes, byte[]> bySubject,
      KeyValueStore<Bytes, byte[]> rolledUp) {
    this.store = store;
    this.subjects = new SubjectCells(bySubject);
    this.rollUps = new RollUps(rolledUp, this::endingOn);
  }

  /**
   * Takes a summary instead of the one before it.
   *
   * @param bySubject whether the indicator is to find its cells by their subjects, too
   */
  void take(String indicator, Update update, boolean bySubject) {
    Bytes key =
        Bytes.wrap(
            CellKeys.write(new BytesOut().id(indicator), update.cell())
                .raw(update.partition())
                .done());
    Bytes now = update.summary();
    byte[] value =
        now == null ? null : new BytesOut().fixedLong(update.since()).raw(now.get()).done();
    if (value == null) {
      store.delete(key);
    } else {
      store.put(key, value);
    }
    rollUps.changed(indicator, update.cell());
    if (bySubject) {
      subjects.put(indicator, update.cell(), update.partition(), value);
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

  /** Every cell whose last day is one of these. */
  private void endingOn(
      String indicator,
      String series,
      Days days,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    try (KeyValueIterator<Bytes, byte[]> cells =
        store.range(
            start(indicator, series, days.from()),
            start(indicator, series, days.to().plusDays(1)))) {
      while (cells.hasNext()) {
        KeyValue<Bytes, byte[]> each = cells.next();
        show(cell(each), each.value, since, visitor);
      }
    }
  }

  private static Bytes start(String indicator, String series, LocalDate day) {
    // Days before 1970 sort last, and there are no measurements of them.
    LocalDate sortable = day.isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : day;
    return Bytes.wrap(new BytesOut().id(indicator).id(series).day(sortable).done());
  }

  static void show(
      Cell cell, byte[] value, long since, BiConsumer<? super Cell, ? super DaySummary> visitor) {
    BytesIn in = new BytesIn(value);
    if (in.fixedLong() >= since) {
      visitor.accept(cell, SummaryCodec.readSummary(in.rest()));
    }
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
      endingOn(
          indicator,
          series,
          new Days(from, to),
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
      byte[] prefix = new BytesOut().id(indicator).id(series).day(last).day(first).done();
      try (KeyValueIterator<Bytes, byte[]> cells =
          store.prefixScan(Bytes.wrap(prefix), new BytesSerializer())) {
        while (cells.hasNext()) {
          KeyValue<Bytes, byte[]> each = cells.next();
          show(cell(each), each.value, since, visitor);
        }
      }
    }

    @Override
    public void across(
        String series,
        Days days,
        NavigableSet<LocalDate> borders,
        BiConsumer<? super Cell, ? super DaySummary> visitor) {
      Routing.Use use = routing.usersOf(series).get(indicator);
      LocalDate earliest = earliest(indicator, series);
      if (use == null || earliest == null || earliest.isAfter(days.to())) {
        return;
      }
      if (!use.needs().equals(Kept.NOTHING)) {
        // Keys and values are exact by the day: merged, they would outgrow a record.
        within(series, days.from(), days.to(), visitor);
        return;
      }
      LocalDate from = earliest.isAfter(days.from()) ? earliest.withDayOfYear(1) : days.from();
      rollUps.visit(
          new RollUps.Stretch(indicator, series, use.since()),
          new Days(from.isBefore(days.from()) ? days.from() : from, days.to()),
          borders,
          (cell, summary) -> {
            if (!cell.firstDay().isBefore(days.from())) {
              visitor.accept(cell, summary);
            }
          });
    }

    @Override
    public Cells about(String subject) {
      return subjects.of(indicator, subject, routing);
    }
  }
}
