package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.spy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.Contribution.Observation;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.SummaryCodec;
import si.kazalnik.indicator.domain.window.Days;

/** What was read a moment ago is what the store holds, and costs no second reading. */
class RecentCellsTest {

  private static final LocalDate START = LocalDate.of(2025, 12, 20);
  private static final Days MONTHS = new Days(START, START.plusDays(70));

  private final KeyValueStore<Bytes, byte[]> store = spy(store());
  // What the store should hold, by the key of the store.
  private final TreeMap<Bytes, Held> held = new TreeMap<>();

  private record Held(String indicator, long since, Cell cell, DaySummary summary) {}

  private static KeyValueStore<Bytes, byte[]> store() {
    KeyValueStore<Bytes, byte[]> made = Stores.inMemoryKeyValueStore("cells").get();
    made.init(new MockProcessorContext<Bytes, byte[]>().getStateStoreContext(), made);
    return made;
  }

  private static Cell cell(String series, LocalDate first, LocalDate last, String station) {
    return new Cell(series, null, Map.of("station", station), first, last);
  }

  // Every third keeps its values, too.
  private static DaySummary summary(int value) {
    return DaySummary.of(
        new Kept(false, value % 3 == 0),
        List.of(
            new Observation(Instant.EPOCH, "u", "m-" + value, BigDecimal.valueOf(value), null)));
  }

  private void put(
      RecentCells recent, String indicator, Cell cell, int partition, long since, int value) {
    Bytes key =
        Bytes.wrap(CellKeys.write(new BytesOut().id(indicator), cell).raw(partition).done());
    DaySummary summary = summary(value);
    byte[] bytes = new BytesOut().fixedLong(since).raw(SummaryCodec.write(summary)).done();
    store.put(key, bytes);
    recent.changed(indicator, cell, key, bytes);
    held.put(key, new Held(indicator, since, cell, summary));
  }

  private void delete(RecentCells recent, Bytes key) {
    Held gone = held.remove(key);
    store.delete(key);
    recent.changed(gone.indicator(), gone.cell(), key, null);
  }

  /** From and before which days the store was read. */
  private List<List<Bytes>> reads() {
    return mockingDetails(store).getInvocations().stream()
        .filter(each -> each.getMethod().getName().equals("range"))
        .map(each -> List.of(each.<Bytes>getArgument(0), each.<Bytes>getArgument(1)))
        .toList();
  }

  private static Map<Cell, DaySummary> shown(
      RecentCells recent, String indicator, String series, Days days, long since) {
    Map<Cell, DaySummary> shown = new HashMap<>();
    recent.endingOn(
        indicator,
        series,
        days,
        since,
        (cell, summary) -> shown.merge(cell, summary, DaySummary::merge));
    return shown;
  }

  private Map<Cell, DaySummary> expected(String indicator, String series, Days days, long since) {
    Map<Cell, DaySummary> expected = new HashMap<>();
    held.values().stream()
        .filter(each -> each.indicator().equals(indicator) && each.since() >= since)
        .filter(each -> each.cell().series().equals(series))
        .filter(each -> !each.cell().lastDay().isBefore(days.from()))
        .filter(each -> !each.cell().lastDay().isAfter(days.to()))
        .forEach(each -> expected.merge(each.cell(), each.summary(), DaySummary::merge));
    return expected;
  }

  private Map<Cell, DaySummary> shownExactly(
      RecentCells recent, String indicator, String series, LocalDate day, long since) {
    Map<Cell, DaySummary> shown = new HashMap<>();
    recent.exactly(
        indicator,
        series,
        day.minusDays(6),
        day,
        since,
        (cell, summary) -> shown.merge(cell, summary, DaySummary::merge));
    return shown;
  }

  private Map<Cell, DaySummary> expectedExactly(
      String indicator, String series, LocalDate day, long since) {
    Map<Cell, DaySummary> expected = expected(indicator, series, new Days(day, day), since);
    expected.keySet().removeIf(cell -> !cell.firstDay().equals(day.minusDays(6)));
    return expected;
  }

