package si.kazalnik.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static si.kazalnik.ingestion.testing.Events.application;
import static si.kazalnik.ingestion.testing.Events.recorded;
import static si.kazalnik.ingestion.testing.RunningIngestion.NGO_KEY;
import static si.kazalnik.ingestion.testing.RunningIngestion.OPERATOR_KEY;
import static si.kazalnik.ingestion.testing.RunningIngestion.PROVIDER_KEY;
import static si.kazalnik.ingestion.testing.RunningIngestion.bytes;
import static si.kazalnik.ingestion.testing.RunningIngestion.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.listener.MessageListenerContainer;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.ingestion.testing.Events;
import si.kazalnik.ingestion.testing.Http;
import si.kazalnik.ingestion.testing.RunningIngestion;
import si.kazalnik.ingestion.testing.TestCatalogue;
import si.kazalnik.testing.TestMongo;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong outside, over Kafka and over HTTP: each is refused with its code and a sentence,
 * counted and kept, and the good event behind it goes through.
 */
class BadInputIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String SINGLE = "application/cloudevents+json";
  private static final String NOTHING_STORED = "Nothing was stored.";

  private static RunningIngestion service;
  private static Http http;
  private static int sequence;

  /**
   * A bad event.
   *
   * @param sentence what the refusal says among other things
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Bad(String code, String sentence, byte[] value, List<Header> headers) {
    @Override
    public String toString() {
      return code + ": " + sentence;
    }
  }

  @BeforeAll
  static void start() {
    service = RunningIngestion.ready(TestMongo.embedded().uniqueDatabase());
    http = new Http(service);
  }

  @AfterAll
  static void stop() {
    try {
      theBalanceCloses();
    } finally {
      service.close();
    }
  }

  static List<Bad> badEvents() {
    return List.of(
        bad("MALFORMED", "not JSON", "{\"specversion\":\"1.0\""),
        bad("MALFORMED", "is a list", "[" + application("a", 1) + "]"),
        bad("MALFORMED", "specversion", "{}"),
        bad("MALFORMED", "is empty", ""),
        bad("MALFORMED", "not JSON", measured("\"value\":NaN")),
        bad("NOT_A_NUMBER", "`NaN`", measured("\"value\":\"NaN\"")),
        bad("OUT_OF_RANGE", "too many digits", measured("\"value\":1e999999999")),
        bad("OUT_OF_RANGE", "100001", measured("\"value\":100001")),
        bad(
            "UNKNOWN_SERIES",
            "did you mean `e-services.applications`?",
            series("e-services.aplications")),
        bad("NOT_YOUR_SERIES", "fed by ngo", series("refurbished.units")),
        bad("BAD_TIME", "more than 24 hours ahead", at("2026-11-02T12:00:01Z")),
        bad("BAD_TIME", "more than 24 hours ahead", at("+999999999-12-31T23:59:59Z")),
        bad("BAD_TIME", "before 1990", at("0001-01-01T00:00:00Z")),
        bad("BAD_TIME", "offset", at("2026-10-01T12:00:00")),
        bad("UNKNOWN_DIMENSION", "channel, district", dimension("chanel")),
        bad(
            "UNKNOWN_TYPE",
            "si.kazalnik",
            Events.envelope("t", "com.example.made", "{\"series\":\"x\"}")),
        bad("TOO_LARGE", "at most 262144", "{\"pad\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}"),
        new Bad("MALFORMED", "not JSON", new byte[] {(byte) 0xff, (byte) 0xfe, 0}, List.of()),
        new Bad(
            "MALFORMED",
            "`source`",
            bytes("{}"),
            List.of(header("ce_specversion", "1.0"), header("ce_id", "b"))),
        new Bad(
            "SOURCE_MISMATCH",
            "urn:lipa:provider:jhl-it",
            bytes("{\"series\":\"x\"}"),
            binary("urn:other")),
        new Bad(
            "NOT_A_NUMBER",
            "is missing",
            bytes("{" + place(1).replace(",\"value\":1", "") + "}"),
            binary(TestCatalogue.SOURCE)));
  }

  @ParameterizedTest
  @MethodSource("badEvents")
  void over_kafka_it_is_kept_with_its_reason_and_the_next_good_event_goes_through(Bad bad) {
    String good = "good-" + ++sequence;
    service.send("jhl-it", bad.value(), bad.headers().toArray(Header[]::new));
    service.send("jhl-it", application(good, 1));

    await().atMost(PATIENCE).until(() -> accepted().contains(good));
    ConsumerRecord<byte[], byte[]> kept = kept(bad);
    assertThat(header(kept, EventHeaders.CODE)).isEqualTo(bad.code());
    assertThat(header(kept, EventHeaders.MESSAGE)).contains(bad.sentence());
    assertThat(header(kept, EventHeaders.PROVIDER)).isEqualTo("jhl-it");
    bad.headers().forEach(sent -> assertThat(header(kept, sent.key())).isEqualTo(textOf(sent)));
  }

  @Test
  void over_http_what_is_no_list_of_events_is_refused_and_nothing_is_stored() {
    long before = service.all(service.topics().raw("jhl-it")).size();
    String event = application("never", 1);

    refused(post(PROVIDER_KEY, SINGLE, "x".repeat(5 * 1024 * 1024)), 413, NOTHING_STORED);
    refused(post(PROVIDER_KEY, BATCH, "[]"), 400, NOTHING_STORED);
    refused(post(PROVIDER_KEY, BATCH, "[" + event + ",]"), 400, "line 1, column");
    refused(post(PROVIDER_KEY, BATCH, "[" + event), 400, NOTHING_STORED);
    refused(post(PROVIDER_KEY, SINGLE, measured("\"value\":NaN")), 400, NOTHING_STORED);
    refused(post(null, SINGLE, event), 401, NOTHING_STORED);
    refused(post("", SINGLE, event), 401, NOTHING_STORED);
    refused(post("key-of-nobody", SINGLE, event), 401, NOTHING_STORED);
    refused(post(OPERATOR_KEY, SINGLE, event), 401, NOTHING_STORED);
    refused(post(PROVIDER_KEY, "text/plain", event), 415, SINGLE);
    refused(post(PROVIDER_KEY, SINGLE + ";charset=utf-16", event), 415, "UTF-8");

    assertThat(
            finished(post(PROVIDER_KEY, SINGLE, application("after", 1))).get("accepted").asInt())
        .isEqualTo(1);
    assertThat(service.all(service.topics().raw("jhl-it"))).hasSize((int) before + 1);
  }

  @Test
  void in_a_batch_each_event_is_judged_alone_and_the_receipt_names_the_bad_ones() {
    String batch =
        String.join(
            " ,\n",
            "[" + application("batch-1", 1),
            "null",
            "\"š\"",
            "[" + application("inner", 1) + "]",
            "-1.5e3",
            measured("\"value\":1e999999999"),
            application("batch-2", 2),
            series("refurbished.units") + "]");

    JsonNode receipt = finished(post(PROVIDER_KEY, BATCH, batch));

    assertThat(receipt.get("received").asInt()).isEqualTo(8);
    assertThat(receipt.get("accepted").asInt()).isEqualTo(2);
    assertThat(receipt.get("rejected").asInt()).isEqualTo(6);
    assertThat(
            receipt
                .get("rejections")
                .valueStream()
                .map(
                    r ->
                        r.get("index").asInt()
                            + " "
                            + (r.get("id").isNull() ? "-" : r.get("id").asString())
                            + " "
                            + r.get("code").asString()))
        .containsExactly(
            "1 - MALFORMED",
            "2 - MALFORMED",
            "3 - MALFORMED",
            "4 - MALFORMED",
            "5 id-bad OUT_OF_RANGE",
            "7 id-bad NOT_YOUR_SERIES");
    assertThat(receipt.get("rejections").valueStream().map(r -> r.get("message").asString()))
        .allMatch(message -> message.length() > 20);
  }

  @Test
  void a_receipt_is_there_at_once_and_pending_until_the_events_are_judged() {
    MessageListenerContainer rawEvents =
        service.context().getBean("rawEvents", MessageListenerContainer.class);
    rawEvents.stop();
    HttpResponse<String> answer =
        post(
            PROVIDER_KEY,
            BATCH,
            "[" + application("p-1", 1) + ",{}," + application("p-2", 2) + "]");
    String location = location(answer);

    JsonNode pending = json(http.get(location, PROVIDER_KEY));
    assertThat(pending.get("received").asInt()).isEqualTo(3);
    assertThat(pending.get("pending").asInt()).isEqualTo(3);
    assertThat(pending.get("accepted").asInt() + pending.get("rejected").asInt()).isZero();
    assertThat(pending.get("rejections").isEmpty()).isTrue();
    refused(http.get(location, NGO_KEY), 404, "No receipt of this key's provider");
    refused(http.get(location, "key-of-nobody"), 401, "key");

    rawEvents.start();
    JsonNode done = finished(answer);
    assertThat(done.get("accepted").asInt()).isEqualTo(2);
    assertThat(done.at("/rejections/0/index").asInt()).isEqualTo(1);
  }

  private static void theBalanceCloses() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode balance = json(http.get("/v1/balance", null)).at("/providers/jhl-it");
              assertThat(balance.get("received").asLong())
                  .isEqualTo(service.all(service.topics().raw("jhl-it")).size())
                  .isEqualTo(balance.get("accepted").asLong() + balance.get("rejected").asLong());
              assertThat(balance.get("accepted").asLong())
                  .isEqualTo(service.all(service.topics().measurements()).size());
              assertThat(balance.get("rejected").asLong())
                  .isEqualTo(service.all(service.topics().rejected()).size())
                  .isEqualTo(balance.get("codes").valueStream().mapToLong(JsonNode::asLong).sum());
            });
  }

  private static Bad bad(String code, String sentence, String json) {
    return new Bad(code, sentence, bytes(json), List.of());
  }

  private static String place(int value) {
    return "\"series\":\"e-services.applications\",\"observedAt\":\"2026-10-01T12:00:00Z\",\"value\":"
        + value
        + ",\"dimensions\":{\"channel\":\"paper\"}";
  }

  private static String measured(String value) {
    return recorded("bad", place(1).replace("\"value\":1", value));
  }

  private static String series(String id) {
    return recorded("bad", place(1).replace("e-services.applications", id));
  }

  private static String at(String observedAt) {
    return recorded("bad", place(1).replace("2026-10-01T12:00:00Z", observedAt));
  }

  private static String dimension(String name) {
    return recorded("bad", place(1).replace("\"channel\"", '"' + name + '"'));
  }

  private static List<Header> binary(String source) {
    return List.of(
        header("content-type", "application/json"),
        header("ce_specversion", "1.0"),
        header("ce_id", "b"),
        header("ce_source", source),
        header("ce_type", "si.kazalnik.measurement.recorded.v1"));
  }

  private static String textOf(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> kept(Bad bad) {
    return service.all(service.topics().rejected()).stream()
        .filter(each -> Arrays.equals(each.value(), bad.value()))
        .filter(each -> header(each, EventHeaders.MESSAGE).contains(bad.sentence()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> accepted() {
    return service.all(service.topics().measurements(), AcceptedMeasurement.class).stream()
        .map(AcceptedMeasurement::measurement)
        .toList();
  }

  private static HttpResponse<String> post(
      @org.jspecify.annotations.Nullable String key, String type, String body) {
    return http.post("/v1/measurements", key, type, BodyPublishers.ofString(body));
  }

  private static JsonNode finished(HttpResponse<String> answer) {
    String location = location(answer);
    return await()
        .atMost(PATIENCE)
        .until(
            () -> json(http.get(location, OPERATOR_KEY)),
            receipt -> receipt.get("pending").asInt(-1) == 0);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static void refused(HttpResponse<String> answer, int status, String detail) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json(answer).get("detail").asString()).contains(detail);
    assertThat(json(answer).get("type").asString()).startsWith("urn:kazalnik:problem:");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ContractJson.mapper().readTree(answer.body());
  }
}
