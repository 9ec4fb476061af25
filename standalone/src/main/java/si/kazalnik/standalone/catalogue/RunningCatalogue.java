package si.kazalnik.standalone.catalogue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.UnreadableRecordException;
import si.kazalnik.contract.catalogue.Catalogue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The catalogue in force, as the indicator service tells it. */
final class RunningCatalogue {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI service;

  RunningCatalogue(URI service) {
    this.service = service;
  }

  /**
   * The whole catalogue.
   *
   * @throws IOException where nobody answers, or not with a catalogue
   */
  Catalogue read() throws IOException, InterruptedException {
    try {
      JsonNode summary = ContractJson.mapper().readTree(get("/v1/catalogue"));
      String version = summary.path("version").asString("");
      if (version.isEmpty()) {
        throw new IOException("the answer of /v1/catalogue names no version");
      }
      return ContractJson.readWhole(get("/v1/catalogue/" + version), Catalogue.class);
    } catch (JacksonException | UnreadableRecordException e) {
      throw new IOException("the answer is no catalogue: " + e.getMessage(), e);
    }
  }

  private byte[] get(String path) throws IOException, InterruptedException {
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(URI.create(base() + path)).timeout(PATIENCE).build();
    } catch (IllegalArgumentException e) {
      throw new IOException("it is no address such as http://localhost:8080", e);
    }
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() != 200) {
      throw new IOException(
          path + " answered " + answer.statusCode() + "; `--against` is where page and API run");
    }
    return answer.body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new IOException(
          "nobody listens there; start Kazalnik, or say with `--against` where it runs", e);
    } catch (HttpTimeoutException e) {
      throw new IOException(
          "no answer within " + PATIENCE.toSeconds() + " seconds; try again in a moment", e);
    }
  }

  // Behind a proxy the service may lie under a path of its own.
  private String base() {
    String text = service.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
