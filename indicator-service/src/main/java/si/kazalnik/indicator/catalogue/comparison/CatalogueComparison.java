package si.kazalnik.indicator.catalogue.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Project;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;
import tools.jackson.databind.JsonNode;

/** Compares two catalogues, entry by entry and key by key. */
public final class CatalogueComparison {

  private final List<Difference> differences = new ArrayList<>();

  private final Effects effects;

  private CatalogueComparison(Effects effects) {
    this.effects = effects;
  }

  /** What the second changes of the first, in the order of kinds and ids. */
  public static List<Difference> between(Catalogue before, Catalogue after) {
    CatalogueComparison comparison = new CatalogueComparison(new Effects(after));
    comparison.compare(
        "strategy", List.of(before.strategy()), List.of(after.strategy()), Strategy::id);
    comparison.compare("indicator", before.indicators(), after.indicators(), Indicator::id);
    comparison.compare("series", before.series(), after.series(), Series::id);
    comparison.compare("provider", before.providers(), after.providers(), Provider::id);
    comparison.compare("owner", before.owners(), after.owners(), Owner::id);
    comparison.compare("project", before.projects(), after.projects(), Project::id);
    return List.copyOf(comparison.differences);
  }

  private <E> void compare(String kind, List<E> before, List<E> after, Function<E, String> id) {
    Map<String, E> old = byId(before, id);
    Map<String, E> young = byId(after, id);
    TreeSet<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(young.keySet());
    for (String each : ids) {
      compare(kind, each, old.get(each), young.get(each));
    }
  }

  private void compare(String kind, String id, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before == null) {
      add(Difference.What.ADDED, kind, id, List.of(), List.of());
    } else if (after == null) {
      add(Difference.What.REMOVED, kind, id, List.of(), List.of());
    } else {
      add(
          Difference.What.CHANGED,
          kind,
          id,
          JsonComparison.of(tree(before), tree(after)),
          effects.of(before, after));
    }
  }

  private void add(
      Difference.What what,
      String kind,
      String id,
      List<Difference.Change> changes,
      List<String> effects) {
    differences.add(new Difference(what, kind, id, changes, effects));
  }

  private static JsonNode tree(Object entry) {
    return ContractJson.mapper().valueToTree(entry);
  }

  private static <E> Map<String, E> byId(List<E> entries, Function<E, String> id) {
    return entries.stream()
        .collect(Collectors.toMap(id, Function.identity(), (a, b) -> b, TreeMap::new));
  }
}
