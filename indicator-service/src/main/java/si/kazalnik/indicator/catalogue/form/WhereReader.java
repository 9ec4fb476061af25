package si.kazalnik.indicator.catalogue.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Series.Dimension;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.service.names.NearestName;

/** Reads {@code where}, sorted by dimension. */
final class WhereReader {

  private final Optional<Series> series;

  /**
   * A reader for an input on that series.
   *
   * @param series empty where it could not be read; then nothing is said of dimensions
   */
  WhereReader(Optional<Series> series) {
    this.series = series;
  }

  Map<String, List<String>> read(Item item) {
    Map<String, List<String>> where = new TreeMap<>();
    item.mapping("dimensions and the values that pass")
        .map(Fields::all)
        .orElse(Map.of())
        .forEach((name, values) -> where.put(name, values(name, values)));
    return Collections.unmodifiableMap(new LinkedHashMap<>(where));
  }

  private List<String> values(String name, Item item) {
    Optional<Dimension> dimension = series.flatMap(of -> dimension(of, name, item));
    return Lists.distinct(item, item.listOrOne(), "value", value -> value(value, name, dimension));
  }

  private static Optional<Dimension> dimension(Series series, String name, Item item) {
    List<String> names = series.dimensions().stream().map(Dimension::name).toList();
    if (!names.contains(name)) {
      item.fault(
          "`"
              + name
              + "` is not a dimension of `"
              + series.id()
              + "`, which has "
              + (names.isEmpty() ? "none" : String.join(", ", names))
              + NearestName.didYouMean(name, names));
    }
    return series.dimensions().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static Optional<String> value(Item item, String name, Optional<Dimension> dimension) {
    Optional<String> value = item.text();
    List<String> allowed = dimension.map(Dimension::values).orElse(List.of());
    if (value.isPresent() && !allowed.isEmpty() && !allowed.contains(value.get())) {
      item.fault(
          "`"
              + value.get()
              + "` is not a value of the dimension `"
              + name
              + "`, which has "
              + String.join(", ", allowed)
              + NearestName.didYouMean(value.get(), allowed));
    }
    return value;
  }
}
