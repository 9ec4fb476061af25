package si.kazalnik.notification.kafka;

import java.time.Duration;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.notification.rules.Lookup;
import si.kazalnik.service.catalogue.CatalogueReader;

/**
 * The catalogue for one batch of deviations. A deviation may arrive before the version of which it
 * speaks; for that, and no longer than a few seconds a batch, the batch waits. What is unknown then
 * has left the catalogue.
 */
final class CatalogueInTime {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final CatalogueReader reader;
  private final long deadline = System.nanoTime() + LONGEST.toNanos();

  CatalogueInTime(CatalogueReader reader) {
    this.reader = reader;
  }

  Catalogue of(Deviation deviation) {
    while (!knows(current(), deviation) && System.nanoTime() < deadline) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return current();
      }
    }
    return current();
  }

  private Catalogue current() {
    return reader.current().orElseThrow().catalogue();
  }

  /** Whether everybody whom it concerns can be told from the catalogue. */
  static boolean knows(Catalogue catalogue, Deviation deviation) {
    if (catalogue.version().equals(deviation.catalogue())) {
      return true;
    }
    String provider = deviation.provider();
    if (provider == null) {
      return Lookup.indicator(catalogue, String.valueOf(deviation.indicator())).isPresent();
    }
    return catalogue.providers().stream().map(Provider::id).anyMatch(provider::equals)
        && deviation.causes().stream()
            .filter(cause -> cause.endedAt() == null)
            .allMatch(cause -> Lookup.indicator(catalogue, cause.indicator()).isPresent());
  }
}
