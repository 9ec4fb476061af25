package si.kazalnik.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static si.kazalnik.ingestion.testing.Events.application;
import static si.kazalnik.ingestion.testing.RunningIngestion.NGO_KEY;
import static si.kazalnik.ingestion.testing.RunningIngestion.OPERATOR_KEY;
import static si.kazalnik.ingestion.testing.RunningIngestion.PROVIDER_KEY;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.ingestion.testing.Http;
import si.kazalnik.ingestion.testing.RunningIngestion;
import tools.jackson.databind.JsonNode;

/** What HTTP promises, on whatever document store the service has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MeasurementsHttpTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String SINGLE = "application/cloudevents+json";

  private final RunningIngestion service;
  private final Http http;

  MeasurementsHttpTests(String mongoUri) {
    service = RunningIngestion.ready(mongoUri);
    http = new Http(service);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void a_batch_is_received_and_its_receipt_tells_what_became_of_each_event() {
    HttpResponse<String> answer =
        post(BATCH, "[" + application("h-1", 1) + ", {\"bad\":1} ," + application("h-2", 2) + "]");

    assertThat(answer.statusCode()).isEqualTo(202);
    JsonNode receipt = json(answer);
    assertThat(receipt.get("received").asInt()).isEqualTo(3);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo("/v1/receipts/" + receipt.get("receipt").asString());
    JsonNode done = finished(location);
    assertThat(done.get("provider").asString()).isEqualTo("jhl-it");
    assertThat(done.get("receivedAt").asString()).isEqualTo("2026-11-01T12:00:00Z");
    assertThat(done.get("accepted").asInt()).isEqualTo(2);
    assertThat(done.get("rejected").asInt()).isEqualTo(1);
    JsonNode rejection = done.get("rejections").get(0);
    assertThat(rejection.get("index").asInt()).isEqualTo(1);
    assertThat(rejection.get("id").isNull()).isTrue();
    assertThat(rejection.get("code").asString()).isEqualTo("MALFORMED");
    assertThat(rejection.get("message").asString()).contains("specversion");
  }

  @Test
  void a_single_event_and_one_in_binary_mode_go_the_same_way() {
    String single = post(SINGLE, application("h-3", 3)).headers().firstValue("Location").get();
    String data =
        """
        {"measurement":"h-4","series":"refurbished.units","observedAt":"2026-10-01T00:00:00Z","value":1}""";
    HttpResponse<String> binary =
        http.post(
            "/v1/measurements",
            NGO_KEY,
            "application/json",
            BodyPublishers.ofString(data),
            "ce-specversion",
            "1.0",
            "ce-id",
            "h%204",
            "ce-source",
            "urn:lipa:provider:ngo",
            "ce-type",
            "si.kazalnik.measurement.recorded.v1");

    assertThat(finished(single).get("accepted").asInt()).isEqualTo(1);
    assertThat(binary.statusCode()).isEqualTo(202);
    String location = binary.headers().firstValue("Location").orElseThrow();
    assertThat(finished(location).get("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void what_http_refuses_has_a_problem_and_is_neither_stored_nor_counted() {
    long before = service.all(service.topics().raw("jhl-it")).size();

    refused(http.post("/v1/measurements", null, SINGLE, text("{}")), 401, "unauthorized");
    refused(http.post("/v1/measurements", "wrong", SINGLE, text("{}")), 401, "unauthorized");
    refused(http.post("/v1/measurements", OPERATOR_KEY, SINGLE, text("{}")), 401, "unauthorized");
    refused(post("text/csv", "a,b"), 415, "unsupported-media-type");
    refused(post("application/json", "{}"), 415, "unsupported-media-type");
    refused(post(SINGLE, "{\"a\":"), 400, "not-json");
    refused(post(SINGLE, "{} {}"), 400, "not-json");
    refused(post(SINGLE, ""), 400, "not-json");
    refused(post(SINGLE, "{\"a\":NaN}"), 400, "not-json");
    refused(post(BATCH, "[{},"), 400, "not-json");
    refused(post(BATCH, " [ ] "), 400, "empty-batch");

    assertThat(service.all(service.topics().raw("jhl-it"))).hasSize((int) before);
  }

  @Test
  void a_body_of_5_megabytes_is_refused_announced_or_not() {
    byte[] large = new byte[5 * 1024 * 1024];
    refused(
        http.post("/v1/measurements", PROVIDER_KEY, SINGLE, BodyPublishers.ofByteArray(large)),
        413,
        "body-too-large");
    BodyPublisher unannounced =
        BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(large)));
    refused(
        http.post("/v1/measurements", PROVIDER_KEY, SINGLE, unannounced), 413, "body-too-large");
  }

  @Test
  void a_batch_with_an_event_that_fits_no_record_stores_none_of_it() {
    long before = service.all(service.topics().raw("jhl-it")).size();
    String almostAll = "{\"pad\":\"" + "x".repeat(4 * 1024 * 1024 - 40) + "\"}";

    refused(post(BATCH, "[{\"a\":1}," + almostAll + "]"), 413, "body-too-large");

    assertThat(service.all(service.topics().raw("jhl-it"))).hasSize((int) before);
  }

  @Test
  void an_event_of_300_kilobytes_is_taken_and_then_refused_as_too_large() {
    String large = "{\"pad\":\"" + "x".repeat(300 * 1024) + "\"}";
    String location = post(SINGLE, large).headers().firstValue("Location").orElseThrow();

    JsonNode done = finished(location);
    assertThat(done.get("rejections").get(0).get("code").asString()).isEqualTo("TOO_LARGE");
  }

  @Test
  void a_receipt_is_seen_by_its_provider_and_the_operator_alone() {
    String location = post(SINGLE, application("h-5", 5)).headers().firstValue("Location").get();

    assertThat(http.get(location, OPERATOR_KEY).statusCode()).isEqualTo(200);
    refused(http.get(location, NGO_KEY), 404, "unknown-receipt");
    refused(http.get(location, null), 401, "unauthorized");
    refused(
        http.get("/v1/receipts/jhl-it_0_1_000000000000_forged", OPERATOR_KEY),
        404,
        "unknown-receipt");
  }

  @Test
  void the_balance_closes_and_the_metrics_say_the_same() {
    finished(
        post(BATCH, "[" + application("h-6", 6) + ",{}]").headers().firstValue("Location").get());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode providers = json(http.get("/v1/balance", null)).get("providers");
              JsonNode jhl = providers.get("jhl-it");
              long raw = service.all(service.topics().raw("jhl-it")).size();
              assertThat(jhl.get("received").asLong()).isEqualTo(raw);
              assertThat(jhl.get("accepted").asLong() + jhl.get("rejected").asLong())
                  .isEqualTo(raw);
              assertThat(jhl.get("codes").get("MALFORMED").asLong()).isPositive();
              assertThat(providers.get("ngo").get("received").isNumber()).isTrue();
              assertThat(http.scrape())
                  .contains("measurements_received_total{provider=\"jhl-it\"} " + raw + ".0")
                  .contains("measurements_accepted_total{provider=\"ngo\"}")
                  .contains("measurements_rejected_total{code=\"MALFORMED\",provider=\"jhl-it\"}");
            });
  }

  @Test
  void it_is_ready_and_alive() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(http.management("/actuator/health/readiness").statusCode())
                    .isEqualTo(200));
    assertThat(http.management("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(String type, String body) {
    return http.post("/v1/measurements", PROVIDER_KEY, type, text(body));
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }

  private JsonNode finished(String location) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> json(http.get(location, OPERATOR_KEY)),
            receipt -> receipt.get("pending").asInt(-1) == 0);
  }

  private static void refused(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json(answer).get("type").asString()).isEqualTo("urn:kazalnik:problem:" + slug);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ContractJson.mapper().readTree(answer.body());
  }
}
