package si.kazalnik.indicator.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.published.PublishedCatalogues;

/** Versions from their topic; the few that were asked for last are held. */
final class CatalogueVersions implements PublishedCatalogues {

  private static final int MOST = 8;

  private final CatalogueTopic topic;
  private final Map<String, Catalogue> held =
      new LinkedHashMap<>(MOST, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Catalogue> eldest) {
          return size() > MOST;
        }
      };

  CatalogueVersions(CatalogueTopic topic) {
    this.topic = topic;
  }

  @Override
  public synchronized Optional<Catalogue> version(String version) {
    Catalogue known = held.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Catalogue> found = topic.version(version).map(CataloguePublication::catalogue);
    found.ifPresent(catalogue -> held.put(version, catalogue));
    return found;
  }
}
