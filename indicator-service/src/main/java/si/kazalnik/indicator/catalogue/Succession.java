package si.kazalnik.indicator.catalogue;

import java.util.ArrayList;
import java.util.List;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.catalogue.CatalogueTopic.Past;
import si.kazalnik.indicator.catalogue.comparison.NeverChanged;

/** Whether a catalogue can follow those before it: some things never change. */
final class Succession {

  private Succession() {}

  /** What speaks against it; nothing where it can be published. */
  static List<String> reasonsAgainst(Catalogue catalogue, Past past, int bytes) {
    List<String> reasons = new ArrayList<>();
    if (bytes > Topics.CATALOGUE_MAX_BYTES) {
      reasons.add("the catalogue is larger than 16 MiB as JSON: " + bytes + " bytes");
    }
    past.newest()
        .map(CataloguePublication::catalogue)
        .map(Catalogue::strategy)
        .ifPresent(before -> reasons.addAll(NeverChanged.against(before, catalogue.strategy())));
    for (Series series : catalogue.series()) {
      Series before = past.everySeries().get(series.id());
      if (before != null) {
        reasons.addAll(NeverChanged.against(before, series));
      }
    }
    return reasons;
  }
}
