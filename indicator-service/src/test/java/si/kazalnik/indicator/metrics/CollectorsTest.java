package si.kazalnik.indicator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.catalogue.Lipa;
import si.kazalnik.indicator.published.MadeRecord;
import si.kazalnik.indicator.published.MadeValues;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.topology.ProviderCounts;
import si.kazalnik.service.clock.ServiceClock;

class CollectorsTest {

  private static final String UNITS = "refurbished-units";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final MadeValues values = new MadeValues();
  private final ServiceClock clock = ServiceClock.standingAt(Instant.parse("2026-03-10T12:00:00Z"));
  private Set<Integer> here = IntStream.range(0, 12).boxed().collect(Collectors.toSet());
  private Map<String, ProviderCounts> counts = Map.of();
  private CataloguePublication publication = publication(1, Lipa.loaded(Lipa.files()));
  private boolean away;

  private static CataloguePublication publication(
      long sequence, si.kazalnik.contract.catalogue.Catalogue catalogue) {
    return new CataloguePublication(
        CataloguePublication.SCHEMA,
        sequence,
        Instant.EPOCH,
        CataloguePublication.Origin.FOLDER,
        catalogue);
  }

  @BeforeEach
  void register() {
    PublishedStrategies strategies =
        new PublishedStrategies(
            () -> {
              if (away) {
                throw new MongoTimeoutException("away");
              }
              return Optional.of(publication);
            },
            values,
            version -> Optional.empty(),
            clock);
    registry.register(new IndicatorCollector(strategies, values, () -> here, clock));
    registry.register(
        new BalanceCollector(() -> List.of("jhl-it", "ngo"), () -> counts, () -> 3L, () -> here));
  }

