package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.SummaryCodec;
import si.kazalnik.indicator.domain.window.Days;

/**
 * The months of cells that were read last, each cell with its parts merged, so that what a few
 * events change does not make all that lies around them be read from disk and merged again. It
 * repeats what the store holds and is as good empty: it lives no longer than the partition's
 * assignment.
 *
 * <p>A month with very many cells is not kept; neither is a longer stretch of days, which is read
 * once in a while.
 */
final class RecentCells {

  // Of the heap, all partitions of an instance together.
  private static final int SHARE_OF_HEAP = 8;
  private static final int SHARE_OF_MONTH = 4;
  private static final int LONGEST_DAYS = 400;
  // Bytes of the objects around what is counted.
  private static final int AROUND_PART = 24;
  private static final int AROUND_CELL = 700;
  private static final int AROUND_MONTH = 300;

  private final KeyValueStore<Bytes, byte[]> store;
  private final long most;
  private final Map<Place, Month> months = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /**
   * Of a store, with nothing read yet.
   *
   * @param most bytes of memory, about; a month may have a quarter
   */
  RecentCells(KeyValueStore<Bytes, byte[]> store, long most) {
    this.store = store;
    this.most = most;
  }

  /** What each of so many partitions may have. */
  static long most(int partitions) {
    return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / partitions;
  }

  private record Place(String indicator, String series, YearMonth month) {}

  /** A cell and what each partition of stage one has of it. */
  private static final class Together {
    private final Cell cell;
    private byte[][] parts = new byte[0][];
    private @Nullable DaySummary merged;
    private long mergedSince;

    Together(Cell cell) {
      this.cell = cell;
    }

    /** Returns by how much more memory that takes. */
    int put(int partition, byte @Nullable [] value) {
      if (partition >= parts.length) {
        parts = Arrays.copyOf(parts, partition + 1);
      }
      int more = sizeOf(value) - sizeOf(parts[partition]);
      parts[partition] = value;
      merged = null;
      return more;
    }

    private static int sizeOf(byte @Nullable [] value) {
      return value == null ? 0 : AROUND_PART + value.length;
    }

    boolean isEmpty() {
      return Arrays.stream(parts).allMatch(Objects::isNull);
    }

    void show(long since, BiConsumer<? super Cell, ? super DaySummary> visitor) {
      DaySummary shown = merged;
      if (shown != null && mergedSince == since) {
        visitor.accept(cell, shown);
        return;
      }
      List<DaySummary> sent =
          Arrays.stream(parts)
              .map(part -> part == null ? null : summary(part, since))
              .filter(Objects::nonNull)
              .toList();
      if (sent.stream().allMatch(each -> each.kept().equals(Kept.NOTHING))) {
        shown = sent.stream().reduce(DaySummary::merge).orElse(null);
        merged = shown;
        mergedSince = since;
        if (shown != null) {
          visitor.accept(cell, shown);
        }
      } else {
        // What keeps more than the usual would be as large once more.
        sent.forEach(each -> visitor.accept(cell, each));
      }
    }
  }

  private final class Month {
    /** By last day, then by the store's keys without the partition; null where it is too large. */
    private @Nullable NavigableMap<LocalDate, Map<Bytes, Together>> days = new TreeMap<>();

    private long size = AROUND_MONTH;

    void put(Cell cell, Bytes key, byte @Nullable [] value) {
      if (days == null) {
        return;
      }
      Map<Bytes, Together> day = days.computeIfAbsent(cell.lastDay(), any -> new LinkedHashMap<>());
      int end = key.get().length - 1;
      Bytes ofCell = Bytes.wrap(Arrays.copyOf(key.get(), end));
      Together together = day.get(ofCell);
      if (together == null) {
        together = new Together(cell);
        day.put(ofCell, together);
        size += AROUND_CELL + end;
      }
      size += together.put(key.get()[end], value);
      if (value == null && together.isEmpty()) {
        day.remove(ofCell);
        size -= AROUND_CELL + end;
      }
      if (size > most / SHARE_OF_MONTH) {
        days = null;
        size = AROUND_MONTH;
      }
    }
  }

  /**
   * An entry of the store has changed.
   *
   * @param key of indicator, cell and partition
   * @param value the entry, or null where it is gone
   */
  void changed(String indicator, Cell cell, Bytes key, byte @Nullable [] value) {
    Month month = months.get(new Place(indicator, cell.series(), YearMonth.from(cell.lastDay())));
    if (month != null) {
      long before = month.size;
      month.put(cell, key, value);
      size += month.size - before;
      trim();
    }
  }

  /**
   * Shows every cell whose last day is one of these, with what was sent since then; whole, or in
   * its parts.
   */
  void endingOn(
      String indicator,
      String series,
      Days asked,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    // Days before 1970 would sort last, and there are no measurements of them.
    Days days = asked.from().isBefore(Days.EARLIEST) ? new Days(Days.EARLIEST, asked.to()) : asked;
    if (days.from().plusDays(LONGEST_DAYS).isBefore(days.to())) {
      scan(indicator, series, days, since, visitor);
      return;
    }
    LocalDate from = days.from();
    while (!from.isAfter(days.to())) {
      YearMonth month = YearMonth.from(from);
      LocalDate end = month.atEndOfMonth();
      Days inMonth = new Days(from, end.isBefore(days.to()) ? end : days.to());
      NavigableMap<LocalDate, Map<Bytes, Together>> kept =
          of(new Place(indicator, series, month)).days;
      if (kept == null) {
        scan(indicator, series, inMonth, since, visitor);
      } else {
        kept.subMap(inMonth.from(), true, inMonth.to(), true)
            .values()
            .forEach(day -> day.values().forEach(each -> each.show(since, visitor)));
      }
      from = end.plusDays(1);
    }
  }

  private void scan(
      String indicator,
      String series,
      Days days,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    read(
        indicator,
        series,
        days,
        (key, value) -> {
          DaySummary summary = summary(value, since);
          if (summary != null) {
            visitor.accept(CellKeys.ofIndicators(key), summary);
          }
        });
  }

  private static @Nullable DaySummary summary(byte[] value, long since) {
    BytesIn in = new BytesIn(value);
    return in.fixedLong() < since ? null : SummaryCodec.readSummary(in.rest());
  }

  private Month of(Place place) {
    Month found = months.get(place);
    if (found != null) {
      return found;
    }
    Month made = new Month();
    read(
        place.indicator(),
        place.series(),
        new Days(place.month().atDay(1), place.month().atEndOfMonth()),
        (key, value) -> made.put(CellKeys.ofIndicators(key), key, value));
    months.put(place, made);
    size += made.size;
    trim();
    return made;
  }

  private void trim() {
    Iterator<Month> eldest = months.values().iterator();
    while (size > most && eldest.hasNext()) {
      size -= eldest.next().size;
      eldest.remove();
    }
  }

  private void read(
      String indicator, String series, Days days, BiConsumer<? super Bytes, byte[]> visitor) {
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(
            CellKeys.from(indicator, series, days.from()),
            // Ranges include their end; no cell's key ends with its day.
            CellKeys.from(indicator, series, days.to().plusDays(1)))) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> each = entries.next();
        visitor.accept(each.key, each.value);
      }
    }
  }
}
