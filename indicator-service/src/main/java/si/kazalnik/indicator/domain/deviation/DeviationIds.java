package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;
import java.util.Map;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.IndicatorValue;

/**
 * The same incident has the same id after a replay: made of what it is about, never of the clock.
 */
public final class DeviationIds {

  private static final String PROVIDER = "provider:";

  private DeviationIds() {}

  /** Of the tuple's incident that the period opened. */
  static String ofIndicator(String indicator, Map<String, String> dimensions, String period) {
    return indicator + ':' + period + tuple(dimensions);
  }

  static String ofIndicator(IndicatorValue opening) {
    return ofIndicator(opening.indicator(), opening.dimensions(), opening.period());
  }

  /** The period that opened an indicator's deviation. */
  static String openingPeriod(Deviation deviation) {
    int from = deviation.id().indexOf(':') + 1;
    return deviation
        .id()
        .substring(from, deviation.id().length() - tuple(deviation.dimensions()).length());
  }

  private static String tuple(Map<String, String> dimensions) {
    return dimensions.isEmpty() ? "" : ':' + IndicatorValue.dimensionsKey(dimensions);
  }

  static String ofProvider(String provider, Instant dueAt) {
    return PROVIDER + provider + ':' + dueAt;
  }

  /** The indicator that an id of one of its deviations begins with. */
  public static String indicator(String id) {
    return id.substring(0, id.indexOf(':'));
  }

  /** The provider that an id of one of its deviations names. */
  public static String provider(String id) {
    return id.substring(PROVIDER.length(), id.indexOf(':', PROVIDER.length()));
  }
}
