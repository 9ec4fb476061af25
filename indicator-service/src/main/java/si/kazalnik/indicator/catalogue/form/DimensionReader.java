package si.kazalnik.indicator.catalogue.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import si.kazalnik.contract.catalogue.Series.Dimension;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code dimensions} of a series, sorted by name: the order of keys means nothing. */
final class DimensionReader {

  private static final Set<String> KEYS = Remarks.and("title", "values", "required");

  private final Scope scope;

  DimensionReader(Scope scope) {
    this.scope = scope;
  }

  List<Dimension> read(Fields series) {
    Optional<Fields> dimensions =
        series.optional("dimensions").flatMap(item -> item.mapping("dimensions by name"));
    Map<String, Item> sorted = new TreeMap<>();
    dimensions.ifPresent(fields -> sorted.putAll(fields.all()));
    return sorted.entrySet().stream()
        .flatMap(entry -> dimension(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private Optional<Dimension> dimension(String name, Item item) {
    if (name.isBlank()) {
      item.fault("a dimension needs a name");
    }
    return item.fields("the dimension `" + name + "`", KEYS).map(fields -> dimension(name, fields));
  }

  private Dimension dimension(String name, Fields fields) {
    Remarks remarks = Remarks.of(fields, scope);
    return new Dimension(
        name,
        Texts.optional(fields, "title", scope),
        fields
            .required("values")
            .map(values -> Lists.distinctTexts(values, "value"))
            .orElse(List.of()),
        fields.bool("required", true),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }
}
