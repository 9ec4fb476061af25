package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/**
 * A catalogue with one provider, the series {@code s} and {@code t}, {@code yearly} without
 * numbers, {@code reports} with a roster and {@code visits} with a dimension.
 */
final class Town {

  private static final String BASE =
      """
      strategy:
        id: town
        title: {en: Town}
        from: 2025-01-01
        to: 2027-12-31
        timeZone: Europe/Ljubljana
        languages: [en]
        office: office
        goals:
          - id: goal
            title: {en: Goal}
            measures: [{id: measure, title: {en: Measure}}]
      owners: [{id: office, title: {en: Office}, language: en}]
      providers: [{id: p, title: {en: Provider}, sources: ["urn:test:provider:p"], contact: office}]
      series:
        - {id: s, provider: p, title: {en: S}, unit: things}
        - {id: t, provider: p, title: {en: T}, unit: things}
        - {id: yearly, provider: p, title: {en: Y}, value: NONE, period: YEAR}
        - {id: reports, provider: p, title: {en: R}, unit: things, roster: [north, south]}
        - id: visits
          provider: p
          title: {en: V}
          unit: things
          dimensions: {part: {title: {en: Part}, values: [a, b, c], required: false}}
      """;

  private Town() {}

  static Catalogue with(String indicators) {
    CatalogueLoad load =
        CatalogueLoader.load(
            List.of(
                new SourceFile(
                    "town.yaml",
                    (BASE + "indicators:\n" + indicators).getBytes(StandardCharsets.UTF_8))));
    if (load instanceof CatalogueLoad.Loaded loaded) {
      return loaded.catalogue();
    }
    throw new AssertionError("faulty: " + load);
  }

  /** One indicator over series {@code s}, monthly, closing as the month ends. */
  static String monthly(String id, String aggregate, String more) {
    return """
      - id: %s
        title: {en: %s}
        measures: [measure]
        owner: office
        unit: things
        decimals: 0
        polarity: HIGHER
        inputs: {x: {series: s, aggregate: %s}}
        reporting: {frequency: MONTH}
        %s
    """
        .formatted(id, id, aggregate, more);
  }
}
