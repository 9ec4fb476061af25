package si.kazalnik.indicator.published;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.store.ValueStore;

/** The values in MongoDB. */
@Component
record StoredValues(ValueStore store) implements PublishedValues {

  @Override
  public String version() {
    return store.version();
  }

  @Override
  public Map<String, List<IndicatorValue>> currentHeadlines(Collection<String> indicators) {
    return store.currentHeadlines(indicators);
  }

  @Override
  public List<IndicatorValue> current(String indicator, Map<String, String> dimensions) {
    return store.current(indicator, dimensions);
  }

  @Override
  public List<IndicatorValue> asOf(String indicator, Map<String, String> dimensions, Instant at) {
    return store.asOf(indicator, dimensions, at);
  }

  @Override
  public List<IndicatorValue> revisions(String indicator, String period) {
    return store.revisions(indicator, period, Map.of());
  }
}
