package si.kazalnik.indicator.catalogue;

import java.util.List;
import java.util.Optional;
import si.kazalnik.contract.catalogue.CataloguePublication;

/** What came of an attempt to publish a catalogue. */
sealed interface Publishing {

  /** It is in force. */
  record Published(CataloguePublication publication, Optional<CataloguePublication> before)
      implements Publishing {}

  /** It was so already; nothing was published. */
  record Unchanged(CataloguePublication current) implements Publishing {}

  /** It can't follow the versions before it; those stay in force. */
  record Refused(List<String> reasons) implements Publishing {}
}
