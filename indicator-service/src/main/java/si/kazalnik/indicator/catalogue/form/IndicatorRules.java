package si.kazalnik.indicator.catalogue.form;

import java.util.List;
import java.util.Optional;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Series.Dimension;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.service.names.NearestName;

/**
 * What an indicator's cells and target ask of its inputs; asked anew of every definition change.
 *
 * @param disaggregateBy the dimension, where there is one
 * @param smallestCellInput the named denominator, where there is one
 */
record IndicatorRules(
    Scope scope, Optional<String> disaggregateBy, Optional<String> smallestCellInput) {

  void checkDefinition(Definition definition, Item place) {
    disaggregateBy.ifPresent(
        dimension -> {
          for (Input input : definition.inputs()) {
            scope.seriesOf(input).ifPresent(series -> checkCells(input, series, dimension, place));
          }
        });
    smallestCellInput
        .filter(name -> !definition.names().contains(name) && !definition.names().isEmpty())
        .ifPresent(
            name ->
                place.fault(
                    "`smallestCell` names the input `"
                        + name
                        + "`, and there are "
                        + String.join(", ", definition.names())
                        + NearestName.didYouMean(name, definition.names())));
  }

  private static void checkCells(Input input, Series series, String dimension, Item place) {
    List<String> names = series.dimensions().stream().map(Dimension::name).toList();
    if (!names.contains(dimension)) {
      place.fault(
          "`disaggregateBy` is `"
              + dimension
              + "`, but the series `"
              + series.id()
              + "` of the input `"
              + input.name()
              + "` has "
              + (names.isEmpty() ? "no dimensions" : "the dimensions " + String.join(", ", names))
              + NearestName.didYouMean(dimension, names));
    }
  }

  void checkTarget(Target target, Definition definition, Item place) {
    List<Series> series =
        definition.inputs().stream().flatMap(input -> scope.seriesOf(input).stream()).toList();
    boolean allKnown = series.size() == definition.names().size();
    if (TargetRules.forEachSubject(target)
        && allKnown
        && series.stream().allMatch(each -> each.roster().isEmpty())) {
      place.fault("`forEach` needs an input whose series has a `roster`");
    }
    if (TargetRules.perCell(target) && disaggregateBy.isEmpty()) {
      place.fault("`perCell` needs `disaggregateBy`: there are no cells");
    }
  }
}