  @ParameterizedTest
  @CsvSource({
    "everything is kept,         8000000",
    "what was read last is kept,  300000",
    "some days hold too much,      20000",
    "nothing is kept,                  0"
  })
  void whatever_changes_what_the_store_holds_is_shown(String what, int most) {
    Random random = new Random(most);
    RecentCells recent = new RecentCells(store, most);
    List<String> names = List.of("i", "i-2");
    int compared = 0;
    for (int step = 0; step < 4_000; step++) {
      String indicator = names.get(random.nextInt(2));
      String series = names.get(random.nextInt(2));
      LocalDate day = START.plusDays(random.nextInt(60));
      long since = random.nextInt(3);
      switch (random.nextInt(8)) {
        case 0 -> {
          if (!held.isEmpty()) {
            delete(recent, new ArrayList<>(held.keySet()).get(random.nextInt(held.size())));
          }
        }
        case 1 -> {
          // Some begin before there was anything, some are longer than what is kept.
          LocalDate from =
              random.nextInt(9) == 0 ? LocalDate.MIN : day.minusDays(random.nextInt(500));
          Days days = new Days(from, day.plusDays(random.nextInt(20)));
          assertThat(shown(recent, indicator, series, days, since))
              .as("%s, step %d, %s", what, step, days)
              .isEqualTo(expected(indicator, series, days, since));
          assertThat(shownExactly(recent, indicator, series, day, since))
              .as("%s, step %d, %s", what, step, day)
              .isEqualTo(expectedExactly(indicator, series, day, since));
          compared++;
        }
        default -> {
          LocalDate first = random.nextInt(5) == 0 ? day.minusDays(6) : day;
          Cell cell = cell(series, first, day, "st-" + random.nextInt(3));
          put(recent, indicator, cell, random.nextInt(3), since, step);
        }
      }
      assertThat(recent.size()).as("%s, step %d", what, step).isBetween(0L, (long) most);
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void its_size_is_that_of_what_it_would_read_anew() {
    Random random = new Random(7);
    RecentCells changing = new RecentCells(store, 8_000_000);
    shown(changing, "i", "s", MONTHS, 0);
    for (int step = 0; step < 2_000; step++) {
      if (random.nextInt(3) == 0 && !held.isEmpty()) {
        delete(changing, new ArrayList<>(held.keySet()).get(random.nextInt(held.size())));
      } else {
        LocalDate day = START.plusDays(random.nextInt(60));
        put(changing, "i", cell("s", day, day, "a"), random.nextInt(5), 0, step);
      }
    }

    RecentCells anew = new RecentCells(store, 8_000_000);
    shown(anew, "i", "s", MONTHS, 0);

    assertThat(changing.size()).isEqualTo(anew.size()).isGreaterThan(40_000);
  }

  @Test
  void what_has_been_read_is_not_read_again_even_where_it_has_changed_since() {
    RecentCells recent = new RecentCells(store, 1_000_000);
    put(recent, "i", cell("s", START, START, "a"), 1, 0, 1);
    shown(recent, "i", "s", MONTHS, 0);
    assertThat(reads()).hasSize(1);

    put(recent, "i", cell("s", START, START, "a"), 1, 0, 2);
    put(recent, "i", cell("s", START.plusDays(40), START.plusDays(40), "b"), 2, 0, 3);

    assertThat(shown(recent, "i", "s", MONTHS, 0))
        .hasSize(2)
        .isEqualTo(expected("i", "s", MONTHS, 0));
    assertThat(reads()).hasSize(1);
  }

  @Test
  void only_the_days_are_read_that_are_not_known() {
    RecentCells recent = new RecentCells(store, 1_000_000);
    shown(recent, "i", "s", new Days(START.plusDays(3), START.plusDays(5)), 0);

    shown(recent, "i", "s", new Days(START, START.plusDays(9)), 0);

    assertThat(reads())
        .containsExactly(
            range(START.plusDays(3), START.plusDays(6)),
            range(START, START.plusDays(3)),
            range(START.plusDays(6), START.plusDays(10)));
  }

  @Test
  void a_day_with_too_many_cells_is_read_each_time_and_no_other() {
    RecentCells recent = new RecentCells(store, 100_000);
    for (int each = 0; each < 200; each++) {
      put(recent, "i", cell("s", START, START, "st-" + each), 1, 0, each);
    }
    Days days = new Days(START.minusDays(2), START.plusDays(2));
    shown(recent, "i", "s", days, 0);
    int before = reads().size();

    assertThat(shown(recent, "i", "s", days, 0)).hasSize(200);

    assertThat(reads().subList(before, reads().size()))
        .containsExactly(range(START, START.plusDays(1)));
  }

  /** A window that is larger than the memory must not fill the heap while it is read. */
  @Test
  void a_day_is_shown_before_the_next_one_is_read() {
    RecentCells recent = new RecentCells(store, 1_000_000);
    for (int each = 0; each < 40; each++) {
      LocalDate day = START.plusDays(each / 4);
      put(recent, "i", cell("s", day, day, "st-" + each), 1, 0, each);
    }
    AtomicInteger read = new AtomicInteger();
    doAnswer(
            call -> {
              KeyValueIterator<?, ?> entries = spy((KeyValueIterator<?, ?>) call.callRealMethod());
              doAnswer(
                      next -> {
                        read.incrementAndGet();
                        return next.callRealMethod();
                      })
                  .when(entries)
                  .next();
              return entries;
            })
        .when(store)
        .range(any(), any());

    AtomicInteger shown = new AtomicInteger();
    recent.endingOn(
        "i",
        "s",
        MONTHS,
        0,
        (cell, summary) -> assertThat(read.get()).isEqualTo((shown.getAndIncrement() / 4 + 1) * 4));
    assertThat(shown).hasValue(40);
  }

  @Test
  void of_a_stretch_that_outgrows_it_the_beginning_is_read_once() {
    RecentCells recent = new RecentCells(store, 60_000);
    for (int each = 0; each < 70; each++) {
      LocalDate day = START.plusDays(each);
      put(recent, "i", cell("s", day, day, "a"), 1, 0, each);
    }
    shown(recent, "i", "s", MONTHS, 0);
    int before = reads().size();

    assertThat(shown(recent, "i", "s", MONTHS, 0)).isEqualTo(expected("i", "s", MONTHS, 0));

    List<List<Bytes>> again = reads().subList(before, reads().size());
    assertThat(again)
        .isNotEmpty()
        .allMatch(each -> each.get(0).compareTo(CellKeys.from("i", "s", START.plusDays(20))) > 0);
  }

  private static List<Bytes> range(LocalDate from, LocalDate before) {
    return List.of(CellKeys.from("i", "s", from), CellKeys.from("i", "s", before));
  }
}
