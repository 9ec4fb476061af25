package si.kazalnik.notification.rules;

import java.util.Optional;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;

/** Finds things of a catalogue by id. */
public final class Lookup {

  private Lookup() {}

  public static Optional<Indicator> indicator(Catalogue catalogue, String id) {
    return catalogue.indicators().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  public static Optional<Series> series(Catalogue catalogue, String id) {
    return catalogue.series().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  public static Optional<Provider> provider(Catalogue catalogue, String id) {
    return catalogue.providers().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  public static Optional<Owner> owner(Catalogue catalogue, String role) {
    return catalogue.owners().stream().filter(each -> each.id().equals(role)).findFirst();
  }
}
