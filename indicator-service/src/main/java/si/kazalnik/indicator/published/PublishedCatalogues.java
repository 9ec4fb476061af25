package si.kazalnik.indicator.published;

import java.util.Optional;
import si.kazalnik.contract.catalogue.Catalogue;

/** Every version of the catalogue that was ever published. */
@FunctionalInterface
public interface PublishedCatalogues {

  /**
   * The version; empty where there never was one.
   *
   * @throws org.apache.kafka.common.KafkaException where it can't be read now
   */
  Optional<Catalogue> version(String version);
}
