package si.kazalnik.indicator.testing;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.Topics;
import si.kazalnik.indicator.IndicatorService;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.metrics.Scrape;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.testing.TestBroker;
import tools.jackson.databind.JsonNode;

/** The whole service against a real broker, under a prefix of its own; the clock stands. */
public final class RunningIndicators implements AutoCloseable {

  public static final String OPERATOR_KEY = "key-of-operator";

  private static final Duration SOON = Duration.ofMinutes(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String broker = TestBroker.shared().bootstrapServers();
  private final Topics topics = new Topics(TestBroker.shared().uniquePrefix());
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", broker),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private final Path folder;
  private final String mongoUri;
  private final String clock;
  private ConfigurableApplicationContext context;

  /** Publishes the files, and waits until they are what is computed by. */
  public RunningIndicators(Path folder, List<SourceFile> files, String mongoUri, String clock) {
    this.folder = folder;
    this.mongoUri = mongoUri;
    this.clock = clock;
    try {
      Files.createDirectories(folder.resolve("catalogue"));
      for (SourceFile file : files) {
        Files.write(folder.resolve("catalogue").resolve(file.path()), file.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context = run();
    settle();
  }

  private ConfigurableApplicationContext run() {
    BearerKeys keys =
        header ->
            ("Bearer " + OPERATOR_KEY).equals(header)
                ? Optional.of(BearerKeys.OPERATOR)
                : Optional.empty();
    return IndicatorService.application()
        .initializers(fresh -> fresh.getBeanFactory().registerSingleton("bearerKeys", keys))
        .run(
            "--spring.kafka.bootstrap-servers=" + broker,
            "--spring.mongodb.uri=" + mongoUri,
            "--kazalnik.topics.prefix=" + topics.prefix(),
            "--kazalnik.state-dir=" + folder.resolve("state"),
            "--kazalnik.catalogue=" + folder.resolve("catalogue"),
            "--kazalnik.clock=" + clock,
            "--server.port=0",
            "--management.server.port=0",
            "--spring.main.banner-mode=off");
  }

  /** Stops the service as a restart does, does something, and starts it again. */
  public void restart(Runnable meanwhile) {
    context.close();
    meanwhile.run();
    context = run();
    settle();
  }

  /** Sends a measurement of one on that day. */
  public void send(
      String provider, String series, String id, long revision, String day, @Nullable String n) {
    send(event(provider, series, id, revision, day, n));
  }

  /** A measurement as ingestion accepts it. */
  public static AcceptedMeasurement event(
      String provider, String series, String id, long revision, String day, @Nullable String n) {
    String content = series + id + revision + day + n;
    return new AcceptedMeasurement(
        AcceptedMeasurement.SCHEMA,
        revision == 1 ? EventType.RECORDED : EventType.CORRECTED,
        provider,
        "urn:lipa:provider:" + provider,
        id,
        revision,
        String.format("%064x", content.hashCode() & 0xffffffffL),
        series,
        null,
        Instant.parse(day + "T10:00:00Z"),
        null,
        n == null ? null : new BigDecimal(n),
        Map.of(),
        null,
        Instant.now());
  }

  public void send(AcceptedMeasurement event) {
    send(event.identity().getBytes(StandardCharsets.UTF_8), ContractJson.write(event));
  }

  /** Puts anything on {@code measurements}. */
  public void send(byte[] key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(topics.measurements(), key, value)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until everything that was sent shows, and gives the balance. */
  public JsonNode settle() {
    return await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> json("/v1/balance"), balance -> balance.get("settled").asBoolean());
  }

  public JsonNode json(String path) {
    return ContractJson.mapper().readTree(get(path).body());
  }

  public HttpResponse<String> get(String path) {
    return call(HttpRequest.newBuilder(uri("local.server.port", path)));
  }

  public Scrape scrape() {
    return new Scrape(
        call(HttpRequest.newBuilder(uri("local.management.port", "/actuator/prometheus"))).body());
  }

  /** Moves the clock. */
  public void clock(String now) {
    HttpResponse<String> answer =
        call(
            HttpRequest.newBuilder(uri("local.management.port", "/actuator/clock"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}")));
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer.statusCode() + answer.body());
    }
  }

  public HttpResponse<String> put(String key, List<SourceFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (SourceFile file : files) {
        zip.putNextEntry(new ZipEntry(file.path()));
        zip.write(file.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return call(
        HttpRequest.newBuilder(uri("local.server.port", "/v1/catalogue"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/zip")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray())));
  }

  private URI uri(String port, String path) {
    return URI.create("http://localhost:" + context.getEnvironment().getProperty(port) + path);
  }

  private HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    producer.close();
  }
}
