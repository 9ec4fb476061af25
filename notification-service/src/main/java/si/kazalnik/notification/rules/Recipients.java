package si.kazalnik.notification.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Provider;

/**
 * Whom a deviation concerns. An indicator's: its owner. A silent provider's: the provider's contact
 * and each owner of an indicator that it holds up. What the catalogue no longer knows: the strategy
 * office. A role is listed once.
 */
final class Recipients {

  private final Catalogue catalogue;
  private final boolean illustrativeToOwners;

  /**
   * @param illustrativeToOwners whether owners are mailed where the judged target is illustrative;
   *     else the strategy office is, and the owner is not
   */
  Recipients(Catalogue catalogue, boolean illustrativeToOwners) {
    this.catalogue = catalogue;
    this.illustrativeToOwners = illustrativeToOwners;
  }

  List<Recipient> of(Deviation deviation) {
    Map<String, Recipient> found = new LinkedHashMap<>();
    if (deviation.provider() != null) {
      ofProvider(deviation, deviation.provider(), found);
    } else if (deviation.indicator() != null) {
      ofIndicator(deviation, deviation.indicator(), found);
    }
    if (found.isEmpty()) {
      add(found, office(), Notice.Capacity.OFFICE);
    }
    return List.copyOf(found.values());
  }

  private void ofProvider(Deviation deviation, String provider, Map<String, Recipient> found) {
    catalogue.providers().stream()
        .filter(each -> each.id().equals(provider))
        .map(Provider::contact)
        .forEach(contact -> add(found, contact, Notice.Capacity.CONTACT));
    deviation.causes().stream()
        .filter(cause -> cause.endedAt() == null)
        .map(cause -> Lookup.indicator(catalogue, cause.indicator()))
        .flatMap(Optional::stream)
        .forEach(indicator -> add(found, indicator.owner(), Notice.Capacity.OWNER));
  }

  private void ofIndicator(Deviation deviation, String id, Map<String, Recipient> found) {
    Optional<Indicator> indicator = Lookup.indicator(catalogue, id);
    if (indicator.isEmpty()) {
      return;
    }
    String owner = indicator.get().owner();
    if (illustrativeToOwners
        || owner.equals(office())
        || !JudgedTarget.of(indicator.get(), Worst.cause(deviation).period()).illustrative()) {
      add(found, owner, Notice.Capacity.OWNER);
      return;
    }
    found.put(owner, new Recipient(owner, Notice.Capacity.OWNER, Suppression.ILLUSTRATIVE_TARGET));
    add(found, office(), Notice.Capacity.OFFICE);
  }

  private String office() {
    return catalogue.strategy().office();
  }

  private static void add(Map<String, Recipient> found, String role, Notice.Capacity capacity) {
    found.putIfAbsent(role, new Recipient(role, capacity, null));
  }
}
