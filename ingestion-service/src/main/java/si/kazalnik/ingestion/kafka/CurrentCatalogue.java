package si.kazalnik.ingestion.kafka;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.ingestion.validation.Validator;

/** The catalogue in force as this service needs it. Empty until one was read whole. */
@Component
public class CurrentCatalogue {

  private volatile @Nullable InForce inForce;

  private record InForce(Validator validator, List<String> providers) {}

  void put(Catalogue catalogue) {
    inForce =
        new InForce(
            new Validator(catalogue), catalogue.providers().stream().map(Provider::id).toList());
  }

  /**
   * Judges by the catalogue in force.
   *
   * @throws IllegalStateException before there is one: nothing is consumed before
   */
  Validator validator() {
    InForce known = inForce;
    if (known == null) {
      throw new IllegalStateException("no catalogue read yet");
    }
    return known.validator();
  }

  /** Ids of its providers; empty before there is one. */
  public List<String> providers() {
    InForce known = inForce;
    return known == null ? List.of() : known.providers();
  }
}
