package si.kazalnik.benchmark.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import si.kazalnik.benchmark.city.City;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.ours.Services;
import si.kazalnik.benchmark.peer.MinimalEndpoint;
import si.kazalnik.benchmark.process.Child;
import si.kazalnik.benchmark.process.Jvm;
import si.kazalnik.benchmark.process.Machine;
import si.kazalnik.benchmark.process.Meter;
import si.kazalnik.benchmark.process.Turns;
import si.kazalnik.benchmark.result.Report;
import si.kazalnik.benchmark.result.Rounds;
import si.kazalnik.benchmark.result.Verdict;
import si.kazalnik.embedded.LoopbackPorts;

/** Ours and the minimal endpoint, in turns, each event alone and in batches. */
public final class Http {
  private static final String TOPIC = "benchmark-http";
  private static final int PARTITIONS = 3;
  private static final int BATCH = 100;
  // A request is much dearer than an event: both are to take some seconds.
  private static final int SINGLES = 5;
  private static final int BATCHED = 3;
  private static final double BOUND = 0.8;
  private static final String MINIMAL_SINGLE = "minimal endpoint, single";
  private static final String OURS_SINGLE = "ours, single";
  private static final String MINIMAL_BATCH = "minimal endpoint, batches of 100";
  private static final String OURS_BATCH = "ours, batches of 100";
  private static final String SINGLE_TYPE = "application/cloudevents+json";
  private static final String BATCH_TYPE = "application/cloudevents-batch+json";
  private static final String AGAIN = ", again";
  private static final String MEANWHILE = ", validating them meanwhile";

  private final Machine machine;
  private final Services services;
  private final Child minimal;
  private final int minimalPort;
  private final Connections connections;
  private final int events;
  private final int rounds;
  private final int warmUp;
  private long sent;
  private long sentMinimal;

  private Http(
      Machine machine,
      Services services,
      Child minimal,
      int minimalPort,
      Connections connections,
      int[] sizes) {
    this.machine = machine;
    this.services = services;
    this.minimal = minimal;
    this.minimalPort = minimalPort;
    this.connections = connections;
    this.events = sizes[0];
    this.rounds = sizes[1];
    this.warmUp = sizes[2];
  }

  /**
   * Measures.
   *
   * @param sizes events a round, rounds, rounds to warm up
   */
  public static void run(Path project, int[] sizes, Report report)
      throws IOException, InterruptedException {
    int port = LoopbackPorts.free();
    try (Machine machine = Machine.start(project)) {
      machine.kafka().create(TOPIC, PARTITIONS);
      machine.kafka().create(Load.TOPIC, PARTITIONS);
      try (Services services = new Services(machine, project, City.smallest().yaml());
          Child minimal =
              machine.worker(
                  "minimal endpoint",
                  Jvm.main(MinimalEndpoint.class, machine.kafka().servers(), TOPIC, port));
          Connections connections = new Connections()) {
        new Http(machine, services, minimal, port, connections, sizes).measure(report);
      }
    }
  }

  private void measure(Report report) throws IOException, InterruptedException {
    // Without a catalogue it takes what comes over HTTP and looks at none of it.
    services.startIngestionWithoutCatalogue();
    Rounds all = new Rounds(MINIMAL_BATCH);
    for (String suffix : new String[] {"", MEANWHILE}) {
      String again = suffix.isEmpty() ? "" : AGAIN;
      all.compare(OURS_SINGLE + suffix, MINIMAL_SINGLE + again);
      all.compare(OURS_BATCH + suffix, MINIMAL_BATCH + again);
      all.compare(MINIMAL_SINGLE + again, MINIMAL_SINGLE + again);
      all.compare(MINIMAL_BATCH + again, MINIMAL_BATCH + again);
    }
    inTurns(all, "");
    services.startIndicators();
    services.stopIndicators();
    services.awaitReceived(sent);
    inTurns(all, MEANWHILE);
    services.awaitReceived(sent);
    long written = machine.kafka().count(TOPIC);
    if (written != sentMinimal) {
      throw new IllegalStateException(sentMinimal + " sent, " + written + " written");
    }
    report.add("HTTP", all.markdown(), Map.of("rounds", all.all()));
    judge(report, all, "HTTP, single", OURS_SINGLE);
    judge(report, all, "HTTP, batches of 100", OURS_BATCH);
  }

  private static void judge(Report report, Rounds all, String what, String ours) {
    for (String suffix : new String[] {"", MEANWHILE}) {
      report.judge(
          new Verdict(
              what + suffix + ", to the minimal endpoint", all.ratio(ours + suffix), BOUND, true));
    }
  }

  private void inTurns(Rounds counted, String suffix) throws IOException, InterruptedException {
    Rounds warm = new Rounds(MINIMAL_BATCH);
    for (int n = -warmUp; n < rounds; n++) {
      System.out.println(n < 0 ? "warming up" : "round " + (n + 1));
      round(n, n < 0 ? warm : counted, "http" + suffix.length() + "-" + n, suffix);
    }
  }

  private void round(int n, Rounds rounds, String round, String suffix)
      throws IOException, InterruptedException {
    List<byte[]> singles = new ArrayList<>();
    Load.of(round + "s", events / SINGLES, Instant.now(), Load.LIVE_DAYS)
        .events()
        .forEach(each -> singles.add(each.value()));
    List<byte[]> batches =
        batches(Load.of(round + "b", events * BATCHED, Instant.now(), Load.LIVE_DAYS).events());
    String again = suffix.isEmpty() ? "" : AGAIN;
    Turns.take(
        n,
        () -> minimal(rounds, MINIMAL_SINGLE + again, events / SINGLES, singles),
        () -> ours(rounds, OURS_SINGLE + suffix, events / SINGLES, singles, SINGLE_TYPE));
    Turns.take(
        n,
        () -> minimal(rounds, MINIMAL_BATCH + again, events * BATCHED, batches),
        () -> ours(rounds, OURS_BATCH + suffix, events * BATCHED, batches, BATCH_TYPE));
  }

  private void minimal(Rounds rounds, String kind, int count, List<byte[]> bodies)
      throws IOException, InterruptedException {
    sentMinimal += count;
    URI uri = URI.create("http://127.0.0.1:" + minimalPort + "/v1/measurements");
    Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
    rounds.add(
        Meter.measure(
            kind,
            count,
            List.of(minimal),
            List.of(machine.broker(), machine.store()),
            () -> connections.post(uri, headers, bodies)));
  }

  private void ours(Rounds rounds, String kind, int count, List<byte[]> bodies, String type)
      throws IOException, InterruptedException {
    sent += count;
    Map<String, String> headers =
        Map.of("Content-Type", type, "Authorization", "Bearer " + Services.PROVIDER_KEY);
    rounds.add(
        Meter.measure(
            kind,
            count,
            List.of(services.ingestion()),
            List.of(machine.broker(), machine.store()),
            () -> connections.post(services.measurements(), headers, bodies)));
    if (kind.endsWith(MEANWHILE)) {
      // What it has still to validate is not to slow the other down.
      services.awaitReceived(sent);
    }
  }

  private static List<byte[]> batches(List<Load.Event> events) {
    List<byte[]> batches = new ArrayList<>();
    for (int from = 0; from < events.size(); from += BATCH) {
      ByteArrayOutputStream batch = new ByteArrayOutputStream();
      for (Load.Event each : events.subList(from, Math.min(from + BATCH, events.size()))) {
        batch.write(batch.size() == 0 ? '[' : ',');
        batch.writeBytes(each.value());
      }
      batch.write(']');
      batches.add(batch.toByteArray());
    }
    return batches;
  }
}
