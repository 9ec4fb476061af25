package si.kazalnik.standalone.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.standalone.data.AtomicFile;

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

  /**
   * What came of it.
   *
   * @param samples that were published
   * @param settled whether all of them show
   */
  public record Loaded(long samples, boolean settled) {}

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

  /** Loads what is missing up to {@code now} and waits until it shows. */
  public Loaded load(Catalogue catalogue, Instant now, Progress progress)
      throws InterruptedException {
    List<Sample> samples = new SampleMaker(SampleRules.read(), catalogue).between(until(), now);
    try {
      long before = balances.taken().received();
      try (SamplePublisher publisher = new SamplePublisher(bootstrapServers)) {
        samples.forEach(publisher::publish);
        publisher.flush();
      }
      AtomicFile.write(mark, now.toString());
      boolean settled = awaitTaken(before, samples.size(), progress) && awaitSettled();
      return new Loaded(samples.size(), settled);
    } catch (IOException e) {
      throw new UncheckedIOException("the samples could not be loaded", e);
    }
  }

  private Instant until() {
    try {
      return Files.exists(mark) ? Instant.parse(Files.readString(mark).strip()) : Instant.EPOCH;
    } catch (IOException e) {
      throw new UncheckedIOException(mark + " can't be read", e);
    }
  }

  private boolean awaitTaken(long before, long count, Progress progress)
      throws IOException, InterruptedException {
    long last = -1;
    long moved = System.nanoTime();
    while (last < count) {
      long done = Math.min(count, balances.taken().received() - before);
      if (done != last) {
        progress.at(done, count);
        last = done;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
        log.warn("ingestion stands still at {} of {} samples", done, count);
        return false;
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
    Balances.Taken taken = balances.taken();
    if (taken.rejected() > 0) {
      log.warn("ingestion has refused {} measurements: {}", taken.rejected(), taken.codes());
    }
    return true;
  }

  private boolean awaitSettled() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!balances.settled()) {
      if (System.nanoTime() - start > STANDSTILL.toNanos()) {
        log.warn("the samples are not all computed after {} s", STANDSTILL.toSeconds());
        return false;
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
    return true;
  }
}
