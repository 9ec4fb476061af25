package si.kazalnik.benchmark.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import si.kazalnik.benchmark.load.CatalogueGenerator;
import si.kazalnik.benchmark.load.EventGenerator;
import si.kazalnik.benchmark.load.LoadEvent;
import si.kazalnik.benchmark.oracle.Book;
import si.kazalnik.benchmark.oracle.Oracle;
import si.kazalnik.benchmark.oracle.Sent;
import si.kazalnik.benchmark.oracle.Step;

/**
 * One run: a catalogue, a load in steps with clock moves between, whatever the trial does
 * meanwhile, and half-way an edited catalogue; then everything is compared with the oracle.
 */
public record Scenario(long seed, int indicators, int steps, int eventsPerStep) {
  private static final Instant START = Instant.parse("2024-02-12T08:30:00Z");
  private static final int BATCHES = 8;
  private static final Pattern MEASUREMENT =
      Pattern.compile("\"measurement\"\\s*:\\s*\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]*)\"");

  /** What came of it. */
  public record Outcome(long seed, List<Difference> differences, int events, int periods) {
    public String told() {
      return "seed "
          + seed
          + ": "
          + differences.size()
          + " differences from the oracle in "
          + periods
          + " periods of "
          + events
          + " events";
    }
  }

  public Outcome run(Path folder, Trial trial) throws Exception {
    System.out.println("seed " + seed + ", in " + folder);
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Path edited = Files.createDirectories(folder.resolve("edited"));
    new CatalogueGenerator(seed).write(catalogue, indicators);
    new CatalogueGenerator(seed).writeEdited(edited, indicators);
    Book book = Book.read(catalogue);
    EventGenerator generator = new EventGenerator(seed, book.zone());
    List<Instant> clock = generator.clock(START, steps);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    CompletionService<Void> senders = new ExecutorCompletionService<>(threads);
    try (Product product = trial.start(folder, catalogue, START)) {
      Api api = new Api(product);
      Settling settling = new Settling(product, api);
      Oracle oracle = new Oracle(book);
      int events = 0;
      boolean inOrder = true;
      RawLog raw =
          new RawLog(product.kafka(), book.providers().stream().map(RawLog::topic).toList());
      try (Publisher publisher = new Publisher(product, api)) {
        for (Instant now : clock) {
          settling.moveClock(now);
          List<LoadEvent> load = generator.events(now, eventsPerStep);
          List<LoadEvent> overHttp = load.stream().filter(LoadEvent::overHttp).toList();
          List<LoadEvent> others = load.stream().filter(each -> !each.overHttp()).toList();
          Pace pace = new Pace(trial.pause());
          run(
              senders,
              () -> publisher.overKafka(others, pace),
              () -> publisher.overHttp(overHttp, BATCHES, pace),
              () -> {
                trial.duringLoad();
                pace.end();
              });
          List<ConsumerRecord<byte[], byte[]>> records = raw.rest(publisher.confirmed());
          inOrder &= isInOrder(records);
          List<Sent> sent = records.stream().map(RawLog::sent).toList();
          events += sent.size();
          settling.await(events);
          oracle.play(new Step(now, sent));
          System.out.println("settled at " + now + " after " + events + " events");
          if (now.equals(clock.get(steps / 2 - 1))) {
            run(
                senders,
                () -> settling.putCatalogue(product.operatorKey(), edited),
                trial::duringChange);
            oracle.redefine(Book.read(edited), now);
          }
          trial.between();
          settling.await(events);
        }
        Comparison comparison = new Comparison(oracle, api, inOrder && publisher.sentAgain() == 0);
        comparison.run(someOf(clock));
        comparison.rejections(product.kafka());
        comparison.milestones(product.kafka());
        Telling telling = new Telling(oracle, api, trial.restores());
        telling.run(product);
        List<Difference> differences = new ArrayList<>(comparison.differences());
        differences.addAll(telling.differences());
        differences.addAll(trial.differences());
        return new Outcome(seed, differences, events, comparison.compared());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whether nothing that names one measurement came by two partitions, which have no order. */
  private static boolean isInOrder(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, TopicPartition> ways = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> each : records) {
      TopicPartition way = new TopicPartition(each.topic(), each.partition());
      TopicPartition other = ways.put(name(RawLog.sent(each)), way);
      if (other != null && !other.equals(way)) {
        return false;
      }
    }
    return true;
  }

  private static String name(Sent sent) {
    for (Pattern member : List.of(MEASUREMENT, ID)) {
      Matcher found = member.matcher(sent.value());
      if (found.find()) {
        return found.group(1);
      }
    }
    return sent.headers().getOrDefault("ce_id", "");
  }

  private interface Part {
    void run() throws Exception;
  }

  /** All at the same time; where one fails the others are given up. */
  private static void run(CompletionService<Void> threads, Part... parts) throws Exception {
    for (Part part : parts) {
      threads.submit(
          () -> {
            part.run();
            return null;
          });
    }
    for (int finished = 0; finished < parts.length; finished++) {
      threads.take().get();
    }
  }

  private List<Instant> someOf(List<Instant> clock) {
    Random random = new Random(seed);
    List<Instant> some = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      some.add(
          clock.get(random.nextInt(clock.size())).plusSeconds(random.nextInt(3) * 40L * 86_400));
    }
    return some;
  }
}
