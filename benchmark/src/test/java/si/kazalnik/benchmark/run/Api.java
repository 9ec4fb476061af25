package si.kazalnik.benchmark.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's HTTP interfaces, as a client sees them. */
public final class Api implements Answers {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Product product;

  public Api(Product product) {
    this.product = product;
  }

  @Override
  public List<JsonNode> indicators() throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page =
          get(8080, "/v1/indicators" + (cursor == null ? "" : "?cursor=" + encoded(cursor)));
      page.get("items").forEach(all::add);
      cursor = page.get("next").isNull() ? null : page.get("next").asString();
    } while (cursor != null);
    return all;
  }

  @Override
  public JsonNode values(String indicator, @Nullable Instant asOf)
      throws IOException, InterruptedException {
    return get(
        8080,
        "/v1/indicators/"
            + indicator
            + "/values"
            + (asOf == null ? "" : "?asOf=" + encoded(asOf.toString())));
  }

  @Override
  public JsonNode cells(String indicator, String dimension, @Nullable Instant asOf)
      throws IOException, InterruptedException {
    return get(
        8080,
        "/v1/indicators/"
            + indicator
            + "/values?dimension."
            + dimension
            + "=*"
            + (asOf == null ? "" : "&asOf=" + encoded(asOf.toString())));
  }

  @Override
  public JsonNode indicatorBalance() throws IOException, InterruptedException {
    return get(8080, "/v1/balance");
  }

  @Override
  public JsonNode ingestionBalance() throws IOException, InterruptedException {
    return get(8081, "/v1/balance");
  }

  void moveClock(Instant now) throws IOException, InterruptedException {
    for (int port : product.clocks()) {
      moveClock(port, now);
    }
  }

  private void moveClock(int port, Instant now) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(at(port, "/actuator/clock"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}")));
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("clock: " + answer.statusCode() + " " + answer.body());
    }
  }

  /** The notification service's `GET /v1/balance`. */
  public JsonNode notificationBalance() throws IOException, InterruptedException {
    return get(8082, "/v1/balance");
  }

  /** All deviations, for the operator. */
  List<JsonNode> deviations(String key) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(uri(8082, "/v1/deviations" + cursor))
                  .header("Authorization", "Bearer " + key)
                  .GET());
      if (answer.statusCode() != 200) {
        throw new IOException("deviations: " + answer.statusCode() + " " + answer.body());
      }
      JsonNode page = JSON.readTree(answer.body());
      page.get("items").forEach(all::add);
      cursor = page.get("next").isNull() ? "" : "?cursor=" + encoded(page.get("next").asString());
    } while (!cursor.isEmpty());
    return all;
  }

  /** Version of the catalogue by which ingestion judges. */
  String ingestionCatalogue() throws IOException, InterruptedException {
    return get(9081, "/actuator/health").at("/components/catalogue/details/version").asString("");
  }

  /** Puts another catalogue in force; answers its version. */
  String putCatalogue(String key, Path folder) throws IOException, InterruptedException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry("generated.yaml"));
      zip.write(Files.readAllBytes(folder.resolve("generated.yaml")));
    }
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(uri(8080, "/v1/catalogue"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/zip")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray())));
    if (answer.statusCode() / 100 == 4) {
      throw new IllegalStateException("refused: " + answer.statusCode() + " " + answer.body());
    }
    if (answer.statusCode() != 200) {
      throw new IOException("catalogue: " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).get("version").asString();
  }

  /** Publishes a batch; true if it was taken. */
  boolean publish(String key, String batch) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(uri(8081, "/v1/measurements"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(HttpRequest.BodyPublishers.ofString(batch)));
    if (answer.statusCode() / 100 == 4) {
      throw new IllegalStateException("refused: " + answer.statusCode() + " " + answer.body());
    }
    return answer.statusCode() == 202;
  }

  private JsonNode get(int port, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(port, path)).GET());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request.timeout(Duration.ofSeconds(60)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private URI uri(int port, String path) {
    return at(product.port(port), path);
  }

  private static URI at(int port, String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
