package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.by;
import static si.kazalnik.indicator.topology.Events.corrected;
import static si.kazalnik.indicator.topology.Events.recorded;
import static si.kazalnik.indicator.topology.Events.withdrawn;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.calendar.ReportingPeriod;

/**
 * Windows over years, which are read from summaries by month and year, against sums over all that
 * is known: whatever changed last, and however long ago it was.
 */
class LongWindowsTest {

  private static final int DAYS = 1_000;
  private static final String INDICATORS =
      indicator("start", "{series: visits, aggregate: SUM, window: SINCE_START}", "MONTH")
          + indicator("year", "{series: visits, aggregate: SUM, window: YEAR_TO_DATE}", "MONTH")
          + indicator("rolling", "{series: visits, aggregate: SUM, window: ROLLING(12)}", "MONTH")
          + indicator("annual", "{series: visits, aggregate: SUM}", "YEAR")
          + indicator(
              "weekly",
              "{series: visits, aggregate: MAX, window: SINCE_START}",
              "WEEK, from: 2027-01-01");

  private static String indicator(String id, String input, String frequency) {
    return """
      - id: %s
        title: {en: %s}
        measures: [measure]
        owner: office
        unit: things
        decimals: 0
        polarity: NONE
        inputs: {x: %s}
        reporting: {frequency: %s}
        target: none
    """
        .formatted(id, id, input, frequency);
  }

  /** What is known of a measurement; without a day once it was withdrawn. */
  private record Visit(int revision, @Nullable LocalDate day, int value) {

    boolean isIn(BiPredicate<LocalDate, ReportingPeriod> window, ReportingPeriod period) {
      return day != null && window.test(day, period);
    }
  }

  @Test
  void every_window_is_the_sum_of_what_is_known_in_it(@TempDir Path folder) {
    Random random = new Random(20_250_101);
    Map<String, Visit> known = new LinkedHashMap<>();
    try (Bench bench = new Bench(folder, "2027-11-15T12:00:00Z", Duration.ofDays(9_999))) {
      bench.publish(Town.with(INDICATORS));
      for (int round = 0; round < 3; round++) {
        for (int n = 0; n < 12; n++) {
          change(bench, random, known);
        }
        bench.settle();
        check(bench, known, round);
      }
      bench.balance();
    }
  }

  private static void change(Bench bench, Random random, Map<String, Visit> known) {
    int kind = known.isEmpty() ? 0 : random.nextInt(4);
    String id = "m" + (kind < 2 ? known.size() : random.nextInt(known.size()));
    int revision = kind < 2 ? 1 : 2 + random.nextInt(1_000_000);
    LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(DAYS));
    int value = random.nextInt(1_000);
    String at = day + "T10:00:00Z";
    Map<String, String> part = Map.of("part", "abc".substring(random.nextInt(3)).substring(0, 1));
    bench.send(
        switch (kind) {
          case 3 -> withdrawn(id, revision);
          case 2 -> by(corrected(id, revision, "visits", at, String.valueOf(value)), null, part);
          default -> by(recorded(id, "visits", at, String.valueOf(value)), null, part);
        });
    known.merge(
        id,
        new Visit(revision, kind == 3 ? null : day, value),
        (old, now) -> now.revision() > old.revision() ? now : old);
  }

  private static void check(Bench bench, Map<String, Visit> known, int round) {
    BiPredicate<LocalDate, ReportingPeriod> upTo = (day, period) -> !day.isAfter(period.end());
    for (String month : new String[] {"2025-01", "2025-12", "2026-06", "2027-11"}) {
      ReportingPeriod period = ReportingPeriod.parse(month).orElseThrow();
      sum(bench, known, "start", period, (day, of) -> upTo.test(day, of), round);
      sum(
          bench,
          known,
          "year",
          period,
          (day, of) -> upTo.test(day, of) && day.getYear() == of.end().getYear(),
          round);
      if (!month.equals("2025-01")) {
        sum(
            bench,
            known,
            "rolling",
            period,
            (day, of) -> upTo.test(day, of) && day.isAfter(of.start().minusMonths(11).minusDays(1)),
            round);
      }
    }
    for (String year : new String[] {"2025", "2026", "2027"}) {
      ReportingPeriod period = ReportingPeriod.parse(year).orElseThrow();
      sum(bench, known, "annual", period, (day, of) -> of.contains(day), round);
    }
    ReportingPeriod week = ReportingPeriod.parse("2027-W30").orElseThrow();
    known.values().stream()
        .filter(visit -> visit.isIn(upTo, week))
        .mapToInt(Visit::value)
        .max()
        .ifPresent(
            max ->
                assertThat(bench.latest("weekly", "2027-W30").value())
                    .as("weekly, round %d", round)
                    .isEqualByComparingTo(BigDecimal.valueOf(max)));
  }

  private static void sum(
      Bench bench,
      Map<String, Visit> known,
      String indicator,
      ReportingPeriod period,
      BiPredicate<LocalDate, ReportingPeriod> in,
      int round) {
    long count = known.values().stream().filter(visit -> visit.isIn(in, period)).count();
    long sum =
        known.values().stream()
            .filter(visit -> visit.isIn(in, period))
            .mapToLong(Visit::value)
            .sum();
    assertThat(bench.latest(indicator, period.toString()).measurements())
        .as("%s %s, round %d", indicator, period, round)
        .isEqualTo(count);
    if (count > 0) {
      assertThat(bench.latest(indicator, period.toString()).value())
          .as("%s %s, round %d", indicator, period, round)
          .isEqualByComparingTo(BigDecimal.valueOf(sum));
    }
  }
}
