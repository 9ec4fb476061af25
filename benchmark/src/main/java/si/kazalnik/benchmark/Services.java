package si.kazalnik.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import si.kazalnik.embedded.EmbeddedDocumentStore;
import si.kazalnik.indicator.IndicatorService;
import si.kazalnik.ingestion.IngestionService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our two services in this process, on the broker of the run, with their default settings. */
final class Services implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long POLL_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Kafka kafka;
  private final Path folder;
  private final EmbeddedDocumentStore store;
  private @Nullable ConfigurableApplicationContext ingestion;
  private @Nullable ConfigurableApplicationContext indicators;

  /** With the city of that size as their catalogue. */
  Services(Kafka kafka, Path folder, City city) throws IOException {
    this.kafka = kafka;
    this.folder = folder;
    this.store = EmbeddedDocumentStore.inMemory(0);
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(catalogue.resolve("benchmark.yaml"), city.yaml());
  }

  void startIngestion() {
    ingestion = run(IngestionService.application(), "ingestion", List.of());
  }

  void startIndicators() {
    indicators =
        run(
            IndicatorService.application(),
            "indicators",
            List.of(
                "--kazalnik.catalogue=" + folder.resolve("catalogue"),
                "--kazalnik.state-dir=" + folder.resolve("streams")));
  }

  void stopIndicators() {
    if (indicators != null) {
      indicators.close();
      indicators = null;
    }
  }

  private ConfigurableApplicationContext run(
      SpringApplicationBuilder application, String name, List<String> more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false",
                "--management.metrics.use-global-registry=false",
                "--logging.level.root=ERROR",
                "--kazalnik.instance=benchmark",
                "--spring.kafka.bootstrap-servers=" + kafka.servers(),
                "--spring.mongodb.uri=" + store.uri() + "/" + name));
    settings.addAll(more);
    return application.registerShutdownHook(false).run(settings.toArray(String[]::new));
  }

  /** Waits until ingestion has taken that many events in all. */
  void awaitReceived(long count) throws IOException, InterruptedException {
    while (of(balance(ingestion), "received") < count) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Waits until the values of that many events show in the API. */
  void awaitVisible(long count) throws IOException, InterruptedException {
    while (true) {
      JsonNode balance = balance(indicators);
      if (of(balance, "accepted") >= count && balance.get("settled").asBoolean()) {
        return;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static long of(JsonNode balance, String field) {
    JsonNode provider = balance.get("providers").get(Load.PROVIDER);
    return provider == null ? 0 : provider.get(field).asLong();
  }

  private JsonNode balance(@Nullable ConfigurableApplicationContext service)
      throws IOException, InterruptedException {
    if (!(service instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
      throw new IllegalStateException("the service does not run");
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + web.getWebServer().getPort() + "/v1/balance"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    stopIndicators();
    if (ingestion != null) {
      ingestion.close();
    }
    store.close();
  }
}
