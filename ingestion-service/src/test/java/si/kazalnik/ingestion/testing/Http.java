package si.kazalnik.ingestion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Calls a running service as a client does. */
public final class Http {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningIngestion service;

  public Http(RunningIngestion service) {
    this.service = service;
  }

  public HttpResponse<String> post(
      String path,
      @Nullable String key,
      String contentType,
      HttpRequest.BodyPublisher body,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.url(path)))
            .header("Content-Type", contentType)
            .POST(body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, key);
  }

  public HttpResponse<String> get(String path, @Nullable String key) {
    return send(HttpRequest.newBuilder(URI.create(service.url(path))), key);
  }

  public HttpResponse<String> management(String path) {
    return send(HttpRequest.newBuilder(URI.create(service.managementUrl(path))), null);
  }

  public String scrape() {
    return management("/actuator/prometheus").body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, @Nullable String key) {
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
