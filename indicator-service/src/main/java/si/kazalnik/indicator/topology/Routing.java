package si.kazalnik.indicator.topology;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;

/**
 * Which indicators use which series, and since which catalogue without a break: both stages work
 * this out alike, so that stage two can tell what was sent for a use that has ended from what was
 * sent since it began anew.
 *
 * @param sequence of the catalogue
 * @param zone in which days are counted
 * @param uses series to indicator to the sequence since which the indicator uses the series
 */
record Routing(long sequence, ZoneId zone, Map<String, Map<String, Long>> uses) {

  /** The routing of the next catalogue. */
  static Routing after(@Nullable Routing before, long sequence, Catalogue catalogue) {
    Map<String, Map<String, Long>> uses = new TreeMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      for (String series : seriesOf(indicator)) {
        long since = before == null ? 0 : before.since(series, indicator.id());
        uses.computeIfAbsent(series, any -> new TreeMap<>())
            .put(indicator.id(), since == 0 ? sequence : since);
      }
    }
    return new Routing(sequence, catalogue.strategy().timeZone(), uses);
  }

  /** Indicators that use the series, with the sequence since which they do. */
  Map<String, Long> usersOf(String series) {
    return uses.getOrDefault(series, Map.of());
  }

  /** The sequence since which the indicator uses the series, or 0 where it does not. */
  long since(String series, String indicator) {
    return usersOf(series).getOrDefault(indicator, 0L);
  }

  /** Every series that the definition reads, at whatever time. */
  static Set<String> seriesOf(Indicator indicator) {
    Set<String> series = new TreeSet<>();
    indicator.inputs().forEach(input -> series.add(input.series()));
    for (Indicator.Change change : indicator.changes()) {
      if (change instanceof Indicator.DefinitionChange definition && definition.inputs() != null) {
        definition.inputs().stream().map(Input::series).forEach(series::add);
      }
    }
    if (indicator.reporting().event() != null) {
      series.add(indicator.reporting().event());
    }
    return series;
  }
}
