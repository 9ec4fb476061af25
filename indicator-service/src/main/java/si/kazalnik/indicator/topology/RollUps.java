package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.SummaryCodec;
import si.kazalnik.indicator.domain.window.Days;

/**
 * Summaries by month and year, so that a window over years costs a few of them and not its days.
 * They are made of the cells when they are asked for, forgotten when a cell of theirs changes, and
 * never decide anything: with all of them gone every value is the same.
 *
 * <p>A cell belongs to the month and year of its last day. What begins before (a week across New
 * Year) is kept beside the merged, as it is.
 */
final class RollUps {

  /** Reads the cells themselves, by their last days. */
  interface Source {
    void endingOn(
        String indicator,
        String series,
        Days days,
        long since,
        BiConsumer<? super Cell, ? super DaySummary> visitor);
  }

  /** Of which indicator's use of a series. */
  record Stretch(String indicator, String series, long since) {}

  /** A shorter part is read by its days. */
  private static final int WORTHWHILE_DAYS = 62;

  private static final int MOST_CHANGED = 20_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Source source;
  private final Map<String, Boolean> used = new HashMap<>();
  // What has just changed will change again: it is worth keeping only once it rests.
  private final Set<Bytes> changed = new HashSet<>();

  RollUps(KeyValueStore<Bytes, byte[]> store, Source source) {
    this.store = store;
    this.source = source;
  }

  private enum Grain {
    MONTH('M'),
    YEAR('Y');

    private final int code;

    Grain(int code) {
      this.code = code;
    }

    private Days around(LocalDate day) {
      LocalDate from = this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
      LocalDate next = this == MONTH ? from.plusMonths(1) : from.plusYears(1);
      return new Days(from, next.minusDays(1));
    }
  }

  /** A cell has changed: what holds it is not to be used any more. */
  void changed(String indicator, Cell cell) {
    if (!isUsed(indicator)) {
      return;
    }
    if (changed.size() > MOST_CHANGED) {
      changed.clear();
    }
    for (Grain grain : Grain.values()) {
      Bytes marker = marker(indicator, cell.series(), grain, grain.around(cell.lastDay()).to());
      changed.add(marker);
      if (store.get(marker) != null) {
        store.delete(marker);
      }
    }
  }

  private boolean isUsed(String indicator) {
    return used.computeIfAbsent(
        indicator,
        id -> {
          try (KeyValueIterator<Bytes, byte[]> any =
              store.prefixScan(Bytes.wrap(new BytesOut().id(id).done()), new BytesSerializer())) {
            return any.hasNext();
          }
        });
  }

  /** Every cell whose last day is one of these, merged where no border is crossed. */
  void visit(
      Stretch stretch,
      Days days,
      NavigableSet<LocalDate> borders,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    LocalDate from = days.from();
    while (!from.isAfter(days.to())) {
      LocalDate border = borders.higher(from);
      LocalDate to = border == null || border.isAfter(days.to()) ? days.to() : border.minusDays(1);
      part(stretch, new Days(from, to), visitor);
      from = to.plusDays(1);
    }
  }

  private void part(
      Stretch stretch, Days part, BiConsumer<? super Cell, ? super DaySummary> visitor) {
    if (part.from().plusDays(WORTHWHILE_DAYS).isAfter(part.to())) {
      read(stretch, part, visitor);
      return;
    }
    used.put(stretch.indicator(), true);
    LocalDate at = part.from();
    while (!at.isAfter(part.to())) {
      Days year = Grain.YEAR.around(at);
      Days month = Grain.MONTH.around(at);
      LocalDate to;
      if (at.equals(year.from()) && !year.to().isAfter(part.to())) {
        to = year.to();
        rolledUp(stretch, Grain.YEAR, year, visitor);
      } else if (at.equals(month.from()) && !month.to().isAfter(part.to())) {
        to = month.to();
        rolledUp(stretch, Grain.MONTH, month, visitor);
      } else {
        to = month.to().isBefore(part.to()) ? month.to() : part.to();
        read(stretch, new Days(at, to), visitor);
      }
      at = to.plusDays(1);
    }
  }

  private void read(
      Stretch stretch, Days days, BiConsumer<? super Cell, ? super DaySummary> visitor) {
    source.endingOn(stretch.indicator(), stretch.series(), days, stretch.since(), visitor);
  }

  private void rolledUp(
      Stretch stretch,
      Grain grain,
      Days days,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    Bytes marker = marker(stretch.indicator(), stretch.series(), grain, days.to());
    byte[] made = store.get(marker);
    if (made != null && new BytesIn(made).fixedLong() == stretch.since()) {
      kept(stretch.series(), marker, visitor);
      return;
    }
    if (changed.remove(marker)) {
      below(stretch, grain, days, visitor);
      return;
    }
    Map<Cell, DaySummary> merged = merged(stretch, grain, days);
    keep(marker, merged, stretch.since());
    merged.forEach(visitor);
  }

  private void below(
      Stretch stretch,
      Grain grain,
      Days days,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    if (grain == Grain.MONTH) {
      read(stretch, days, visitor);
      return;
    }
    for (LocalDate at = days.from(); !at.isAfter(days.to()); at = at.plusMonths(1)) {
      rolledUp(stretch, Grain.MONTH, Grain.MONTH.around(at), visitor);
    }
  }

  private Map<Cell, DaySummary> merged(Stretch stretch, Grain grain, Days days) {
    Map<Cell, DaySummary> merged = new LinkedHashMap<>();
    below(
        stretch,
        grain,
        days,
        (cell, summary) -> {
          if (summary.count() > 0) {
            Cell whole =
                cell.firstDay().isBefore(days.from())
                    ? cell
                    : new Cell(
                        cell.series(), cell.subject(), cell.dimensions(), days.from(), days.to());
            merged.merge(whole, summary, DaySummary::merge);
          }
        });
    return merged;
  }

  private void keep(Bytes marker, Map<Cell, DaySummary> merged, long since) {
    List<Bytes> old = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found = entries(marker)) {
      found.forEachRemaining(each -> old.add(each.key));
    }
    old.forEach(store::delete);
    merged.forEach(
        (cell, summary) ->
            store.put(
                Bytes.wrap(
                    new BytesOut()
                        .raw(marker.get())
                        .day(cell.firstDay())
                        .day(cell.lastDay())
                        .optionalText(cell.subject())
                        .texts(cell.dimensions())
                        .done()),
                SummaryCodec.write(summary)));
    store.put(marker, new BytesOut().fixedLong(since).done());
  }

  private void kept(
      String series, Bytes marker, BiConsumer<? super Cell, ? super DaySummary> visitor) {
    try (KeyValueIterator<Bytes, byte[]> found = entries(marker)) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> each = found.next();
        BytesIn in = new BytesIn(each.key.get());
        in.raw(marker.get().length);
        LocalDate first = in.day();
        LocalDate last = in.day();
        visitor.accept(
            new Cell(series, in.optionalText(), in.texts(), first, last),
            SummaryCodec.readSummary(each.value));
      }
    }
  }

  // The marker is the beginning of its entries' keys, and comes before them.
  private KeyValueIterator<Bytes, byte[]> entries(Bytes marker) {
    KeyValueIterator<Bytes, byte[]> found = store.prefixScan(marker, new BytesSerializer());
    if (found.hasNext() && found.peekNextKey().equals(marker)) {
      found.next();
    }
    return found;
  }

  private static Bytes marker(String indicator, String series, Grain grain, LocalDate lastDay) {
    return Bytes.wrap(new BytesOut().id(indicator).id(series).raw(grain.code).day(lastDay).done());
  }
}