  private Scrape scrape() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Scrape(text.toString(StandardCharsets.UTF_8));
  }

  @Test
  void the_four_figures_are_those_of_the_latest_period_with_a_value() {
    values.add(
        MadeRecord.of(UNITS, "2025-12")
            .value("80", 3)
            .expected("100", "100")
            .judged(Performance.MISSED)
            .closed("2026-01-20T23:00:00Z"),
        MadeRecord.of(UNITS, "2026-01").closed("2026-02-20T23:00:00Z"));
    Scrape scrape = scrape();
    assertThat(scrape.value("strategy_indicator_value", "indicator", UNITS)).hasValue(80);
    assertThat(scrape.value("strategy_indicator_target", "indicator", UNITS)).hasValue(100);
    assertThat(scrape.value("strategy_indicator_expected", "indicator", UNITS)).hasValue(100);
    assertThat(scrape.value("strategy_indicator_shortfall", "indicator", UNITS)).hasValue(20);
  }

  @Test
  void what_is_null_has_no_series() {
    values.add(MadeRecord.of(UNITS, "2026-01").value("5", 1));
    Scrape scrape = scrape();
    assertThat(scrape.value("strategy_indicator_value", "indicator", UNITS)).hasValue(5);
    assertThat(scrape.series("strategy_indicator_target")).isEmpty();
    assertThat(scrape.series("strategy_indicator_expected")).isEmpty();
    assertThat(scrape.series("strategy_indicator_shortfall")).isEmpty();
    values.clear();
    assertThat(scrape().series("strategy_indicator_value")).isEmpty();
  }

  /** "a dimension where the catalogue opts in"; "a suppressed cell shows no … metric". */
  @Test
  void each_cell_that_is_shown_has_its_figures_where_the_catalogue_says_so() {
    String share = "digital-applications-share";
    values.add(
        MadeRecord.of(share, "2025-12").value("30", 90).closed("2026-01-22T23:00:00Z"),
        MadeRecord.of(share, "2025-11").in("district", "Šiška").value("31", 60),
        MadeRecord.of(share, "2025-12").in("district", "Šiška").value("32", 50),
        MadeRecord.of(share, "2025-11").in("district", "Center").value("33", 40),
        MadeRecord.of(share, "2025-12").in("district", "Center").reason(NoValueReason.SUPPRESSED));
    Scrape scrape = scrape();
    assertThat(scrape.value("strategy_indicator_value", "indicator", share, "district", "Šiška"))
        .hasValue(32);
    assertThat(scrape.series("strategy_indicator_value")).hasSize(2);
  }

  @Test
  void exactly_one_state_of_each_kind_is_1() {
    values.add(
        MadeRecord.of(UNITS, "2025-12")
            .value("80", 3)
            .judged(Performance.MISSED)
            .missing("units")
            .closed("2026-01-20T23:00:00Z"));
    Scrape scrape = scrape();
    for (String metric :
        List.of("strategy_indicator_performance", "strategy_indicator_data_health")) {
      Map<String, Double> sums =
          scrape.series(metric).stream()
              .collect(
                  Collectors.groupingBy(
                      each -> String.valueOf(each.labels().get("indicator")),
                      Collectors.summingDouble(Scrape.Series::value)));
      assertThat(sums).hasSize(publication.catalogue().indicators().size());
      assertThat(sums.values()).containsOnly(1.0);
    }
    assertThat(
            scrape.value("strategy_indicator_performance", "indicator", UNITS, "state", "MISSED"))
        .hasValue(1);
    assertThat(
            scrape.value("strategy_indicator_data_health", "indicator", UNITS, "state", "OVERDUE"))
        .hasValue(1);
  }

  @Test
  void data_age_counts_from_the_end_of_the_latest_period_that_misses_nothing() {
    values.add(
        MadeRecord.of(UNITS, "2026-02").value("5", 1),
        MadeRecord.of(UNITS, "2026-03").value("5", 1).missing("units"));
    // February ended at local midnight, 23:00 UTC of its last day.
    assertThat(scrape().value("strategy_indicator_data_age_seconds", "indicator", UNITS))
        .hasValue(9 * 86_400.0 + 13 * 3_600);
    values.add(MadeRecord.of(UNITS, "2026-04").value("5", 1));
    assertThat(scrape().value("strategy_indicator_data_age_seconds", "indicator", UNITS))
        .hasValue(0);
  }

  @Test
  void an_indicator_has_one_info_series_for_each_measure() {
    Scrape scrape = scrape();
    assertThat(scrape.series("strategy_indicator_info", "indicator", UNITS))
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.value()).isEqualTo(1);
              assertThat(series.labels())
                  .containsOnly(
                      Map.entry("indicator", UNITS),
                      Map.entry("measure", "refurbishing"),
                      Map.entry("objective", "circular"),
                      Map.entry("goal", "economy"),
                      Map.entry("unit", "devices"),
                      Map.entry("polarity", "HIGHER"),
                      Map.entry("illustrative", "false"));
            });
    publication =
        publication(
            2,
            Lipa.loaded(
                Lipa.with(
                    "indicators.yaml",
                    "measures: [refurbishing]",
                    "measures: [refurbishing, advisers]")));
    assertThat(scrape().series("strategy_indicator_info", "indicator", UNITS)).hasSize(2);
  }

  @Test
  void only_what_is_computed_here_is_exported() {
    int all = scrape().series("strategy_indicator_info").size();
    here = Set.of(1, 3, 5, 7, 9, 11);
    int odd = scrape().series("strategy_indicator_info").size();
    assertThat(scrape().series("measurements_applied_total")).isEmpty();
    here = Set.of(0, 2, 4, 6, 8, 10);
    int even = scrape().series("strategy_indicator_info").size();
    assertThat(scrape().series("measurements_applied_total")).hasSize(2);
    assertThat(odd + even).isEqualTo(all);
    assertThat(odd).isPositive();
    assertThat(even).isPositive();
  }

  @Test
  void the_counters_are_the_balance() {
    counts = Map.of("ngo", new ProviderCounts(5, 2, 1), "left", new ProviderCounts(7, 0, 0));
    Scrape scrape = scrape();
    assertThat(scrape.value("measurements_applied_total", "provider", "ngo")).hasValue(5);
    assertThat(scrape.value("measurements_duplicate_total", "provider", "ngo")).hasValue(2);
    assertThat(scrape.value("measurements_superseded_total", "provider", "ngo")).hasValue(1);
    assertThat(scrape.value("measurements_applied_total", "provider", "jhl-it")).hasValue(0);
    assertThat(scrape.value("measurements_applied_total", "provider", "left")).hasValue(7);
    assertThat(scrape.value("measurements_unreadable_total")).hasValue(3);
  }

  @Test
  void without_the_database_the_other_metrics_are_still_there() {
    away = true;
    assertThat(scrape().series("strategy_indicator_info")).isEmpty();
    assertThat(scrape().series("measurements_applied_total")).hasSize(2);
  }
}
