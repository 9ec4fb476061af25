package si.kazalnik.indicator.published;

import java.util.Optional;
import java.util.function.Supplier;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.service.clock.ServiceClock;

/** What is published, made from records without Kafka and MongoDB. */
public final class MadeStrategies {

  private MadeStrategies() {}

  public static PublishedStrategies of(
      Supplier<Optional<CataloguePublication>> catalogue,
      PublishedValues values,
      ServiceClock clock) {
    return new PublishedStrategies(catalogue, values, version -> Optional.empty(), clock);
  }
}
