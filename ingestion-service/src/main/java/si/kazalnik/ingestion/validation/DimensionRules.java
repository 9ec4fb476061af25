package si.kazalnik.ingestion.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Series.Dimension;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/** The dimensions that a series allows, ready to be looked up. */
final class DimensionRules {

  private final String series;
  private final Map<String, Dimension> byName;
  private final Map<String, Set<String>> values;
  private final List<Dimension> required;

  DimensionRules(Series series) {
    this.series = series.id();
    byName =
        series.dimensions().stream()
            .collect(
                Collectors.toMap(
                    Dimension::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    values =
        series.dimensions().stream()
            .collect(Collectors.toMap(Dimension::name, d -> Set.copyOf(d.values()), (a, b) -> a));
    required = series.dimensions().stream().filter(Dimension::required).toList();
  }

  @Nullable Refusal check(Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!byName.containsKey(name)) {
        return unknown(name);
      }
    }
    for (Map.Entry<String, String> entry : given.entrySet()) {
      Set<String> allowed = values.get(entry.getKey());
      if (allowed != null && !allowed.contains(entry.getValue())) {
        return unknownValue(entry.getKey(), entry.getValue());
      }
    }
    for (Dimension dimension : required) {
      if (!given.containsKey(dimension.name())) {
        return new Refusal(
            RejectionCode.MISSING_DIMENSION,
            series
                + " needs the dimension "
                + Wording.quote(dimension.name())
                + ", one of "
                + Wording.names(dimension.values()));
      }
    }
    return null;
  }

  private Refusal unknown(String name) {
    return new Refusal(
        RejectionCode.UNKNOWN_DIMENSION,
        Wording.quote(name)
            + " is not a dimension of "
            + series
            + "; "
            + (byName.isEmpty() ? "it has none" : "it has " + Wording.names(byName.keySet()))
            + Wording.didYouMean(name, byName.keySet()));
  }

  private Refusal unknownValue(String name, String value) {
    List<String> allowed = byName.get(name) == null ? List.of() : byName.get(name).values();
    return new Refusal(
        RejectionCode.UNKNOWN_DIMENSION_VALUE,
        Wording.quote(value)
            + " is not a value of "
            + name
            + " of "
            + series
            + "; it may be "
            + Wording.names(allowed)
            + Wording.didYouMean(value, allowed));
  }
}
