package si.kazalnik.benchmark.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.ours.Services;
import si.kazalnik.benchmark.ours.Totals;
import si.kazalnik.benchmark.process.Machine;
import si.kazalnik.benchmark.process.Meter;
import si.kazalnik.benchmark.result.Median;
import si.kazalnik.benchmark.result.Report;
import si.kazalnik.benchmark.result.Sample;
import si.kazalnik.benchmark.result.Verdict;

/**
 * What an ordinary event of the last two days costs, and what an operator waits for, as the city
 * grows. Each size is a city of its own on a broker of its own.
 */
public final class Growth {
  private static final int CELLS_A_DAY = 9;
  private static final int DAYS_A_YEAR = 365;
  private static final int ANSWERS = 15;
  // As much as in three rounds, and in the smaller cities as much more as others have of history.
  private static final int WARM = 3;
  private static final double FLAT = 1.2;

  private final Instant now = Instant.now();
  private final Path project;
  private final int events;
  private final int rounds;
  private final int longest;

  private Growth(Path project, int events, int rounds, int longest) {
    this.project = project;
    this.events = events;
    this.rounds = rounds;
    this.longest = longest;
  }

  /** Measures all sizes. */
  public static void run(Path project, int events, int rounds, boolean quick, Report report)
      throws IOException, InterruptedException {
    List<Size> sizes = Size.all(quick);
    int longest = history(sizes.stream().mapToInt(Size::years).max().orElseThrow());
    Growth growth = new Growth(project, events, rounds, longest);
    Map<Size, Cost> costs = new LinkedHashMap<>();
    for (Size size : sizes) {
      Cost cost = growth.measure(size);
      System.out.println(cost);
      costs.put(size, cost);
    }
    double rate = smallest(costs, Cost::rate);
    double processorMillis = smallest(costs, Cost::processorMillis);
    StringBuilder table = new StringBuilder(Cost.HEAD);
    costs.forEach(
        (size, cost) -> {
          table.append(cost.row(rate, processorMillis));
          if (size.untouched()) {
            report.judge(
                new Verdict(
                    "processor time of an event with " + size.name() + ", to the smallest city",
                    cost.processorMillis() / processorMillis,
                    FLAT,
                    false));
          }
        });
    report.add("Growth", table.toString(), costs.values());
  }

  // It was measured first and last.
  private static double smallest(Map<Size, Cost> costs, ToDoubleFunction<Cost> value) {
    return Stream.of(Size.SMALLEST, Size.AGAIN)
        .map(costs::get)
        .filter(Objects::nonNull)
        .mapToDouble(value)
        .average()
        .orElse(Double.NaN);
  }

  private Cost measure(Size size) throws IOException, InterruptedException {
    try (Machine machine = Machine.start(project);
        Services services = new Services(machine, project, size.city().yaml())) {
      services.giveHeap(size.gigabytes());
      services.startIndicators();
      services.startIngestion();
      int history = history(size.years());
      Totals totals = new Totals();
      send(machine, services, size, "history", history, totals);
      send(machine, services, size, "warm", events * WARM + longest - history, totals);
      List<Sample> samples = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        String name = "r" + round;
        samples.add(
            Meter.measure(
                size.name(),
                events,
                List.of(services.ingestion(), services.indicators()),
                List.of(machine.broker(), machine.store()),
                () -> send(machine, services, size, name, events, totals)));
        totals.compare(services, 0);
      }
      double page = answer(services, "/en/");
      double list = answer(services, "/v1/indicators");
      double values = answer(services, "/v1/indicators/applications-day/values");
      double change = seconds(() -> services.change(size.city().changedYaml()));
      services.stopIndicators();
      Path state = machine.folder().resolve(Services.STATE);
      double bytes = (double) bytes(state) / totals.accepted();
      double restart = start(services, totals);
      services.stopIndicators();
      FileSystemUtils.deleteRecursively(state);
      double restore = start(services, totals);
      return new Cost(
          size.name(),
          Median.of(samples.stream().map(Sample::rate).toList()),
          Median.of(samples.stream().map(Sample::processorMillis).toList()),
          bytes,
          restart,
          restore,
          change,
          page,
          list,
          values);
    }
  }

  // A measurement of each cell of each day, about.
  private static int history(int years) {
    return years * DAYS_A_YEAR * CELLS_A_DAY * 2;
  }

  private void send(
      Machine machine, Services services, Size size, String round, int count, Totals totals)
      throws IOException, InterruptedException {
    int days = round.equals("history") ? size.years() * DAYS_A_YEAR : Load.LIVE_DAYS;
    Load load = Load.of(size.city(), round, count, now, days);
    totals.add(load);
    machine.kafka().produce(Load.TOPIC, load.events());
    totals.awaitShown(services);
  }

  private static double start(Services services, Totals totals)
      throws IOException, InterruptedException {
    return seconds(
        () -> {
          services.startIndicators();
          totals.compare(services, 0);
        });
  }

  private static double answer(Services services, String path)
      throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int n = 0; n < ANSWERS; n++) {
      seconds.add(services.answerSeconds(path));
    }
    return Median.of(seconds);
  }

  private static double seconds(Meter.Work work) throws IOException, InterruptedException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(each -> each.toFile().length()).sum();
    }
  }
}
