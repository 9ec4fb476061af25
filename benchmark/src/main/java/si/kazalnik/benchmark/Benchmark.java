package si.kazalnik.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import si.kazalnik.embedded.EmbeddedKafka;

/**
 * Raw Kafka, a bare Streams topology and ours, on one broker in one process, in turns; the first
 * rounds only warm up. Arguments: events a round, measured rounds, the folder for the results.
 */
public final class Benchmark {
  private static final String MEASUREMENTS = "measurements";
  private static final int WARM_UP = 2;

  private final Kafka kafka;
  private final Services services;
  private final Path folder;
  private final int events;
  private final Instant now = Instant.now();
  private long received;
  private long accepted;

  private Benchmark(Kafka kafka, Services services, Path folder, int events) {
    this.kafka = kafka;
    this.services = services;
    this.folder = folder;
    this.events = events;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path target = Path.of(arguments.length > 2 ? arguments[2] : "target");
    Path folder = Files.createTempDirectory("benchmark");
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      Kafka kafka = new Kafka(broker.bootstrapServers());
      try (Services services = new Services(kafka, folder, City.SMALL)) {
        Benchmark benchmark = new Benchmark(kafka, services, folder, events);
        Results results = benchmark.run(rounds);
        System.out.println(results.markdown(events, rounds));
        results.write(target, events, rounds);
      }
    }
    // Threads of the broker may linger; the results are written.
    System.exit(0);
  }

  private Results run(int rounds) throws IOException, InterruptedException, ExecutionException {
    services.startIndicators();
    services.startIngestion();
    Results warm = new Results();
    for (int round = 0; round < WARM_UP; round++) {
      round("w" + round, warm);
    }
    Results results = new Results();
    for (int round = 0; round < rounds; round++) {
      round("r" + round, results);
    }
    return results;
  }

  private void round(String round, Results results)
      throws IOException, InterruptedException, ExecutionException {
    System.out.println("round " + round);
    String topic = "benchmark-raw-" + round;
    kafka.create(topic);
    add(results, "raw produce and consume", rawSeconds(topic, round));
    add(
        results,
        Results.BARE,
        BareTopology.seconds(
            kafka, topic, events, "benchmark-bare-" + round, folder.resolve("bare-" + round)));
    add(results, "ours, live events to visible values", endToEndSeconds(round, Load.LIVE_DAYS));
    add(
        results,
        "ours, a year's history to visible values",
        endToEndSeconds(round, Load.HISTORY_DAYS));
    services.stopIndicators();
    add(results, "ours, ingestion alone", ingestionSeconds(round));
    services.startIndicators();
    services.awaitVisible(accepted);
    add(results, "ours, indicator service alone", indicatorSeconds(round));
  }

  private void add(Results results, String kind, double seconds) {
    System.out.printf("  %-34s %,10.0f events/s%n", kind, events / seconds);
    results.add(kind, events / seconds);
  }

  private double rawSeconds(String topic, String round) {
    List<Load.Event> load = Load.events("raw-" + round, events, now, Load.LIVE_DAYS);
    long start = System.nanoTime();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(() -> kafka.consume(topic, events));
    kafka.produce(topic, load);
    reading.join();
    return since(start);
  }

  private double endToEndSeconds(String round, int days) throws IOException, InterruptedException {
    List<Load.Event> load = Load.events("whole-" + days + "-" + round, events, now, days);
    long start = System.nanoTime();
    publish(load);
    services.awaitReceived(received);
    services.awaitVisible(accepted);
    return since(start);
  }

  private double ingestionSeconds(String round) throws IOException, InterruptedException {
    List<Load.Event> load = Load.events("in-" + round, events, now, Load.LIVE_DAYS);
    long start = System.nanoTime();
    publish(load);
    services.awaitReceived(received);
    return since(start);
  }

  private void publish(List<Load.Event> load) {
    received += events;
    accepted += events;
    kafka.produce("city.measurements." + Load.PROVIDER, load);
  }

  /** What ingestion wrote in this round, as if it were of other measurements. */
  private double indicatorSeconds(String round) throws IOException, InterruptedException {
    List<Load.Event> load =
        kafka.consume(MEASUREMENTS, Math.toIntExact(accepted)).stream()
            .filter(each -> text(each.key()).contains("|in-" + round + "-"))
            .map(each -> renamed(each, "in-" + round + "-", "to-" + round + "-"))
            .toList();
    accepted += load.size();
    long start = System.nanoTime();
    kafka.produce(MEASUREMENTS, load);
    services.awaitVisible(accepted);
    return since(start);
  }

  private static Load.Event renamed(
      ConsumerRecord<byte[], byte[]> record, String before, String after) {
    return new Load.Event(
        text(record.key()).replace(before, after).getBytes(StandardCharsets.UTF_8),
        text(record.value()).replace(before, after).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
