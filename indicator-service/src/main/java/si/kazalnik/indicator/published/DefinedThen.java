package si.kazalnik.indicator.published;

import java.time.ZoneId;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.domain.evaluation.Reasoning;

/**
 * An indicator as it was defined when a value of it was computed.
 *
 * @param catalogue the version that says so
 */
public record DefinedThen(Catalogue catalogue, PublishedIndicator indicator) {

  /** How that value of it came about. */
  public Reasoning reasoning(IndicatorValue value) {
    return indicator.rules().reasoning(value);
  }

  public ZoneId zone() {
    return catalogue.strategy().timeZone();
  }
}
