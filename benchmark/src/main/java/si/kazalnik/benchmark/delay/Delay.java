package si.kazalnik.benchmark.delay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import si.kazalnik.benchmark.city.City;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.ours.Services;
import si.kazalnik.benchmark.ours.Totals;
import si.kazalnik.benchmark.process.Machine;
import si.kazalnik.benchmark.result.Report;
import si.kazalnik.benchmark.result.Verdict;

/**
 * How long it takes from an event to its value in the API, and from a deviation to its mail, while
 * other events come in steadily at a tenth and at half of the highest rate.
 */
public final class Delay {
  private static final int[] PERCENT = {10, 50};
  private static final int MOST_BURSTS = 40;
  // As long as a JVM compiles, each is faster than those before it.
  private static final int BURSTS_WITHOUT_GAIN = 5;
  private static final double GAIN = 1.01;
  // At a steady load other code is compiled than in bursts: for about a minute the delays fall.
  private static final double WARM_UP_SECONDS = 60;
  private static final double LOADS_A_SECOND = 50;
  private static final double BOUND_SECONDS = 1;

  private final Machine machine;
  private final Services services;
  private final Probes probes;
  private final Alarms alarms;
  private final double seconds;
  private final Totals totals = new Totals();
  private final Instant now = Instant.now();
  private long others;

  private Delay(Machine machine, Services services, Probes probes, Alarms alarms, double seconds) {
    this.machine = machine;
    this.services = services;
    this.probes = probes;
    this.alarms = alarms;
    this.seconds = seconds;
  }

  /**
   * Measures.
   *
   * @param events of a burst by which the highest rate is found
   * @param seconds at each load
   */
  public static void run(Path project, int events, int seconds, Report report)
      throws IOException, InterruptedException {
    double all = PERCENT.length * (seconds + WARM_UP_SECONDS) + 10;
    int rooms = (int) Math.ceil(all * Alarms.PER_SECOND);
    int year = Instant.now().atZone(ZoneOffset.UTC).getYear();
    String yaml =
        City.smallest()
            .yaml(
                Probes.series() + Alarms.series(rooms),
                Probes.indicators() + Alarms.indicators(rooms, year));
    try (Machine machine = Machine.start(project);
        Services services = new Services(machine, project, yaml);
        Alarms alarms = new Alarms(machine.kafka())) {
      services.startIndicators("--kazalnik.deviations.grace=0s");
      services.startIngestion();
      // Without waiting for more to tell: what is measured is the way, not the patience.
      services.startNotifications(alarms.smtpPort(), "--kazalnik.notifications.group-wait=0s");
      alarms.start();
      Probes probes = new Probes(services, (int) Math.ceil(all * Probes.PER_SECOND));
      new Delay(machine, services, probes, alarms, seconds).measure(events, report);
    }
  }

  private void measure(int events, Report report) throws IOException, InterruptedException {
    double highest = highestRate(events);
    List<Delays> all = new ArrayList<>();
    for (int percent : PERCENT) {
      double rate = highest * percent / 100;
      String load = String.format(Locale.ROOT, "%d %%: %,.0f events/s", percent, rate);
      Histogram first = steadily("warm-" + percent, rate, WARM_UP_SECONDS);
      all.add(Delays.of("event sent → value visible, first minute", load, first));
      int sent = alarms.sent();
      Histogram values = steadily("at-" + percent, rate, seconds);
      Delays shown = Delays.of("event sent → value visible", load, values);
      all.add(shown);
      all.add(Delays.of("deviation → mail accepted", load, alarms.fromDeviation(sent)));
      all.add(Delays.of("event sent → mail accepted", load, alarms.fromEvent(sent)));
      report.judge(
          new Verdict(
              "99th percentile of the delay to a visible value, in seconds, at " + percent + " %",
              shown.ninetyNinth(),
              BOUND_SECONDS,
              false));
    }
    StringBuilder table = new StringBuilder(Delays.HEAD);
    all.forEach(each -> table.append(each.row()));
    report.add(
        "Delay",
        String.format(
            Locale.ROOT,
            "The highest rate in bursts of %,d events was %,.0f events/s.%n%n%s",
            events,
            highest,
            table),
        all);
  }

  private double highestRate(int events) throws IOException, InterruptedException {
    double highest = 0;
    int withoutGain = 0;
    for (int n = 0; n < MOST_BURSTS && withoutGain < BURSTS_WITHOUT_GAIN; n++) {
      double rate = burst("burst-" + n, events);
      System.out.printf(Locale.ROOT, "  a burst: %,.0f events/s%n", rate);
      withoutGain = rate > highest * GAIN ? 0 : withoutGain + 1;
      highest = Math.max(highest, rate);
    }
    return highest;
  }

  private double burst(String name, int events) throws IOException, InterruptedException {
    Load load = Load.of(name, events, now, Load.LIVE_DAYS);
    totals.add(load);
    long start = System.nanoTime();
    machine.kafka().produce(Load.TOPIC, load.events());
    totals.awaitShown(services);
    return events / ((System.nanoTime() - start) / 1e9);
  }

  /** Sends for so long, watches, and waits for the last of it. */
  private Histogram steadily(String name, double rate, double duration)
      throws IOException, InterruptedException {
    int times = (int) Math.round(duration * LOADS_A_SECOND);
    int each = Math.max(1, (int) Math.round(rate / LOADS_A_SECOND));
    Load load = Load.of(name, times * each, now, Load.LIVE_DAYS);
    int probing = (int) Math.round(duration * Probes.PER_SECOND);
    int alarming = (int) Math.round(duration * Alarms.PER_SECOND);
    CompletableFuture<Void> sending =
        CompletableFuture.allOf(
            sending(
                times,
                LOADS_A_SECOND,
                (producer, n, due) -> {
                  for (Load.Event event : load.events().subList(n * each, (n + 1) * each)) {
                    send(producer, event);
                  }
                }),
            sending(
                probing,
                Probes.PER_SECOND,
                (producer, n, due) -> send(producer, probes.next(n, due))),
            sending(
                alarming,
                Alarms.PER_SECOND,
                (producer, n, due) -> send(producer, alarms.next(due))));
    Histogram values = probes.watch(probing);
    sending.join();
    totals.add(load);
    others += probing + alarming;
    totals.compare(services, others);
    alarms.await();
    return values;
  }

  private interface Sending {
    void send(KafkaProducer<byte[], byte[]> producer, int n, long dueNanos);
  }

  private CompletableFuture<Void> sending(int times, double perSecond, Sending sending) {
    return CompletableFuture.runAsync(
        () -> {
          try (KafkaProducer<byte[], byte[]> producer = machine.kafka().producer()) {
            Schedule.run(times, perSecond, (n, due) -> sending.send(producer, n, due));
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        },
        command -> new Thread(command, "sending").start());
  }

  // What is lost shows: the values are waited for.
  private static void send(KafkaProducer<byte[], byte[]> producer, Load.Event event) {
    Future<RecordMetadata> unused =
        producer.send(new ProducerRecord<>(Load.TOPIC, event.key(), event.value()));
  }
}
