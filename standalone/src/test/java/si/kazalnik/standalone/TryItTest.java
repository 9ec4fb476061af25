package si.kazalnik.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

class TryItTest {

  private static final String TOWN =
      """
      strategy:
        id: town
        title: {en: Town}
        from: 2025-01-01
        to: 2027-12-31
        timeZone: Europe/Ljubljana
        languages: [en]
        office: office
        goals: [{id: goal, title: {en: Goal}, measures: [{id: measure, title: {en: Measure}}]}]
      owners: [{id: office, title: {en: Office}, language: en}]
      providers: [{id: p, title: {en: P}, sources: ["urn:test:p"], contact: office}]
      series: [{id: s, provider: p, title: {en: S}, unit: things%s}]
      indicators:
        - id: sum
          title: {en: Sum}
          measures: [measure]
          owner: office
          unit: things
          polarity: HIGHER
          inputs: {x: {series: s, aggregate: SUM%s}}
          reporting: {frequency: MONTH}
          target: none
      """;

  @Test
  void it_stays_within_the_range_of_the_series() {
    TryIt tried = of(", range: {min: 0, max: 3}", "").get(0);

    assertThat(tried.by()).isEqualByComparingTo("3");
    assertThat(tried.event()).contains("\"value\":3");
    assertThat(of(", range: {min: 7}", "").get(0).by()).isEqualByComparingTo("7");
    assertThat(of("", "").get(0).by()).isEqualByComparingTo("5");
  }

  @Test
  void where_no_number_would_grow_nothing_is_proposed() {
    assertThat(of(", range: {min: -3, max: 0}", "")).isEmpty();
    assertThat(of("", ", atLeast: 2")).isEmpty();
  }

  private static List<TryIt> of(String series, String input) {
    CatalogueLoad load =
        CatalogueLoader.load(
            List.of(
                new SourceFile(
                    "town.yaml", TOWN.formatted(series, input).getBytes(StandardCharsets.UTF_8))));
    Catalogue catalogue = ((CatalogueLoad.Loaded) load).catalogue();
    return TryIt.of(catalogue, Instant.parse("2025-02-01T10:00:00Z"), 2);
  }
}
