package si.kazalnik.indicator.published;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Series;

/** The rules by which records say what an indicator stands at. */
interface Standings {

  Standing of(Indicator definition, List<IndicatorValue> values, Instant now, ZoneId zone);

  /** Whether this version computes the indicator. */
  boolean computed(Indicator definition, Map<String, Series> series);
}
