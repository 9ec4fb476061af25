package si.kazalnik.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import si.kazalnik.benchmark.city.City;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.ours.Ours;
import si.kazalnik.benchmark.ours.Services;
import si.kazalnik.benchmark.peer.BareTopology;
import si.kazalnik.benchmark.peer.RawClient;
import si.kazalnik.benchmark.process.Child;
import si.kazalnik.benchmark.process.Jvm;
import si.kazalnik.benchmark.process.Machine;
import si.kazalnik.benchmark.process.Meter;
import si.kazalnik.benchmark.process.Turns;
import si.kazalnik.benchmark.result.Report;
import si.kazalnik.benchmark.result.Rounds;
import si.kazalnik.benchmark.result.Verdict;

/** Raw Kafka, a bare Streams topology and ours, in turns; the first rounds only warm up. */
final class Speed {
  private static final String LIVE = "ours, live events to visible values";
  private static final String RAW = "raw produce and consume";
  private static final String COPY = "raw consume and produce again";
  private static final String BARE = "bare Streams topology";
  private static final String HISTORY = "ours, a year's history to visible values";
  private static final String INGESTION = "ours, ingestion alone";
  private static final String INDICATORS = "ours, indicator service alone";
  private static final String BARE_TOPIC = "benchmark-bare";
  private static final String RAW_TOPIC = "benchmark-raw";
  private static final String COPY_TOPIC = "benchmark-copy";
  private static final String COPIED_TOPIC = "benchmark-copied";
  // As a provider's.
  private static final int COPY_PARTITIONS = 3;
  private static final double HALF = 0.5;

  private final Options options;
  private final Machine machine;
  private final Services services;
  private final Child raw;
  private final Child bare;
  private final Ours ours;
  private final Map<String, Ingested> ingested = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> memoryNumbers = new LinkedHashMap<>();
  private final Instant now = Instant.now();
  private long bareCount;
  private long copied;

  private Speed(Options options, Machine machine, Services services, Child raw, Child bare) {
    this.options = options;
    this.machine = machine;
    this.services = services;
    this.raw = raw;
    this.bare = bare;
    ours = new Ours(machine, services);
  }

  /** What was sent to ingestion alone, and where what it accepted of it begins. */
  private record Ingested(Load load, Map<TopicPartition, Long> from) {}

  /** Measures. */
  static void run(Options options, Report report) throws IOException, InterruptedException {
    try (Machine machine = Machine.start(options.project())) {
      String servers = machine.kafka().servers();
      machine.kafka().create(BARE_TOPIC);
      machine.kafka().create(RAW_TOPIC);
      machine.kafka().create(COPY_TOPIC, COPY_PARTITIONS);
      machine.kafka().create(COPIED_TOPIC);
      try (Services services = new Services(machine, options.project(), City.smallest().yaml());
          Child raw =
              machine.worker(
                  "raw clients",
                  Jvm.main(RawClient.class, servers, COPY_TOPIC, COPIED_TOPIC, RAW_TOPIC));
          Child bare =
              machine.worker(
                  "bare topology",
                  Jvm.main(
                      BareTopology.class, servers, BARE_TOPIC, machine.folder().resolve("bare")))) {
        new Speed(options, machine, services, raw, bare).measure(report);
      }
    }
  }

  private void measure(Report report) throws IOException, InterruptedException {
    services.startIndicators();
    services.startIngestion();
    Rounds rounds = new Rounds(BARE);
    inTurns(rounds, this::together);
    String memory = memory();
    services.stopIndicators();
    inTurns(rounds, this::ingestionAlone);
    services.stopIngestion();
    services.startIndicators();
    services.awaitSettled(ours.totals().accepted());
    inTurns(rounds, this::indicatorsAlone);
    report.add(
        "Speed",
        rounds.markdown()
            + "\nThe database is "
            + machine.storeKind()
            + ". After the last round of ours as a whole:\n\n"
            + memory,
        Map.of("rounds", rounds.all(), "memory", memoryNumbers));
    report.judge(
        new Verdict(
            "end to end, live, to the bare topology", rounds.ratio(LIVE, BARE), HALF, true));
    report.judge(
        new Verdict(
            "ingestion alone, to raw consume and produce",
            rounds.ratio(INGESTION, COPY),
            HALF,
            true));
  }

