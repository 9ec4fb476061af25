package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import si.kazalnik.benchmark.load.CatalogueGenerator;
import si.kazalnik.benchmark.load.EventGenerator;
import si.kazalnik.benchmark.load.LoadEvent;
import si.kazalnik.benchmark.oracle.Book;
import si.kazalnik.benchmark.oracle.Oracle;
import si.kazalnik.benchmark.oracle.Sent;
import si.kazalnik.benchmark.oracle.Step;

/**
 * One run: a catalogue, a load in steps with clock moves between, perhaps kills; then everything is
 * compared with the oracle.
 */
record Scenario(long seed, int indicators, int steps, int eventsPerStep, int kills) {
  private static final Instant START = Instant.parse("2024-02-12T08:30:00Z");

  record Outcome(List<Difference> differences, int events, int periods, int kills) {}

  Outcome run(Path folder) throws Exception {
    System.out.println("seed " + seed + ", in " + folder);
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    new CatalogueGenerator(seed).write(catalogue, indicators);
    Book book = Book.read(catalogue);
    EventGenerator generator = new EventGenerator(seed, book.zone());
    List<Instant> clock = generator.clock(START, steps);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Product product = new Product(folder, catalogue, START)) {
      product.start();
      Api api = new Api(product);
      Killer killer = new Killer(product, new Random(seed), kills, steps);
      Settling settling = new Settling(api);
      Oracle oracle = new Oracle(book);
      int events = 0;
      try (Publisher publisher = new Publisher(product, api);
          RawLog raw =
              new RawLog(product.kafka(), book.providers().stream().map(RawLog::topic).toList())) {
        for (Instant now : clock) {
          settling.moveClock(now);
          List<LoadEvent> load = generator.events(now, eventsPerStep);
          List<Callable<Void>> senders =
              List.of(
                  () -> {
                    publisher.overKafka(load.stream().filter(each -> !each.overHttp()).toList());
                    return null;
                  },
                  () -> {
                    publisher.overHttp(load.stream().filter(LoadEvent::overHttp).toList(), 8);
                    return null;
                  },
                  () -> {
                    killer.perhaps();
                    return null;
                  });
          List<Future<Void>> running = new ArrayList<>();
          senders.forEach(sender -> running.add(threads.submit(sender)));
          for (Future<Void> each : running) {
            each.get();
          }
          List<Sent> sent = raw.rest().stream().map(RawLog::sent).toList();
          events += sent.size();
          if (sent.size() < load.size()) {
            throw new AssertionError(
                "of " + load.size() + " events the topics hold " + sent.size());
          }
          settling.await(events);
          oracle.play(new Step(now, sent));
          System.out.println("settled at " + now + " after " + events + " events");
        }
        Comparison comparison = new Comparison(oracle, api, publisher.sentAgain() == 0);
        comparison.run(someOf(clock));
        comparison.rejections(product.kafka());
        return new Outcome(comparison.differences(), events, comparison.compared(), killer.kills());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Instant> someOf(List<Instant> clock) throws IOException {
    Random random = new Random(seed);
    List<Instant> some = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      some.add(
          clock.get(random.nextInt(clock.size())).plusSeconds(random.nextInt(3) * 40L * 86_400));
    }
    return some;
  }
}
