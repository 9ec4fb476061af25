package si.kazalnik.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.standalone.data.DataFolder;
import si.kazalnik.standalone.data.Keys;
import si.kazalnik.standalone.options.Options;
import si.kazalnik.standalone.options.Ports;
import tools.jackson.databind.JsonNode;

/** The whole thing, started in this process, asked as anybody outside would ask it. */
final class StartedStandalone implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final DataFolder data;
  private final Ports ports;
  private final Running running;

  private StartedStandalone(Options options) {
    data = DataFolder.open(options.data(), options.fresh());
    ports = options.ports();
    running =
        new Running(
            options, data, new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false));
  }

  /** Starts with a catalogue, no samples and a set clock. */
  static StartedStandalone start(Path catalogue, Path folder, Instant clock, int portOffset) {
    StartedStandalone started =
        new StartedStandalone(
            new Options(
                catalogue, folder, true, false, clock, null, null, null, new Ports(portOffset)));
    started.running.start();
    return started;
  }

  /** What stands on the console. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  int overHttp(String provider, String event) throws IOException, InterruptedException {
    return send(request(ports.ingestion(), "/v1/measurements", BearerKeys.PROVIDER + provider)
            .header("Content-Type", "application/cloudevents+json")
            .POST(HttpRequest.BodyPublishers.ofString(event)))
        .statusCode();
  }

  void overKafka(String provider, String event) throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> structured =
          new ProducerRecord<>(
              "city.measurements." + provider, event.getBytes(StandardCharsets.UTF_8));
      structured
          .headers()
          .add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
      producer.send(structured).get();
    }
  }

  void moveClock(Instant now) throws IOException, InterruptedException {
    HttpResponse<String> moved =
        send(
            request(ports.managementOf(ports.notification()), "/actuator/clock", null)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}")));
    assertThat(moved.statusCode()).as(moved.body()).isBetween(200, 299);
  }

  /** Waits until all of so many events were taken and show. */
  void awaitReceived(int events) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                get(ports.ingestion(), "/v1/balance").at("/providers/ngo/received").asInt()
                    == events);
    awaitSettled();
  }

  void awaitSettled() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> get(ports.page(), "/v1/balance").path("settled").asBoolean());
  }

  void awaitMails(int mails) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(mails().path("items").size()).isEqualTo(mails));
  }

  JsonNode mails() throws IOException, InterruptedException {
    return get(ports.inbox(), "/api/messages");
  }

  JsonNode mail(String id) throws IOException, InterruptedException {
    return get(ports.inbox(), "/api/messages/" + id);
  }

  JsonNode value(String indicator, String period) throws IOException, InterruptedException {
    return get(
            ports.page(),
            "/v1/indicators/" + indicator + "/values?from=" + period + "&to=" + period)
        .at("/values/0");
  }

  JsonNode balance(String provider) throws IOException, InterruptedException {
    return get(ports.page(), "/v1/balance").path("providers").path(provider);
  }

  JsonNode deviations() throws IOException, InterruptedException {
    return body(send(request(ports.notification(), "/v1/deviations", BearerKeys.OPERATOR).GET()));
  }

  private JsonNode get(int port, String path) throws IOException, InterruptedException {
    return body(send(request(port, path, null).GET()));
  }

  private static JsonNode body(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return ContractJson.mapper().readTree(response.body());
  }

  private HttpRequest.Builder request(int port, String path, @Nullable String holder) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30));
    return holder == null
        ? request
        : request.header("Authorization", "Bearer " + Keys.in(data.keys()).of(holder));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    running.close();
  }
}
