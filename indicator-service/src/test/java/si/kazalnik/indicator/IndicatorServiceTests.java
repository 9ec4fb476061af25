package si.kazalnik.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.indicator.catalogue.Lipa;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.metrics.Scrape;
import si.kazalnik.indicator.testing.RunningIndicators;
import tools.jackson.databind.JsonNode;

/** From records to numbers, over a real broker, a document store and real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IndicatorServiceTests {

  private static final String NGO = "ngo";
  private static final String UNITS = "refurbished.units";
  private static final String UNITS_VALUES = "/v1/indicators/refurbished-units/values";

  private final String mongoUri;
  private RunningIndicators service;

  IndicatorServiceTests(String mongoUri) {
    this.mongoUri = mongoUri;
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    service = new RunningIndicators(folder, Lipa.files(), mongoUri, "2026-01-15T12:00:00Z");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private JsonNode value(String period) {
    JsonNode values = service.json(UNITS_VALUES + "?from=" + period + "&to=" + period);
    assertThat(values.get("values")).hasSize(1);
    return values.get("values").get(0);
  }

  private static JsonNode of(JsonNode balance, String provider) {
    return balance.get("providers").get(provider);
  }

  @Test
  void events_become_values_a_balance_and_metrics() {
    JsonNode before = of(service.settle(), NGO);
    service.send(NGO, UNITS, "a", 1, "2024-03-10", "60");
    service.send(NGO, UNITS, "a", 1, "2024-03-10", "60");
    service.send(NGO, UNITS, "a", 2, "2024-03-10", "70");
    service.send(NGO, UNITS, "a", 1, "2024-03-10", "50");
    service.send(NGO, UNITS, "b", 1, "2024-12-31", "1.5");
    JsonNode after = of(service.settle(), NGO);
    assertThat(more(before, after, "accepted")).isEqualTo(5);
    assertThat(more(before, after, "applied")).isEqualTo(3);
    assertThat(more(before, after, "duplicate")).isEqualTo(1);
    assertThat(more(before, after, "superseded")).isEqualTo(1);
    assertThat(value("2024-02").get("value").isNull()).isTrue();
    assertThat(value("2024-03").get("value").asInt()).isEqualTo(70);
    assertThat(value("2024-12").get("value").asInt()).isEqualTo(72);
    assertThat(value("2024-12").get("performance").asString()).isEqualTo("MISSED");
    assertThat(value("2024-12").get("measurements").asInt()).isEqualTo(2);

    Scrape scrape = service.scrape();
    for (String count : List.of("applied", "duplicate", "superseded")) {
      assertThat(scrape.value("measurements_" + count + "_total", "provider", NGO))
          .hasValue(after.get(count).asDouble());
    }
    JsonNode indicator = service.json("/v1/indicators/refurbished-units");
    assertThat(scrape.value("strategy_indicator_value", "indicator", "refurbished-units"))
        .hasValue(indicator.get("latest").get("value").asDouble());
    String state = indicator.get("performance").get("state").asString();
    assertThat(
            scrape.value(
                "strategy_indicator_performance", "indicator", "refurbished-units", "state", state))
        .hasValue(1);
    for (String metric :
        List.of(
            "strategy_indicator_target",
            "strategy_indicator_expected",
            "strategy_indicator_shortfall",
            "strategy_indicator_info",
            "strategy_indicator_data_age_seconds",
            "strategy_indicator_data_health",
            "measurements_unreadable_total",
            "measurements_delay_seconds_bucket")) {
      assertThat(scrape.series(metric)).as(metric).isNotEmpty();
    }
    assertThat(scrape.series("measurements_delay_seconds_count").get(0).value()).isPositive();
    // A client's own metrics are looked for from time to time, once it has partitions.
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(service.scrape().series("kafka_consumer_fetch_manager_records_lag"))
                    .isNotEmpty());
  }

  private static long more(JsonNode before, JsonNode after, String count) {
    return after.get(count).asLong() - before.get(count).asLong();
  }

  @Test
  void a_restart_and_an_emptied_database_change_no_number() {
    service.send(NGO, UNITS, "kept", 1, "2025-02-01", "11");
    JsonNode balance = service.settle().get("providers");
    String values = service.get(UNITS_VALUES).body();
    assertThat(values).contains("11");
    service.restart(() -> {});
    assertThat(service.get(UNITS_VALUES).body()).isEqualTo(values);
    assertThat(service.settle().get("providers")).isEqualTo(balance);
    service.restart(this::emptyTheDatabase);
    assertThat(service.get(UNITS_VALUES).body()).isEqualTo(values);
    service.send(NGO, UNITS, "kept", 2, "2025-02-01", "12");
    service.settle();
    assertThat(value("2025-02").get("value").asInt()).isEqualTo(12);
  }

  private void emptyTheDatabase() {
    try (MongoClient client = MongoClients.create(mongoUri)) {
      client
          .getDatabase(Objects.requireNonNull(new ConnectionString(mongoUri).getDatabase()))
          .drop();
    }
  }

  @Test
  void a_catalogue_put_while_it_runs_changes_what_is_computed() {
    List<SourceFile> doubled =
        Lipa.with(
            "indicators.yaml",
            "inputs: {units: {series: refurbished.units, aggregate: SUM, window: YEAR_TO_DATE}}",
            "inputs: {units: {series: refurbished.units, aggregate: SUM, window: YEAR_TO_DATE}}\n"
                + "    formula: 2 * units");
    service.send(NGO, UNITS, "put", 1, "2025-11-01", "3");
    service.settle();
    int before = value("2025-11").get("value").asInt();
    assertThat(before).isPositive();
    assertThat(service.put("wrong", doubled).statusCode()).isEqualTo(401);
    assertThat(
            service
                .put(
                    RunningIndicators.OPERATOR_KEY,
                    Lipa.with("indicators.yaml", "polarity: HIGHER", "polarity: UP"))
                .statusCode())
        .isEqualTo(422);
    assertThat(value("2025-11").get("value").asInt()).isEqualTo(before);
    computedBy(doubled);
    assertThat(value("2025-11").get("value").asInt()).isEqualTo(2 * before);

    List<SourceFile> other =
        Lipa.with("indicators.yaml", "id: refurbished-units", "id: refurbished-devices");
    computedBy(other);
    assertThat(service.get(UNITS_VALUES).statusCode()).isEqualTo(404);
    Scrape scrape = service.scrape();
    assertThat(scrape.series("strategy_indicator_info", "indicator", "refurbished-units"))
        .isEmpty();
    assertThat(scrape.series("strategy_indicator_info", "indicator", "refurbished-devices"))
        .hasSize(1);
    computedBy(Lipa.files());
    assertThat(value("2025-11").get("value").asInt()).isEqualTo(before);
  }

  private void computedBy(List<SourceFile> files) {
    String version = Lipa.loaded(files).version();
    assertThat(service.put(RunningIndicators.OPERATOR_KEY, files).statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> version.equals(service.settle().get("catalogue").asString()));
  }

  @Test
  void good_bad_good() {
    JsonNode before = service.settle();
    double unreadable = unreadable();
    byte[] bad = "no measurement".getBytes(StandardCharsets.UTF_8);
    service.send("jhl-it", "policies.adopted", "1", 1, "2024-05-05", null);
    service.send("bad".getBytes(StandardCharsets.UTF_8), bad);
    service.send("jhl-it", "policies.adopted", "2", 1, "2024-05-06", null);
    JsonNode after = service.settle();
    assertThat(more(of(before, "jhl-it"), of(after, "jhl-it"), "applied")).isEqualTo(2);
    assertThat(unreadable() - unreadable).isEqualTo(1);
    JsonNode policy = service.json("/v1/indicators/security-policy/values?from=2024&to=2024");
    assertThat(policy.get("values").get(0).get("value").asInt()).isEqualTo(1);
    assertThat(policy.get("values").get(0).get("measurements").asInt()).isEqualTo(2);
  }

  private double unreadable() {
    return service.scrape().value("measurements_unreadable_total").orElseThrow();
  }
}
