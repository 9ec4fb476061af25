package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.window.Days;

/**
 * The days of cells that were read last, each cell with its parts merged, so that what a few events
 * change does not make all that lies around them be read from disk and merged again. It repeats
 * what the store holds and decides nothing: empty, it would only be slower. It lives no longer than
 * the work of the partition that fills it.
 *
 * <p>A day with very many cells is not kept; neither is a stretch of more than a year, which is
 * read once in a while.
 */
final class RecentCells {

  // Of the heap, all partitions of an instance together.
  private static final int SHARE_OF_HEAP = 6;
  private static final int SHARE_OF_DAY = 4;
  private static final int LONGEST_DAYS = 400;
  // Bytes of the objects around what is counted; of a cell with what it comes to, merged.
  private static final int AROUND_PART = 24;
  private static final int AROUND_CELL = 1_200;
  private static final int AROUND_DAY = 400;

  private final KeyValueStore<Bytes, byte[]> store;
  private final long most;
  private final Map<Place, Day> days = new LinkedHashMap<>(64, 0.75f, true);
  private long size;
  private long showing;

  /**
   * Of a store, with nothing read yet.
   *
   * @param most bytes of memory, about; a day may have a quarter
   */
  RecentCells(KeyValueStore<Bytes, byte[]> store, long most) {
    this.store = store;
    this.most = most;
  }

  /** What each of so many partitions may have. */
  static long most(int partitions) {
    return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / partitions;
  }

  /** Bytes that are held, about. */
  long size() {
    return size;
  }

  private record Place(String indicator, String series, LocalDate lastDay) {}

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
              .map(part -> part == null ? null : CellValues.sentSince(part, since))
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

  private final class Day {
    /** By the store's keys without the partition; null where they are too large. */
    private @Nullable Map<Bytes, Together> cells = new LinkedHashMap<>();

    private long size = AROUND_DAY;
    // The number of the showing in which it was shown last.
    private long shownIn;

    void put(Cell cell, Bytes key, byte @Nullable [] value) {
      Map<Bytes, Together> held = cells;
      if (held == null) {
        return;
      }
      int end = key.get().length - 1;
      Bytes ofCell = Bytes.wrap(Arrays.copyOf(key.get(), end));
      Together together = held.get(ofCell);
      if (together == null) {
        together = new Together(cell);
        held.put(ofCell, together);
        size += AROUND_CELL + end;
      }
      size += together.put(key.get()[end], value);
      if (together.isEmpty()) {
        held.remove(ofCell);
        size -= AROUND_CELL + end;
      }
      if (size > most / SHARE_OF_DAY) {
        cells = null;
        size = AROUND_DAY;
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
    Day day = days.get(new Place(indicator, cell.series(), cell.lastDay()));
    if (day != null) {
      long before = day.size;
      day.put(cell, key, value);
      size += day.size - before;
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
    Days span = asked.from().isBefore(Days.EARLIEST) ? new Days(Days.EARLIEST, asked.to()) : asked;
    if (span.from().plusDays(LONGEST_DAYS).isBefore(span.to())) {
      scan(indicator, series, span, since, visitor);
      return;
    }
    showing++;
    LocalDate date = span.from();
    while (!date.isAfter(span.to())) {
      Place place = new Place(indicator, series, date);
      Day day = days.get(place);
      if (day == null) {
        LocalDate next = date.plusDays(1);
        while (!next.isAfter(span.to()) && !days.containsKey(new Place(indicator, series, next))) {
          next = next.plusDays(1);
        }
        load(indicator, series, new Days(date, next.minusDays(1)), since, visitor);
        date = next;
      } else {
        day.shownIn = showing;
        show(place, day, since, visitor);
        date = date.plusDays(1);
      }
    }
  }

  /** Shows every cell whose first and last day are these, with what was sent since then. */
  void exactly(
      String indicator,
      String series,
      LocalDate first,
      LocalDate last,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    Day day = days.get(new Place(indicator, series, last));
    Map<Bytes, Together> cells = day == null ? null : day.cells;
    if (cells != null) {
      for (Together each : cells.values()) {
        if (each.cell.firstDay().equals(first)) {
          each.show(since, visitor);
        }
      }
      return;
    }
    byte[] prefix = new BytesOut().id(indicator).id(series).day(last).day(first).done();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(Bytes.wrap(prefix), new BytesSerializer())) {
      while (entries.hasNext()) {
        show(entries.next(), since, visitor);
      }
    }
  }

  /** Days that are not known: one at a time, so that no more memory is taken than is said. */
  private void load(
      String indicator,
      String series,
      Days stretch,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    try (KeyValueIterator<Bytes, byte[]> entries = entries(indicator, series, stretch)) {
      Cell next = nextCell(entries);
      for (LocalDate date = stretch.from(); !date.isAfter(stretch.to()); date = date.plusDays(1)) {
        Day day = new Day();
        while (next != null && next.lastDay().equals(date)) {
          KeyValue<Bytes, byte[]> entry = entries.next();
          day.put(next, entry.key, entry.value);
          next = nextCell(entries);
        }
        Place place = new Place(indicator, series, date);
        show(place, day, since, visitor);
        keep(place, day);
      }
    }
  }

  private static @Nullable Cell nextCell(KeyValueIterator<Bytes, byte[]> entries) {
    return entries.hasNext() ? CellKeys.ofIndicators(entries.peekNextKey()) : null;
  }

  private void show(
      Place place, Day day, long since, BiConsumer<? super Cell, ? super DaySummary> visitor) {
    Map<Bytes, Together> cells = day.cells;
    if (cells == null) {
      Days alone = new Days(place.lastDay(), place.lastDay());
      scan(place.indicator(), place.series(), alone, since, visitor);
    } else {
      cells.values().forEach(each -> each.show(since, visitor));
    }
  }

  /**
   * Not instead of what was shown just before: a stretch that outgrows the memory would push out
   * its own beginning, and be read whole each time.
   */
  private void keep(Place place, Day day) {
    Iterator<Day> eldest = days.values().iterator();
    while (size + day.size > most && eldest.hasNext()) {
      Day old = eldest.next();
      if (old.shownIn == showing) {
        return;
      }
      size -= old.size;
      eldest.remove();
    }
    if (size + day.size <= most) {
      day.shownIn = showing;
      days.put(place, day);
      size += day.size;
    }
  }

  private void trim() {
    Iterator<Day> eldest = days.values().iterator();
    while (size > most && eldest.hasNext()) {
      size -= eldest.next().size;
      eldest.remove();
    }
  }

  private void scan(
      String indicator,
      String series,
      Days span,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    try (KeyValueIterator<Bytes, byte[]> entries = entries(indicator, series, span)) {
      entries.forEachRemaining(entry -> show(entry, since, visitor));
    }
  }

  private static void show(
      KeyValue<Bytes, byte[]> entry,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    DaySummary summary = CellValues.sentSince(entry.value, since);
    if (summary != null) {
      visitor.accept(CellKeys.ofIndicators(entry.key), summary);
    }
  }

  private KeyValueIterator<Bytes, byte[]> entries(String indicator, String series, Days span) {
    return store.range(
        CellKeys.from(indicator, series, span.from()),
        // Ranges include their end; no cell's key ends with its day.
        CellKeys.from(indicator, series, span.to().plusDays(1)));
  }
}
