package si.kazalnik.indicator.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Project;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;

/** What one version has that another has not. */
final class CatalogueChanges {

  private CatalogueChanges() {}

  /** Ids of one kind, sorted. */
  record Ids(Set<String> added, Set<String> changed, Set<String> removed) {}

  /**
   * The changes by kind; a goal, objective or measure that changes changes the strategy.
   *
   * @param before empty before the first version; then everything is added
   */
  static Map<String, Ids> between(Optional<Catalogue> before, Catalogue now) {
    Map<String, Ids> changes = new LinkedHashMap<>();
    changes.put("strategy", of(before, now, c -> List.of(c.strategy()), Strategy::id));
    changes.put("indicators", of(before, now, Catalogue::indicators, Indicator::id));
    changes.put("series", of(before, now, Catalogue::series, Series::id));
    changes.put("providers", of(before, now, Catalogue::providers, Provider::id));
    changes.put("owners", of(before, now, Catalogue::owners, Owner::id));
    changes.put("projects", of(before, now, Catalogue::projects, Project::id));
    return changes;
  }

  private static <E> Ids of(
      Optional<Catalogue> before,
      Catalogue now,
      Function<Catalogue, List<E>> list,
      Function<E, String> id) {
    Map<String, E> old = byId(before.map(list).orElse(List.of()), id);
    Map<String, E> young = byId(list.apply(now), id);
    Set<String> added = new TreeSet<>(young.keySet());
    added.removeAll(old.keySet());
    Set<String> removed = new TreeSet<>(old.keySet());
    removed.removeAll(young.keySet());
    Set<String> changed = new TreeSet<>(young.keySet());
    changed.retainAll(old.keySet());
    changed.removeIf(each -> Objects.equals(young.get(each), old.get(each)));
    return new Ids(added, changed, removed);
  }

  private static <E> Map<String, E> byId(List<E> entries, Function<E, String> id) {
    return entries.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
