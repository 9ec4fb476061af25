package si.kazalnik.indicator.domain.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target;

/**
 * How an indicator's measurements are told apart.
 *
 * @param ofMoments the series that are fed by moments, and not by whole periods
 * @param rosters of each series that has one its subjects
 * @param subjects those that are judged one by one, each once; empty without {@code forEach}
 * @param dimension by which the indicator is disaggregated, or null
 * @param cells the dimension's listed values, each once; empty without a dimension
 */
record Shares(
    List<Input> inputs,
    Set<String> ofMoments,
    Map<String, List<String>> rosters,
    List<String> subjects,
    @Nullable String dimension,
    List<String> cells) {

  static Shares of(Indicator indicator, Map<String, Series> series) {
    List<Series> read =
        indicator.inputs().stream()
            .map(Input::series)
            .distinct()
            .flatMap(id -> Optional.ofNullable(series.get(id)).stream())
            .toList();
    Map<String, List<String>> rosters = new TreeMap<>();
    for (Series each : read) {
      if (!each.roster().isEmpty()) {
        rosters.put(each.id(), each.roster());
      }
    }
    List<String> subjects =
        forEachSubject(indicator.target())
            ? read.stream().flatMap(each -> each.roster().stream()).distinct().toList()
            : List.of();
    String dimension = indicator.disaggregateBy();
    List<String> cells =
        read.stream()
            .flatMap(each -> each.dimensions().stream())
            .filter(each -> each.name().equals(dimension))
            .flatMap(each -> each.values().stream())
            .distinct()
            .toList();
    Set<String> ofMoments =
        read.stream()
            .filter(each -> each.period() == null)
            .map(Series::id)
            .collect(Collectors.toUnmodifiableSet());
    return new Shares(indicator.inputs(), ofMoments, rosters, subjects, dimension, cells);
  }

  private static boolean forEachSubject(Target target) {
    return (target instanceof Target.Path path && path.forEachSubject())
        || (target instanceof Target.EveryPeriod quota && quota.forEachSubject());
  }
}
