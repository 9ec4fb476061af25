package si.kazalnik.indicator.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import si.kazalnik.contract.IndicatorValue;

/** Made records in the place of a database. */
public final class MadeValues implements PublishedValues {

  private final List<IndicatorValue> all = new ArrayList<>();
  private int version;

  public MadeValues add(MadeRecord... records) {
    for (MadeRecord each : records) {
      all.add(each.made());
    }
    version++;
    return this;
  }

  public void clear() {
    all.clear();
    version++;
  }

  @Override
  public String version() {
    return Integer.toString(version);
  }

  @Override
  public Map<String, List<IndicatorValue>> currentHeadlines(Collection<String> indicators) {
    return indicators.stream().collect(Collectors.toMap(id -> id, id -> current(id, Map.of())));
  }

  @Override
  public List<IndicatorValue> current(String indicator, Map<String, String> dimensions) {
    return newest(indicator, dimensions, each -> true);
  }

  @Override
  public List<IndicatorValue> asOf(String indicator, Map<String, String> dimensions, Instant at) {
    return newest(
        indicator, dimensions, each -> each.revision() > 0 && !each.computedAt().isAfter(at));
  }

  @Override
  public List<IndicatorValue> revisions(String indicator, String period) {
    return all.stream()
        .filter(each -> each.indicator().equals(indicator) && each.period().equals(period))
        .sorted(Comparator.comparing(IndicatorValue::revision))
        .toList();
  }

  private List<IndicatorValue> newest(
      String indicator, Map<String, String> dimensions, Predicate<IndicatorValue> which) {
    Map<String, IndicatorValue> byPeriod = new TreeMap<>();
    for (IndicatorValue each : all) {
      if (each.indicator().equals(indicator)
          && each.dimensions().equals(dimensions)
          && which.test(each)) {
        byPeriod.merge(each.period(), each, (a, b) -> a.revision() > b.revision() ? a : b);
      }
    }
    return List.copyOf(byPeriod.values());
  }
}
