package si.kazalnik.indicator.catalogue;

import java.util.List;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.yaml.Fault;

/** What came of reading a catalogue: the whole of it, or all that is wrong with it. */
public sealed interface CatalogueLoad {

  /** The catalogue, without a fault. */
  record Loaded(Catalogue catalogue) implements CatalogueLoad {}

  /**
   * Nothing is taken over.
   *
   * @param faults at least one, by file and line
   */
  record Faulty(List<Fault> faults) implements CatalogueLoad {}
}
