package si.kazalnik.indicator.domain;

import java.util.Map;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Series;

/** Which definitions need what this version does not compute: they are listed, and say so. */
public final class NotYetComputed {

  private NotYetComputed() {}

  /**
   * Whether the indicator's periods bear the reason {@code NOT_YET_COMPUTED} and nothing else.
   *
   * @param series the catalogue's series by id
   */
  public static boolean concerns(Indicator indicator, Map<String, Series> series) {
    return indicator.reporting().frequency() == null
        || indicator.inputs().stream().anyMatch(NotYetComputed::concerns)
        || indicator.changes().stream()
            .anyMatch(
                change ->
                    change instanceof DefinitionChange of
                        && of.inputs() != null
                        && of.inputs().stream().anyMatch(NotYetComputed::concerns));
  }

  private static boolean concerns(Input input) {
    return input.aggregate() == Aggregate.DISTINCT || input.aggregate() == Aggregate.PERCENTILE;
  }
}