  private String memory() throws IOException {
    return Meter.memory(
        List.of(services.ingestion(), services.indicators(), bare, raw, machine.broker()),
        machine.store(),
        memoryNumbers);
  }

  private interface Round {
    void run(int n, String round, Rounds rounds) throws IOException, InterruptedException;
  }

  // No process is started between rounds that are counted: it would be cold.
  private void inTurns(Rounds rounds, Round round) throws IOException, InterruptedException {
    Rounds warm = new Rounds(BARE);
    for (int n = 0; n < options.warmUp(); n++) {
      System.out.println("warming up");
      round.run(n, "w" + n, warm);
    }
    for (int n = 0; n < options.rounds(); n++) {
      System.out.println("round " + (n + 1));
      round.run(n, "r" + n, rounds);
    }
  }

  private void together(int n, String round, Rounds rounds)
      throws IOException, InterruptedException {
    Turns.take(
        n,
        () -> raw(round, rounds),
        () -> bare(round, rounds),
        () -> ours.whole(rounds, LIVE, load("live-" + round, Load.LIVE_DAYS)),
        () -> ours.whole(rounds, HISTORY, load("history-" + round, Load.HISTORY_DAYS)));
  }

  private void ingestionAlone(int n, String round, Rounds rounds)
      throws IOException, InterruptedException {
    Turns.take(n, () -> copy(round, rounds), () -> ingestion(round, rounds));
  }

  private void ingestion(String round, Rounds rounds) throws IOException, InterruptedException {
    Ingested now = new Ingested(load("in-" + round, Load.LIVE_DAYS), ours.accepted());
    rounds.add(
        Meter.measure(
            INGESTION,
            options.events(),
            List.of(services.ingestion()),
            served(),
            () -> {
              ours.send(now.load());
              // Nothing was given to the indicator service without ingestion yet.
              services.awaitReceived(ours.totals().accepted());
            }));
    ingested.put(round, now);
  }

  private void indicatorsAlone(int n, String round, Rounds rounds)
      throws IOException, InterruptedException {
    Ingested before = Objects.requireNonNull(ingested.get(round));
    ours.alone(rounds, INDICATORS, "in-" + round, before.load(), before.from());
  }

  private void raw(String round, Rounds rounds) throws IOException, InterruptedException {
    raw.ask("load raw-" + round + " " + options.events() + " " + Load.LIVE_DAYS);
    rounds.add(Meter.measure(RAW, options.events(), List.of(raw), served(), () -> raw.ask("both")));
  }

  private void copy(String round, Rounds rounds) throws IOException, InterruptedException {
    Load load = load("copy-" + round, Load.LIVE_DAYS);
    copied += options.events();
    rounds.add(
        Meter.measure(
            COPY,
            options.events(),
            List.of(raw),
            served(),
            () -> {
              machine.kafka().produce(COPY_TOPIC, load.events());
              raw.ask("await " + copied);
            }));
  }

  private void bare(String round, Rounds rounds) throws IOException, InterruptedException {
    Load load = load("bare-" + round, Load.LIVE_DAYS);
    bareCount += options.events();
    rounds.add(
        Meter.measure(
            BARE,
            options.events(),
            List.of(bare),
            served(),
            () -> {
              machine.kafka().produce(BARE_TOPIC, load.events());
              bare.ask("await " + bareCount);
            }));
  }

  private List<Child> served() {
    return List.of(machine.broker(), machine.store());
  }

  private Load load(String name, int days) {
    return Load.of(name, options.events(), now, days);
  }
}
