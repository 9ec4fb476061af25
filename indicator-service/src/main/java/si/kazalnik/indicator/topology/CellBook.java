package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.domain.evaluation.Cells;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.window.Days;

/**
 * What one partition of stage two keeps of its indicators' series: for each indicator, cell and
 * partition of stage one the summary that came last.
 */
final class CellBook {

  private final KeyValueStore<Bytes, byte[]> store;
  private final RecentCells recent;
  private final SubjectCells subjects;
  private final RollUps rollUps;

  CellBook(
      KeyValueStore<Bytes, byte[]> store,
      KeyValueStore<Bytes, byte[]> bySubject,
      KeyValueStore<Bytes, byte[]> rolledUp,
      long mostMemory) {
    this.store = store;
    this.recent = new RecentCells(store, mostMemory);
    this.subjects = new SubjectCells(bySubject);
    this.rollUps = new RollUps(rolledUp, recent::endingOn);
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
    byte[] value = now == null ? null : CellValues.of(update.since(), now.get());
    if (value == null) {
      store.delete(key);
    } else {
      store.put(key, value);
    }
    recent.changed(indicator, update.cell(), key, value);
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
      return cells.hasNext() ? CellKeys.ofIndicators(cells.next().key).lastDay() : null;
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
      recent.endingOn(
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
      recent.exactly(indicator, series, first, last, routing.since(series, indicator), visitor);
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
