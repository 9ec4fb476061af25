package si.kazalnik.indicator.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Strategy.Measure;
import si.kazalnik.contract.catalogue.Strategy.Objective;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** A goal as the API lists it: its levels, and the ids of the indicators on each. */
record GoalItem(
    String id,
    @Nullable String number,
    Map<String, String> title,
    Map<String, String> description,
    Map<String, String> status,
    boolean illustrative,
    @Nullable String source,
    List<ObjectiveItem> objectives,
    List<MeasureItem> measures,
    List<String> indicators) {

  /** A specific objective. */
  record ObjectiveItem(
      String id,
      @Nullable String number,
      Map<String, String> title,
      Map<String, String> description,
      Map<String, String> status,
      boolean illustrative,
      @Nullable String source,
      List<MeasureItem> measures) {}

  /** A measure. */
  record MeasureItem(
      String id,
      @Nullable String number,
      Map<String, String> title,
      Map<String, String> description,
      Map<String, String> status,
      boolean illustrative,
      @Nullable String source,
      List<String> indicators) {}

  static GoalItem of(Goal goal, PublishedStrategy strategy) {
    return new GoalItem(
        goal.id(),
        goal.number(),
        goal.title(),
        goal.description(),
        goal.status(),
        goal.illustrative(),
        goal.source(),
        goal.objectives().stream().map(each -> objective(each, strategy)).toList(),
        measures(goal.measures(), strategy),
        ids(strategy.of(goal)));
  }

  private static ObjectiveItem objective(Objective objective, PublishedStrategy strategy) {
    return new ObjectiveItem(
        objective.id(),
        objective.number(),
        objective.title(),
        objective.description(),
        objective.status(),
        objective.illustrative(),
        objective.source(),
        measures(objective.measures(), strategy));
  }

  private static List<MeasureItem> measures(List<Measure> measures, PublishedStrategy strategy) {
    return measures.stream()
        .map(
            measure ->
                new MeasureItem(
                    measure.id(),
                    measure.number(),
                    measure.title(),
                    measure.description(),
                    measure.status(),
                    measure.illustrative(),
                    measure.source(),
                    ids(strategy.of(measure))))
        .toList();
  }

  private static List<String> ids(List<PublishedIndicator> indicators) {
    return indicators.stream().map(PublishedIndicator::id).toList();
  }
}
