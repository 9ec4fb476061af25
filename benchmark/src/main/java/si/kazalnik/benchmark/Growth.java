package si.kazalnik.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import si.kazalnik.embedded.EmbeddedKafka;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an ordinary event costs as the city grows by what the event does not touch: indicators on
 * other series, and years of history of its own. Each size is a city of its own on a broker of its
 * own; of each the same load of the last two days is measured. Arguments: events a round, measured
 * rounds, the folder for the results.
 */
public final class Growth {

  private static final int[] INDICATORS = {10, 1_000, 5_000};
  private static final int[] YEARS = {1, 5, 20};
  private static final int THIS_YEAR = 2026;
  private static final int CELLS_A_DAY = 9;
  private static final int DAYS_A_YEAR = 365;

  private final int events;
  private final int rounds;
  private final Instant now = Instant.now();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  private Growth(int events, int rounds) {
    this.events = events;
    this.rounds = rounds;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path target = Path.of(arguments.length > 2 ? arguments[2] : "target");
    Growth growth = new Growth(events, rounds);
    growth.measure("warming up", City.SMALL, 0);
    growth.rates.clear();
    for (int indicators : INDICATORS) {
      String name = String.format(Locale.ROOT, "%,d indicators", indicators);
      growth.measure(name, new City(indicators - INDICATORS[0], THIS_YEAR - 1), 0);
    }
    for (int years : YEARS) {
      String name = years == 1 ? "1 year of history" : years + " years of history";
      growth.measure(name, new City(0, THIS_YEAR - years), years);
    }
    System.out.println(growth.markdown());
    growth.write(target);
    // Threads of the brokers may linger; the results are written.
    System.exit(0);
  }

  private void measure(String name, City city, int years)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("growth");
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      Kafka kafka = new Kafka(broker.bootstrapServers());
      try (Services services = new Services(kafka, folder, city)) {
        services.startIndicators();
        services.startIngestion();
        long sent = 0;
        // A measurement of each cell of each day, about.
        int history = years * DAYS_A_YEAR * CELLS_A_DAY * 2;
        List<Integer> loads = new ArrayList<>(List.of(history, events));
        for (int round = 0; round < rounds; round++) {
          loads.add(events);
        }
        for (int n = 0; n < loads.size(); n++) {
          int days = n == 0 ? Math.max(1, years * DAYS_A_YEAR) : Load.LIVE_DAYS;
          List<Load.Event> load = Load.events(name + n, loads.get(n), now, days);
          long start = System.nanoTime();
          kafka.produce("city.measurements." + Load.PROVIDER, load);
          sent += load.size();
          services.awaitReceived(sent);
          services.awaitVisible(sent);
          double rate = load.size() / ((System.nanoTime() - start) / 1e9);
          if (n > 1) {
            System.out.printf(Locale.ROOT, "  %-24s %,10.0f events/s%n", name, rate);
            rates.computeIfAbsent(name, none -> new ArrayList<>()).add(rate);
          }
        }
      }
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private String markdown() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d events a round, %d rounds. Ratios are to the smallest of each group.%n%n"
                    + "| what the event does not touch | events/s (median) | ratio |%n|---|--:|--:|%n",
                events,
                rounds));
    double least = 1;
    for (Map.Entry<String, List<Double>> each : rates.entrySet()) {
      double rate = median(each.getValue());
      boolean first = each.getKey().startsWith("10 ") || each.getKey().startsWith("1 ");
      least = first ? rate : least;
      text.append(
          String.format(Locale.ROOT, "| %s | %,.0f | %.2f |%n", each.getKey(), rate, rate / least));
    }
    return text.toString();
  }

  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("growth.md"), markdown());
    Files.writeString(
        folder.resolve("growth.json"),
        JsonMapper.builder()
            .build()
            .writeValueAsString(
                Map.of("events", events, "rounds", rounds, "ratesPerSecond", rates)));
  }
}
