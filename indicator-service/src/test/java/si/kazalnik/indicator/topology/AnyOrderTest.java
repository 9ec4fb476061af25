package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.by;
import static si.kazalnik.indicator.topology.Events.completed;
import static si.kazalnik.indicator.topology.Events.corrected;
import static si.kazalnik.indicator.topology.Events.keyed;
import static si.kazalnik.indicator.topology.Events.receivedAt;
import static si.kazalnik.indicator.topology.Events.recorded;
import static si.kazalnik.indicator.topology.Events.withdrawn;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.ValueStatus;

/**
 * "The highest revision wins, in whatever order they arrive"; "nothing depends on the order of
 * arrival, so that replay, rebalance and restart give bit-identical values": the same events in
 * their order, in others, and some of them again, end in the same bytes.
 */
class AnyOrderTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String NOW = "2025-06-15T12:00:00Z";
  private static final String INDICATORS =
      Town.monthly(
                  "cells",
                  "SUM, window: YEAR_TO_DATE",
                  "target: none\n    disaggregateBy: part\n    smallestCell: {input: x, value: 10}")
              .replace("series: s", "series: visits")
          + Town.monthly("ever", "MEAN, window: SINCE_START", "target: {everyPeriod: {value: 9}}")
          + Town.monthly("stock", "LAST, across: MEAN, carryForward: {periods: 2}", "target: none")
          + Town.monthly("keys", "DISTINCT", "target: {everyPeriod: {value: 2}}")
          + Town.monthly("ninety", "PERCENTILE(90), window: ROLLING(2)", "target: none")
          + Town.monthly(
                  "each", "SUM", "target: {everyPeriod: {value: 9}, forEach: {subjects: roster}}")
              .replace("series: s", "series: reports")
          + Town.monthly("about", "COUNT", "target: {everyPeriod: {value: 2}}")
              .replace(
                  "{frequency: MONTH}", "{frequency: ON_EVENT, event: t, dueAfter: {years: 3}}");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_same_events_end_in_the_same_bytes(
      long seed, @TempDir Path inOrder, @TempDir Path shuffled, @TempDir Path slowly) {
    Random random = new Random(seed);
    List<AcceptedMeasurement> events = events(random);
    Map<String, IndicatorValue> expected;
    try (Bench bench = new Bench(inOrder, NOW, GRACE)) {
      bench.publish(Town.with(INDICATORS));
      bench.take(events.toArray(AcceptedMeasurement[]::new));
      expected = bench.state();
      assertThat(expected).hasSizeGreaterThan(50);
    }
    List<AcceptedMeasurement> again = new ArrayList<>(events);
    again.addAll(events.subList(0, events.size() / 4));
    Collections.shuffle(again, random);
    try (Bench bench = new Bench(shuffled, NOW, GRACE)) {
      bench.publish(Town.with(INDICATORS));
      for (AcceptedMeasurement each : again) {
        // "`recordedAt` is never computed with".
        bench.send(receivedAt(each, Events.RECEIVED.plusSeconds(random.nextInt(99_999_999))));
        if (random.nextInt(15) == 0) {
          bench.pass(1);
        }
      }
      bench.settle();
      // Within one second all is one revision: not a byte may be another.
      assertThat(bytes(bench.state())).isEqualTo(bytes(expected));
      bench.balance();
    }
    Collections.shuffle(again, random);
    try (Bench bench = new Bench(slowly, NOW, GRACE)) {
      bench.publish(Town.with(INDICATORS));
      Instant now = Instant.parse(NOW);
      for (AcceptedMeasurement each : again) {
        bench.send(each);
        if (random.nextInt(15) == 0) {
          now = now.plusSeconds(60);
          bench.jumpTo(now.toString());
          bench.pass(1);
        }
      }
      bench.settle();
      Map<String, IndicatorValue> state = bench.state();
      state.replaceAll((name, value) -> withoutHistory(value));
      expected.replaceAll((name, value) -> withoutHistory(value));
      assertThat(bytes(state)).isEqualTo(bytes(expected));
    }
  }

  private static Map<String, String> bytes(Map<String, IndicatorValue> state) {
    Map<String, String> bytes = new TreeMap<>();
    state.forEach(
        (name, value) ->
            bytes.put(
                name,
                new String(ContractJson.write(value), java.nio.charset.StandardCharsets.UTF_8)));
    return bytes;
  }

  /** How often it was restated, when and why are what the order may change. */
  private static IndicatorValue withoutHistory(IndicatorValue of) {
    return new IndicatorValue(
        of.schema(),
        of.indicator(),
        of.period(),
        of.start(),
        of.end(),
        of.dimensions(),
        Math.min(1, of.revision()),
        of.value(),
        of.reason(),
        of.status() == ValueStatus.REVISED ? ValueStatus.FINAL : of.status(),
        null,
        of.performance(),
        of.expected(),
        of.target(),
        of.coverage(),
        of.measurements(),
        Instant.EPOCH,
        of.due(),
        of.closesAt(),
        of.missing(),
        of.milestone(),
        of.deliveredLate(),
        of.tolerance(),
        of.inputs(),
        of.catalogue(),
        of.failing());
  }

  /** Recorded, corrected to something else, withdrawn; completions that come and go; events. */
  private static List<AcceptedMeasurement> events(Random random) {
    List<AcceptedMeasurement> events = new ArrayList<>();
    for (int id = 0; id < 24; id++) {
      int last = 1 + random.nextInt(4);
      for (int revision = 1; revision <= last; revision++) {
        // Some first words are never heard; some are said twice, not alike.
        if (revision > 1 || random.nextInt(6) > 0) {
          events.add(measured(random, "m" + id, revision));
        }
        if (random.nextInt(8) == 0) {
          events.add(measured(random, "m" + id, revision));
        }
      }
      if (last < 4 && random.nextInt(5) == 0) {
        events.add(withdrawn("m" + id, last + 1));
      }
    }
    for (int id = 0; id < 6; id++) {
      String series = List.of("reports", "s", "visits").get(random.nextInt(3));
      String period = List.of("2025-02", "2025-Q1", "2025-05").get(random.nextInt(3));
      String subject = series.equals("reports") && random.nextBoolean() ? "north" : null;
      events.add(by(completed("c" + id, series, period), subject, Map.of()));
      if (random.nextInt(3) == 0) {
        events.add(withdrawn("c" + id, 2));
      }
      events.add(
          by(recorded("e" + id, "t", at(random), "1"), "fair-" + random.nextInt(3), Map.of()));
    }
    return events;
  }

  private static AcceptedMeasurement measured(Random random, String id, int revision) {
    String series = List.of("s", "s", "reports", "visits").get(random.nextInt(4));
    String value = String.valueOf(random.nextInt(25));
    AcceptedMeasurement event =
        revision == 1
            ? recorded(id, series, at(random), value)
            : corrected(id, revision, series, at(random), value);
    return switch (series) {
      case "reports" -> by(event, random.nextBoolean() ? "north" : "south", Map.of());
      case "visits" ->
          by(event, null, Map.of("part", "abc".substring(random.nextInt(3)).substring(0, 1)));
      default -> by(keyed(event, "k" + random.nextInt(5)), "fair-" + random.nextInt(3), Map.of());
    };
  }

  private static String at(Random random) {
    return String.format(
        Locale.ROOT, "2025-%02d-%02dT10:00:00Z", 1 + random.nextInt(5), 1 + random.nextInt(28));
  }
}
