package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
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

  /** Where each reading of the store by a range began. */
  private List<Bytes> daysRead() {
    return mockingDetails(store).getInvocations().stream()
        .filter(each -> each.getMethod().getName().equals("range"))
        .map(each -> each.<Bytes>getArgument(0))
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

  @ParameterizedTest
  @CsvSource({
    "everything is kept,        8000000",
    "some months are forgotten,  800000",
    "some hold too much,         200000",
    "nothing is kept,                 0"
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
      switch (random.nextInt(8)) {
        case 0 -> {
          if (!held.isEmpty()) {
            delete(recent, new ArrayList<>(held.keySet()).get(random.nextInt(held.size())));
          }
        }
        case 1 -> {
          long since = random.nextInt(3);
          // Some begin before there was anything, some are longer than what is kept.
          LocalDate from =
              random.nextInt(9) == 0 ? LocalDate.MIN : day.minusDays(random.nextInt(500));
          Days days = new Days(from, day.plusDays(random.nextInt(20)));
          assertThat(shown(recent, indicator, series, days, since))
              .as("%s, step %d, %s", what, step, days)
              .isEqualTo(expected(indicator, series, days, since));
          compared++;
        }
        default -> {
          LocalDate first = random.nextInt(5) == 0 ? day.minusDays(6) : day;
          Cell cell = cell(series, first, day, "st-" + random.nextInt(3));
          put(recent, indicator, cell, random.nextInt(3), random.nextInt(3), step);
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void what_has_been_read_is_not_read_again_even_where_it_has_changed_since() {
    RecentCells recent = new RecentCells(store, 1_000_000);
    put(recent, "i", cell("s", START, START, "a"), 1, 0, 1);
    shown(recent, "i", "s", MONTHS, 0);
    List<Bytes> before = daysRead();

    put(recent, "i", cell("s", START, START, "a"), 1, 0, 2);
    put(recent, "i", cell("s", START.plusDays(40), START.plusDays(40), "b"), 2, 0, 3);

    assertThat(shown(recent, "i", "s", MONTHS, 0))
        .hasSize(2)
        .isEqualTo(expected("i", "s", MONTHS, 0));
    assertThat(before).isNotEmpty();
    assertThat(daysRead()).isEqualTo(before);
  }

  @Test
  void a_month_with_too_many_cells_is_read_by_the_days_that_are_asked_for() {
    RecentCells recent = new RecentCells(store, 100_000);
    for (int each = 0; each < 200; each++) {
      put(recent, "i", cell("s", START, START, "st-" + each), 1, 0, each);
    }
    Days day = new Days(START, START);
    shown(recent, "i", "s", day, 0);
    int before = daysRead().size();

    assertThat(shown(recent, "i", "s", day, 0)).hasSize(200);

    assertThat(daysRead().subList(before, daysRead().size()))
        .containsExactly(CellKeys.from("i", "s", START));
  }
}
