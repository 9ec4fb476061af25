package si.kazalnik.indicator.catalogue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.published.PublishedCatalogues;

/**
 * Versions from their topic; the few that were asked for last are held. One thread reads at a time,
 * the others wait no longer than a reading may take; after a failure nobody tries for a while, so
 * that pages stay quick without Kafka.
 */
final class CatalogueVersions implements PublishedCatalogues {

  private static final int MOST = 8;
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Function<String, Optional<Catalogue>> topic;
  private final LongSupplier nanos;
  private final ReentrantLock reading = new ReentrantLock();
  private final Map<String, Catalogue> held =
      new LinkedHashMap<>(MOST, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Catalogue> eldest) {
          return size() > MOST;
        }
      };
  private @Nullable Long failedAt;

  /**
   * For one topic.
   *
   * @param topic reads a version, empty where there never was one
   * @param nanos a clock that never goes back
   */
  CatalogueVersions(Function<String, Optional<Catalogue>> topic, LongSupplier nanos) {
    this.topic = topic;
    this.nanos = nanos;
  }

  @Override
  public Optional<Catalogue> version(String version) {
    Catalogue known = held(version);
    if (known != null) {
      return Optional.of(known);
    }
    await();
    try {
      Catalogue meanwhile = held(version);
      return meanwhile != null ? Optional.of(meanwhile) : read(version);
    } finally {
      reading.unlock();
    }
  }

  private void await() {
    try {
      if (!reading.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException("others are still reading earlier catalogues");
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Optional<Catalogue> read(String version) {
    Long failed = failedAt;
    if (failed != null && nanos.getAsLong() - failed < PAUSE.toNanos()) {
      throw new TimeoutException("earlier catalogues could not be read a moment ago");
    }
    try {
      Optional<Catalogue> found = topic.apply(version);
      failedAt = null;
      found.ifPresent(catalogue -> hold(version, catalogue));
      return found;
    } catch (KafkaException e) {
      failedAt = nanos.getAsLong();
      throw e;
    }
  }

  private @Nullable Catalogue held(String version) {
    synchronized (held) {
      return held.get(version);
    }
  }

  private void hold(String version, Catalogue catalogue) {
    synchronized (held) {
      held.put(version, catalogue);
    }
  }
}
