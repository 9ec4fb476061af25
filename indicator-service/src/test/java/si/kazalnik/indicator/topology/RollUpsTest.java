package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.Contribution.Observation;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.window.Days;

/** "Cost must not grow … with the length of history for an ordinary event." */
class RollUpsTest {

  private static final RollUps.Stretch STRETCH = new RollUps.Stretch("i", "s", 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

  private final TreeMap<LocalDate, DaySummary> days = new TreeMap<>();
  private final AtomicInteger daysRead = new AtomicInteger();
  private final RollUps rollUps = new RollUps(store(), this::read);

  private static KeyValueStore<Bytes, byte[]> store() {
    KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("roll-ups").get();
    store.init(new MockProcessorContext<Bytes, byte[]>().getStateStoreContext(), store);
    return store;
  }

  private void read(
      String indicator,
      String series,
      Days asked,
      long since,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    days.subMap(asked.from(), true, asked.to(), true)
        .forEach(
            (day, summary) -> {
              daysRead.incrementAndGet();
              visitor.accept(cell(day), summary);
            });
  }

  private static Cell cell(LocalDate day) {
    return new Cell("s", null, Map.of(), day, day);
  }

  private void add(LocalDate day) {
    Instant at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    Observation seen = new Observation(at, "u", "m", BigDecimal.ONE, null);
    days.merge(day, DaySummary.EMPTY.plus(seen), DaySummary::merge);
    rollUps.changed("i", cell(day));
  }

  /** Of all until today, with this month apart, as a stock since the start is read. */
  private long countAll(AtomicInteger cells) {
    NavigableSet<LocalDate> borders = new TreeSet<>();
    borders.add(TODAY.withDayOfMonth(1));
    AtomicLong count = new AtomicLong();
    rollUps.visit(
        STRETCH,
        new Days(days.firstKey().withDayOfYear(1), TODAY),
        borders,
        (cell, summary) -> {
          cells.incrementAndGet();
          count.addAndGet(summary.count());
        });
    return count.get();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 30})
  void an_event_of_today_reads_this_months_days_and_one_summary_a_year(int years) {
    for (LocalDate day = TODAY.minusYears(years); !day.isAfter(TODAY); day = day.plusDays(1)) {
      add(day);
    }
    long before = countAll(new AtomicInteger());
    assertThat(countAll(new AtomicInteger())).isEqualTo(before);
    daysRead.set(0);
    AtomicInteger cells = new AtomicInteger();

    add(TODAY);

    assertThat(countAll(cells)).isEqualTo(before + 1).isEqualTo(days.size() + 1L);
    assertThat(daysRead.get()).isEqualTo(TODAY.getDayOfMonth());
    assertThat(cells.get()).isLessThanOrEqualTo(years + 12 + TODAY.getDayOfMonth());
  }

  @Test
  void an_event_of_long_ago_reads_its_own_month_once_more_and_then_no_day() {
    for (LocalDate day = TODAY.minusYears(9); !day.isAfter(TODAY); day = day.plusDays(1)) {
      add(day);
    }
    countAll(new AtomicInteger());
    countAll(new AtomicInteger());
    Map<Integer, Integer> reads = new HashMap<>();

    add(LocalDate.of(2019, 2, 7));

    for (int times = 1; times <= 3; times++) {
      daysRead.set(0);
      assertThat(countAll(new AtomicInteger())).isEqualTo(days.size() + 1L);
      reads.put(times, daysRead.get() - TODAY.getDayOfMonth());
    }
    assertThat(reads).containsEntry(1, 28).containsEntry(3, 0);
  }
}
