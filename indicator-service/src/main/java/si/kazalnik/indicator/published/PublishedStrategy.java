package si.kazalnik.indicator.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Strategy.Measure;

/**
 * All that the public sees at one moment. Immutable.
 *
 * @param state names this state: as long as it is the same, so is everything here
 * @param today the local day; whatever the clock alone changes, it changes at a local midnight
 * @param changedAt when the newest of it came to be: a value, a closing, the catalogue
 * @param indicators by id, in the catalogue's order
 */
public record PublishedStrategy(
    String state,
    LocalDate today,
    Instant changedAt,
    StrategyIndex index,
    Map<String, PublishedIndicator> indicators) {

  public Catalogue catalogue() {
    return index.catalogue();
  }

  public Optional<PublishedIndicator> indicator(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  public Collection<PublishedIndicator> all() {
    return indicators.values();
  }

  /** Those that serve the goal, each once. */
  public List<PublishedIndicator> of(Goal goal) {
    return published(index.indicatorsOf(goal));
  }

  /** Those that serve the measure. */
  public List<PublishedIndicator> of(Measure measure) {
    return published(index.indicatorsOf(measure));
  }

  private List<PublishedIndicator> published(List<Indicator> definitions) {
    return definitions.stream().flatMap(definition -> indicator(definition.id()).stream()).toList();
  }
}
