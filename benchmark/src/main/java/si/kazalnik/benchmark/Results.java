package si.kazalnik.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Rates of every kind and round, and their medians side by side. */
final class Results {
  /** What the others are compared with. */
  static final String BARE = "bare Streams topology";

  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  /** Events a second of one round. */
  void add(String kind, double rate) {
    rates.computeIfAbsent(kind, none -> new ArrayList<>()).add(rate);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  String markdown(int events, int rounds) {
    double bare = median(rates.getOrDefault(BARE, List.of(1.0)));
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d events a round, %d rounds, %d processors, Java %s. Only the ratios mean anything on"
                + " another machine.%n%n",
            events,
            rounds,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version()));
    text.append(
        "| what | events/s (median) | least to most | to the bare topology |\n|---|--:|--:|--:|\n");
    rates.forEach(
        (kind, all) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f to %,.0f | %.2f |%n",
                    kind,
                    median(all),
                    all.stream().mapToDouble(each -> each).min().orElse(0),
                    all.stream().mapToDouble(each -> each).max().orElse(0),
                    median(all) / bare)));
    return text.toString();
  }

  void write(Path folder, int events, int rounds) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("benchmark.md"), markdown(events, rounds));
    Files.writeString(
        folder.resolve("benchmark.json"),
        JsonMapper.builder()
            .build()
            .writeValueAsString(
                Map.of("events", events, "rounds", rounds, "ratesPerSecond", rates)));
  }
}
