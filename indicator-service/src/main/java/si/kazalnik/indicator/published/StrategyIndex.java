package si.kazalnik.indicator.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Strategy.Measure;
import si.kazalnik.contract.catalogue.Strategy.Objective;

/** Ways through one catalogue. */
public final class StrategyIndex {

  private final Catalogue catalogue;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Series> series = new HashMap<>();

  /** Where a measure stands: the objective is null where it lies directly under its goal. */
  public record Place(Goal goal, @Nullable Objective objective, Measure measure) {}

  StrategyIndex(Catalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.series().forEach(each -> series.put(each.id(), each));
    for (Goal goal : catalogue.strategy().goals()) {
      for (Objective objective : goal.objectives()) {
        objective.measures().forEach(m -> places.put(m.id(), new Place(goal, objective, m)));
      }
      goal.measures().forEach(m -> places.put(m.id(), new Place(goal, null, m)));
    }
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public List<Goal> goals() {
    return catalogue.strategy().goals();
  }

  public Optional<Goal> goal(String id) {
    return goals().stream().filter(goal -> goal.id().equals(id)).findFirst();
  }

  /** Where the measures stand that the indicator serves, in the indicator's order. */
  public List<Place> places(Indicator indicator) {
    return indicator.measures().stream().map(places::get).filter(p -> p != null).toList();
  }

  /** Ids of the goals that it serves, each once. */
  public List<String> goalIds(Indicator indicator) {
    return distinct(places(indicator).stream().map(place -> place.goal().id()));
  }

  /** Ids of the objectives that it serves, each once. */
  public List<String> objectiveIds(Indicator indicator) {
    return distinct(
        places(indicator).stream()
            .map(Place::objective)
            .flatMap(objective -> objective == null ? Stream.empty() : Stream.of(objective.id())));
  }

  /** The indicators that serve the goal, in the catalogue's order, each once. */
  public List<Indicator> indicatorsOf(Goal goal) {
    return catalogue.indicators().stream()
        .filter(indicator -> goalIds(indicator).contains(goal.id()))
        .toList();
  }

  /** The indicators that serve the measure, in the catalogue's order. */
  public List<Indicator> indicatorsOf(Measure measure) {
    return catalogue.indicators().stream()
        .filter(indicator -> indicator.measures().contains(measure.id()))
        .toList();
  }

  /** The series that the indicator reads, in the order of its inputs, each once. */
  public List<Series> seriesOf(Indicator indicator) {
    Set<Series> read = new LinkedHashSet<>();
    Stream.concat(
            indicator.inputs().stream(),
            indicator.changes().stream()
                .filter(Indicator.DefinitionChange.class::isInstance)
                .map(Indicator.DefinitionChange.class::cast)
                .flatMap(
                    change -> change.inputs() == null ? Stream.empty() : change.inputs().stream()))
        .map(input -> series.get(input.series()))
        .filter(found -> found != null)
        .forEach(read::add);
    return new ArrayList<>(read);
  }

  private static List<String> distinct(Stream<String> ids) {
    return ids.distinct().toList();
  }
}
