package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.IndicatorValue;

/**
 * "add, change and remove indicators, series and owners at run time under load, nothing lost or
 * counted twice": the outcome equals a naive computation from the surviving measurements.
 */
class ChangingCatalogueTest {

  private static final List<String> AGGREGATES =
      List.of("SUM", "COUNT", "MAX", "DISTINCT", "PERCENTILE(50)");
  private static final int MONTHS = 3;

  /** The newest revision of each measurement that was not withdrawn. */
  private final Map<Integer, Measured> surviving = new TreeMap<>();

  private final Map<Integer, Integer> revisions = new TreeMap<>();

  private record Measured(String series, int month, BigDecimal value, String key) {}

  /** Nothing lost, though the version between, which did not have it, never came into force. */
  @Test
  void what_came_while_an_indicator_was_away_is_not_lost(@TempDir Path folder) {
    String sum = indicators(Map.of("i0", "SUM s"));
    try (Bench bench = new Bench(folder, "2025-04-15T12:00:00Z", Duration.ofHours(24))) {
      bench.publish(Town.with(sum));
      bench.take(Events.recorded("only", "s", "2025-03-10T10:00:00Z", "7"));
      assertThat(bench.latest("i0", "2025-03").value()).isEqualTo(BigDecimal.valueOf(7));
      bench.announce(Town.with(indicators(Map.of("i1", "SUM t"))));
      bench.send(Events.withdrawn("only", 2));
      bench.announce(Town.with(sum));
      bench.settle();
      assertThat(bench.latest("i0", "2025-03").value()).isNull();
    }
  }

  @Test
  void keys_are_there_again_though_a_version_between_did_not_need_them(@TempDir Path folder) {
    String distinct = indicators(Map.of("i0", "DISTINCT s"));
    try (Bench bench = new Bench(folder, "2025-04-15T12:00:00Z", Duration.ofHours(24))) {
      bench.publish(Town.with(distinct));
      bench.take(Events.keyed(Events.recorded("1", "s", "2025-03-10T10:00:00Z", "7"), "a"));
      bench.announce(Town.with(indicators(Map.of("i1", "SUM t"))));
      bench.send(Events.keyed(Events.recorded("2", "s", "2025-03-10T11:00:00Z", "7"), "b"));
      bench.announce(Town.with(distinct));
      bench.settle();
      assertThat(bench.latest("i0", "2025-03").value()).isEqualTo(BigDecimal.valueOf(2));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatever_the_catalogue_was_meanwhile(long seed, @TempDir Path folder) {
    Random random = new Random(seed);
    try (Bench bench = new Bench(folder, "2025-04-15T12:00:00Z", Duration.ofHours(24))) {
      bench.publish(Town.with(indicators(Map.of("i0", "SUM s"))));
      Map<String, String> last = Map.of();
      for (int round = 0; round < 12; round++) {
        List<AcceptedMeasurement> events = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
          events.add(event(random));
        }
        bench.send(events.toArray(AcceptedMeasurement[]::new));
        last = definitions(random);
        bench.announce(Town.with(indicators(last)));
        if (random.nextBoolean()) {
          bench.settle();
        }
      }
      bench.settle();
      last.forEach((id, definition) -> compare(bench, id, definition));
      assertThat(bench.balance().applied()).isEqualTo(12 * 20);
    }
  }

  private static Map<String, String> definitions(Random random) {
    Map<String, String> definitions = new TreeMap<>();
    for (int n = 0; n < 4; n++) {
      if (n == 0 || random.nextInt(3) > 0) {
        String aggregate = AGGREGATES.get(random.nextInt(AGGREGATES.size()));
        definitions.put("i" + n, aggregate + (random.nextBoolean() ? " s" : " t"));
      }
    }
    return definitions;
  }

  private static String indicators(Map<String, String> definitions) {
    StringBuilder yaml = new StringBuilder();
    definitions.forEach(
        (id, definition) -> {
          String[] parts = definition.split(" ", -1);
          yaml.append(
              Town.monthly(id, parts[0], "target: none")
                  .replace("series: s", "series: " + parts[1]));
        });
    return yaml.toString();
  }

  /** A measurement recorded, corrected (its series and month too), or withdrawn. */
  private AcceptedMeasurement event(Random random) {
    int id = random.nextInt(60);
    int revision = revisions.merge(id, 1, Integer::sum);
    if (revision > 1 && random.nextInt(4) == 0) {
      surviving.remove(id);
      return Events.withdrawn("m" + id, revision);
    }
    Measured now =
        new Measured(
            random.nextBoolean() ? "s" : "t",
            1 + random.nextInt(MONTHS),
            BigDecimal.valueOf(random.nextInt(50)),
            "k" + random.nextInt(8));
    surviving.put(id, now);
    String at = String.format(Locale.ROOT, "2025-%02d-%02dT10:00:00Z", now.month(), 10 + id % 2);
    String value = now.value().toString();
    return Events.keyed(
        revision == 1
            ? Events.recorded("m" + id, now.series(), at, value)
            : Events.corrected("m" + id, revision, now.series(), at, value),
        now.key());
  }

  private void compare(Bench bench, String id, String definition) {
    String[] parts = definition.split(" ", -1);
    for (int month = 1; month <= MONTHS; month++) {
      List<Measured> those = new ArrayList<>();
      for (Measured each : surviving.values()) {
        if (each.month() == month && each.series().equals(parts[1])) {
          those.add(each);
        }
      }
      IndicatorValue published = bench.latest(id, String.format(Locale.ROOT, "2025-%02d", month));
      assertThat(published.measurements()).as(id + " " + definition).isEqualTo(those.size());
      assertThat(published.value())
          .as(id + " " + definition)
          .isEqualTo(those.isEmpty() ? null : naive(parts[0], those));
    }
  }

  private static BigDecimal naive(String aggregate, List<Measured> those) {
    List<BigDecimal> values = those.stream().map(Measured::value).sorted().toList();
    return switch (aggregate) {
      case "SUM" -> values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      case "COUNT" -> BigDecimal.valueOf(values.size());
      case "MAX" -> values.get(values.size() - 1);
      case "DISTINCT" -> BigDecimal.valueOf(those.stream().map(Measured::key).distinct().count());
      default -> values.get((values.size() + 1) / 2 - 1);
    };
  }
}
