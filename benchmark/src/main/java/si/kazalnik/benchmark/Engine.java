package si.kazalnik.benchmark;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import si.kazalnik.benchmark.city.City;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.ours.Accepted;
import si.kazalnik.benchmark.ours.Ours;
import si.kazalnik.benchmark.ours.Services;
import si.kazalnik.benchmark.ours.Totals;
import si.kazalnik.benchmark.peer.FlinkValues;
import si.kazalnik.benchmark.process.Child;
import si.kazalnik.benchmark.process.Jvm;
import si.kazalnik.benchmark.process.Machine;
import si.kazalnik.benchmark.process.Meter;
import si.kazalnik.benchmark.process.Turns;
import si.kazalnik.benchmark.result.Report;
import si.kazalnik.benchmark.result.Rounds;
import si.kazalnik.benchmark.result.Verdict;

/** Ours and Apache Flink on the same events, in turns, and whether their values are the same. */
final class Engine {
  private static final String EVENTS = "benchmark-flink";
  private static final String VALUES = "benchmark-flink-values";
  private static final String FLINK_LIVE = "Flink, live events to committed values";
  private static final String ALONE_LIVE = "ours without ingestion, live events";
  private static final String ALONE_HISTORY = "ours without ingestion, a year's history";
  private static final String OURS_LIVE = "ours, live events to visible values";
  private static final String FLINK_HISTORY = "Flink, a year's history to committed values";
  private static final String OURS_HISTORY = "ours, a year's history to visible values";
  private static final int CHECKPOINT_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** What Flink needs of the JDK's inside. */
  private static final List<String> OPENED =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED");

  private final Options options;
  private final Machine machine;
  private final Services services;
  private final Child flink;
  private final FlinkValues values;
  private final Instant now = Instant.now();
  private final Ours ours;
  private final Totals flinkTotals = new Totals();

  private Engine(
      Options options, Machine machine, Services services, Child flink, FlinkValues values) {
    this.options = options;
    this.machine = machine;
    this.services = services;
    this.flink = flink;
    this.values = values;
    ours = new Ours(machine, services);
  }

  static void run(Options options, Report report) throws IOException, InterruptedException {
    try (Machine machine = Machine.start(options.project())) {
      machine.kafka().create(EVENTS);
      machine.kafka().create(VALUES);
      try (Services services = new Services(machine, options.project(), City.smallest().yaml());
          Child flink = machine.worker("Flink", command(options.project(), machine));
          FlinkValues values = new FlinkValues(machine.kafka(), VALUES)) {
        new Engine(options, machine, services, flink, values).measure(report);
      }
    }
  }

  private static List<String> command(Path project, Machine machine) throws IOException {
    Path target = project.resolve("benchmark/flink/target");
    Path jar = target.resolve("benchmark-flink-0.1.0-SNAPSHOT.jar");
    String classPath = Files.readString(target.resolve("class-path")).strip();
    List<String> command =
        Jvm.main(
            "si.kazalnik.benchmark.flink.FlinkJob", jar + File.pathSeparator + classPath, OPENED);
    command.addAll(
        List.of(
            machine.kafka().servers(),
            EVENTS,
            VALUES,
            machine.folder().resolve("flink").toString(),
            Integer.toString(CHECKPOINT_MILLIS)));
    return command;
  }

  private void measure(Report report) throws IOException, InterruptedException {
    services.startIndicators();
    services.startIngestion();
    Rounds warm = new Rounds(FLINK_LIVE);
    Rounds rounds = new Rounds(FLINK_LIVE);
    for (int n = -options.warmUp(); n < options.rounds(); n++) {
      System.out.println(n < 0 ? "warming up" : "round " + (n + 1));
      round(n, n < 0 ? warm : rounds, "e" + n);
    }
    Map<String, Map<String, Double>> memory = new LinkedHashMap<>();
    String table =
        Meter.memory(
            List.of(services.ingestion(), services.indicators(), flink), machine.store(), memory);
    int compared = sameValues();
    report.add(
        "Apache Flink",
        rounds.markdown() + "\nBoth came to the same " + compared + " period values.\n\n" + table,
        Map.of("rounds", rounds.all(), "memory", memory, "same values", compared));
    judge(report, rounds, "of the indicator service, live events", ALONE_LIVE, FLINK_LIVE);
    judge(report, rounds, "of the indicator service, a year", ALONE_HISTORY, FLINK_HISTORY);
    judge(report, rounds, "of ours as a whole, live events", OURS_LIVE, FLINK_LIVE);
    judge(report, rounds, "of ours as a whole, a year", OURS_HISTORY, FLINK_HISTORY);
  }

  private static void judge(Report report, Rounds rounds, String what, String ours, String flink) {
    report.judge(new Verdict("rate to Flink's " + what, rounds.ratio(ours, flink), 1, true));
  }

  private void round(int n, Rounds rounds, String round) throws IOException, InterruptedException {
    sides(n, rounds, round + "-l", Load.LIVE_DAYS, FLINK_LIVE, OURS_LIVE, ALONE_LIVE);
    sides(n, rounds, round + "-h", Load.HISTORY_DAYS, FLINK_HISTORY, OURS_HISTORY, ALONE_HISTORY);
  }

  private void sides(
      int n,
      Rounds rounds,
      String name,
      int days,
      String flinkKind,
      String wholeKind,
      String aloneKind)
      throws IOException, InterruptedException {
    Load load = Load.of(name, options.events(), now, days);
    Turns.take(
        n,
        () -> flink(rounds, flinkKind, load),
        () -> {
          Map<TopicPartition, Long> from = ours.accepted();
          ours.whole(rounds, wholeKind, load);
          ours.alone(rounds, aloneKind, name, load, from);
          sameToFlink(name, load);
        });
  }

  /** At the end both have had the same. */
  private void sameToFlink(String name, Load load) {
    flinkTotals.add(load);
    machine
        .kafka()
        .produce(EVENTS, load.events().stream().map(each -> Accepted.renamed(each, name)).toList());
    awaitCommitted();
  }

  private void flink(Rounds rounds, String kind, Load load)
      throws IOException, InterruptedException {
    flinkTotals.add(load);
    rounds.add(
        Meter.measure(
            kind,
            options.events(),
            List.of(flink),
            List.of(machine.broker(), machine.store()),
            () -> {
              machine.kafka().produce(EVENTS, load.events());
              awaitCommitted();
            }));
  }

  private void awaitCommitted() {
    String year = Integer.toString(now.atZone(ZoneId.of("Europe/Ljubljana")).getYear());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (values.sum("applications-year").compareTo(flinkTotals.applications()) != 0
        || values.of("replies-ever", year).compareTo(flinkTotals.replies()) != 0) {
      flink.requireAlive();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Flink's values are not those that were sent");
      }
      values.read();
    }
  }

  /** Fails where both do not say the same of every period that Flink has a value of. */
  private int sameValues() throws IOException, InterruptedException {
    values.read();
    for (Map.Entry<String, BigDecimal> each : values.all().entrySet()) {
      int bar = each.getKey().indexOf('|');
      String indicator = each.getKey().substring(0, bar);
      String period = each.getKey().substring(bar + 1);
      BigDecimal ours =
          Totals.value(
              services
                  .api("/v1/indicators/" + indicator + "/values?period=" + period)
                  .get("values")
                  .get(0));
      if (ours.compareTo(each.getValue()) != 0) {
        throw new IllegalStateException(
            each.getKey() + ": Flink says " + each.getValue() + ", ours " + ours);
      }
    }
    return values.all().size();
  }
}
