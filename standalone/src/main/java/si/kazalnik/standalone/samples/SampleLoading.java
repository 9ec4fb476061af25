package si.kazalnik.standalone.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;

/**
 * Loads the samples up to now: all of them at the first start, at a later one those since. A load
 * that was cut short is done again; what came through before is then a duplicate and counts once.
 */
public final class SampleLoading {

  private static final Logger log = LoggerFactory.getLogger(SampleLoading.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration STANDSTILL = Duration.ofMinutes(2);

  /** Hears how far the loading is. */
  @FunctionalInterface
  public interface Progress {
    /** So many samples of so many have been taken. */
    void at(long done, long of);
  }

  private final Topics topics = new Topics("");
  private final String bootstrapServers;
  private final Balances balances;
  private final Path mark;

  /**
   * Makes a loading.
   *
   * @param mark the file that says until when samples are loaded
   */
  public SampleLoading(String bootstrapServers, int ingestionPort, int indicatorPort, Path mark) {
    this.bootstrapServers = bootstrapServers;
    this.balances = new Balances(ingestionPort, indicatorPort);
    this.mark = mark;
  }

  /** Whether there are samples for any of the catalogue's series. */
  public static boolean knows(Catalogue catalogue) {
    List<String> known = SampleRules.read().stream().map(SampleRule::series).toList();
    return catalogue.series().stream().anyMatch(series -> known.contains(series.id()));
  }

  /**
   * Loads what is missing up to {@code now} and returns when all of it shows.
   *
   * @return how many samples that were
   */
  public int load(Catalogue catalogue, Instant now, Progress progress) throws InterruptedException {
    Instant until = SampleMark.read(mark);
    List<Sample> samples = new SampleMaker(SampleRules.read(), catalogue).between(until, now);
    try (SamplePublisher publisher = new SamplePublisher(bootstrapServers)) {
      samples.forEach(publisher::publish);
      publisher.flush();
    }
    SampleMark.write(mark, now);
    try {
      awaitTaken(samples, progress);
      awaitSettled();
      if (until.equals(Instant.EPOCH)) {
        reportRefused();
      }
      return samples.size();
    } catch (IOException e) {
      throw new UncheckedIOException("what became of the samples can't be asked for", e);
    }
  }

  // By ingestion's offsets: its balance counts events of others too.
  private void awaitTaken(List<Sample> samples, Progress progress) throws InterruptedException {
    Set<String> rawTopics =
        samples.stream().map(sample -> topics.raw(sample.provider())).collect(Collectors.toSet());
    if (rawTopics.isEmpty()) {
      return;
    }
    Standstill standstill = new Standstill("ingestion takes no samples");
    try (Backlog backlog = Backlog.of(bootstrapServers, rawTopics)) {
      long left = backlog.left();
      while (left > 0) {
        progress.at(Math.max(0, samples.size() - left), samples.size());
        Thread.sleep(BETWEEN_LOOKS.toMillis());
        long now = backlog.left();
        standstill.look(now != left);
        left = now;
      }
    }
    progress.at(samples.size(), samples.size());
  }

  private void awaitSettled() throws IOException, InterruptedException {
    Standstill standstill = new Standstill("the samples are not all computed");
    while (!balances.settled()) {
      standstill.look(false);
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  private void reportRefused() throws IOException, InterruptedException {
    Balances.Taken taken = balances.taken();
    if (taken.rejected() > 0) {
      log.warn("ingestion has refused {} measurements: {}", taken.rejected(), taken.codes());
    }
  }

  /** Says it when nothing has moved for long. */
  private static final class Standstill {
    private final String what;
    private long since = System.nanoTime();

    Standstill(String what) {
      this.what = what;
    }

    void look(boolean moved) {
      long now = System.nanoTime();
      if (moved) {
        since = now;
      } else if (now - since > STANDSTILL.toNanos()) {
        log.warn("{}, for {} s now; still waiting", what, STANDSTILL.toSeconds());
        since = now;
      }
    }
  }
}
