package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;

/**
 * What one partition of stage two needs of a catalogue: its own indicators, their series, the
 * strategy without its goals.
 *
 * @param sequence of the publication
 * @param inForceSince of each indicator, by the clock: when the version was published in which its
 *     id first appeared, kept while it stays
 * @param routing since when each indicator uses each of its series
 */
record Slice(
    long sequence, Catalogue catalogue, Map<String, Instant> inForceSince, Routing routing) {

  /** The slice of the next publication. */
  static Slice after(
      @Nullable Slice before, CataloguePublication publication, Predicate<String> mine) {
    List<Indicator> indicators = new ArrayList<>();
    Set<String> used = new HashSet<>();
    Map<String, Instant> inForceSince = new TreeMap<>();
    for (Indicator each : publication.catalogue().indicators()) {
      if (mine.test(each.id())) {
        indicators.add(each);
        used.addAll(Routing.seriesOf(each));
        Instant since = before == null ? null : before.inForceSince.get(each.id());
        inForceSince.put(each.id(), since == null ? publication.publishedAt() : since);
      }
    }
    Catalogue whole = publication.catalogue();
    Catalogue catalogue =
        new Catalogue(
            whole.version(),
            withoutGoals(whole.strategy()),
            List.of(),
            List.of(),
            whole.series().stream().filter(series -> used.contains(series.id())).toList(),
            List.copyOf(indicators),
            List.of());
    Routing routing =
        Routing.after(before == null ? null : before.routing(), publication.sequence(), catalogue);
    return new Slice(publication.sequence(), catalogue, inForceSince, routing);
  }

  Optional<Indicator> indicator(String id) {
    return catalogue.indicators().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Whether both compute the indicator in the same way. */
  boolean definesAlike(Indicator indicator, Slice other) {
    return other
            .indicator(indicator.id())
            .map(Slice::computedWith)
            .equals(Optional.of(computedWith(indicator)))
        && seriesOf(indicator).equals(other.seriesOf(indicator))
        && (!indicator.reporting().workingDays()
            || Objects.equals(
                catalogue.strategy().holidays(), other.catalogue.strategy().holidays()));
  }

  /**
   * Whether both compute the indicator in the same way, and it has read its series without a break:
   * between the two it may have been away, and what came meanwhile was not told to it.
   */
  boolean computesAlike(Indicator indicator, Slice other) {
    return definesAlike(indicator, other)
        && Objects.equals(inForceSince.get(indicator.id()), other.inForceSince.get(indicator.id()))
        && Routing.seriesOf(indicator).stream()
            .allMatch(
                series ->
                    routing.since(series, indicator.id())
                        == other.routing.since(series, indicator.id()));
  }

  private List<Series> seriesOf(Indicator indicator) {
    Set<String> used = Routing.seriesOf(indicator);
    return catalogue.series().stream()
        .filter(series -> used.contains(series.id()))
        .map(Slice::computedWith)
        .toList();
  }

  /** Without the texts that people read, and without whom it concerns. */
  private static Indicator computedWith(Indicator indicator) {
    return new Indicator(
        indicator.id(),
        Map.of(),
        Map.of(),
        List.of(),
        "",
        indicator.unit(),
        indicator.decimals(),
        indicator.polarity(),
        indicator.inputs(),
        indicator.formula(),
        indicator.reporting(),
        indicator.disaggregateBy(),
        indicator.smallestCell(),
        indicator.metricCells(),
        indicator.baseline(),
        indicator.target(),
        indicator.tolerance(),
        indicator.consecutive(),
        indicator.alertAtRisk(),
        indicator.remindBefore(),
        List.of(),
        indicator.changes(),
        indicator.breaks(),
        indicator.illustrative(),
        null,
        Map.of());
  }

  private static Series computedWith(Series series) {
    return new Series(
        series.id(),
        series.provider(),
        Map.of(),
        series.unit(),
        series.hasValue(),
        series.period(),
        series.min(),
        series.max(),
        series.dimensions(),
        series.roster(),
        series.keep(),
        series.acceptFor(),
        series.illustrative(),
        null,
        Map.of());
  }

  private static Strategy withoutGoals(Strategy strategy) {
    return new Strategy(
        strategy.id(),
        strategy.title(),
        strategy.from(),
        strategy.to(),
        strategy.timeZone(),
        strategy.holidays(),
        strategy.languages(),
        strategy.office(),
        List.of(),
        strategy.illustrative(),
        strategy.source(),
        strategy.note());
  }
}
