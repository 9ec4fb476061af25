package si.kazalnik.benchmark.ours;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.process.Child;
import si.kazalnik.benchmark.process.Jvm;
import si.kazalnik.benchmark.process.Machine;
import si.kazalnik.embedded.LoopbackPorts;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.service.keys.HashedKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services as an operator starts them: their jars, their default settings. */
public final class Services implements AutoCloseable {

  /** The key of the city's provider. */
  public static final String PROVIDER_KEY = "provider-of-the-benchmark";

  /** The operator's key. */
  public static final String OPERATOR_KEY = "operator-of-the-benchmark";

  /** Its folder for the state of the computation, in the machine's. */
  public static final String STATE = "streams";

  private static final String RECEIPTS =
      "--kazalnik.ingestion.receipt-secret=receipts-of-the-benchmark-only-here";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long POLL_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private int gigabytes = Jvm.GIGABYTES;
  private final Machine machine;
  private final Path jars;
  private final Path catalogue;
  private final Path keys;
  private final int ingestionPort = LoopbackPorts.free();
  private final int indicatorsPort = LoopbackPorts.free();
  private final int notificationsPort = LoopbackPorts.free();
  private @Nullable Child ingestion;
  private @Nullable Child indicators;
  private @Nullable Child notifications;

  /** Gives those that are started from now on so many GiB of heap at most. */
  public void giveHeap(int most) {
    gigabytes = most;
  }

  /**
   * With a catalogue.
   *
   * @param jars folder of the project, built
   * @param yaml the catalogue
   */
  public Services(Machine machine, Path jars, String yaml) throws IOException {
    this.machine = machine;
    this.jars = jars;
    this.catalogue = Files.createDirectories(machine.folder().resolve("catalogue"));
    this.keys = machine.folder().resolve("keys.properties");
    Files.writeString(catalogue.resolve("benchmark.yaml"), yaml);
    Files.writeString(
        keys,
        BearerKeys.OPERATOR
            + "="
            + HashedKeys.hashOf(OPERATOR_KEY)
            + "\n"
            + BearerKeys.PROVIDER
            + Load.PROVIDER
            + "="
            + HashedKeys.hashOf(PROVIDER_KEY)
            + "\n");
  }

  /** Starts ingestion and waits until it is ready. */
  public void startIngestion() throws IOException, InterruptedException {
    ingestion =
        start("ingestion service", "ingestion", ingestionPort, List.of(RECEIPTS), "readiness");
    // Whoever sends waits until the topic answers.
    machine.kafka().count(Load.TOPIC);
  }

  /** Starts ingestion where no catalogue was ever published: it does not become ready. */
  public void startIngestionWithoutCatalogue() throws IOException, InterruptedException {
    ingestion =
        start("ingestion service", "ingestion", ingestionPort, List.of(RECEIPTS), "liveness");
  }

  /** Starts the computation and waits until it is ready. */
  public void startIndicators(String... more) throws IOException, InterruptedException {
    indicators =
        start(
            "indicator service",
            "indicator",
            indicatorsPort,
            Stream.concat(
                    Stream.of(
                        "--kazalnik.catalogue=" + catalogue,
                        "--kazalnik.state-dir=" + machine.folder().resolve(STATE)),
                    Arrays.stream(more))
                .toList(),
            "readiness");
  }

  /** Stops the computation in order. */
  public void stopIndicators() {
    if (indicators != null) {
      indicators.close();
      indicators = null;
    }
  }

  /** Stops ingestion in order. */
  public void stopIngestion() {
    if (ingestion != null) {
      ingestion.close();
      ingestion = null;
    }
  }

  /** Starts the mails and waits until it is ready. */
  public void startNotifications(int smtpPort, String... more)
      throws IOException, InterruptedException {
    Path addresses = machine.folder().resolve("addresses.yaml");
    Files.writeString(addresses, "office: [office@example.si]\n");
    notifications =
        start(
            "notification service",
            "notification",
            notificationsPort,
            Stream.concat(
                    Stream.of(
                        "--kazalnik.addresses=" + addresses,
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + smtpPort),
                    Arrays.stream(more))
                .toList(),
            "readiness");
  }

  private Child start(String name, String module, int port, List<String> more, String state)
      throws IOException, InterruptedException {
    int management = LoopbackPorts.free();
    List<Object> settings =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--server.address=127.0.0.1",
                "--management.server.address=127.0.0.1",
                "--kazalnik.instance=" + module + "-1",
                "--kazalnik.keys-file=" + keys,
                "--spring.kafka.bootstrap-servers=" + machine.kafka().servers(),
                "--spring.mongodb.uri=" + machine.storeUri() + "/" + module));
    settings.addAll(more);
    Child child =
        machine.start(name, Jvm.jar(gigabytes, jar(module + "-service"), settings.toArray()));
    await(child, management, state);
    return child;
  }

  private Path jar(String module) throws IOException {
    try (var found =
        Files.newDirectoryStream(jars.resolve(module).resolve("target"), "*-exec.jar")) {
      for (Path jar : found) {
        return jar;
      }
    }
    throw new IOException(module + " is not built");
  }

  private void await(Child child, int management, String state) throws InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + management + "/actuator/health/" + state);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (get(health).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Nobody listens yet.
      }
      pause(child, deadline);
    }
  }

  /** Waits until ingestion has taken that many events in all. */
  public void awaitReceived(long count) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (of(balance(ingestionPort), "received") < count) {
      pause(ingestion(), deadline);
    }
  }

  /** Waits until the values of that many events are all in the store. */
  public void awaitSettled(long count) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode balance = balance(indicatorsPort);
      if (of(balance, "accepted") >= count && balance.get("settled").asBoolean()) {
        return;
      }
      pause(indicators(), deadline);
    }
  }

  private static void pause(Child child, long deadline) throws InterruptedException {
    child.requireAlive();
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException(child.name() + " is not where it should be");
    }
    Thread.sleep(POLL_MILLIS);
  }

  private static long of(JsonNode balance, String field) {
    JsonNode provider = balance.path("providers").get(Load.PROVIDER);
    return provider == null ? 0 : provider.get(field).asLong();
  }

  private JsonNode balance(int port) throws IOException, InterruptedException {
    return JSON.readTree(get(URI.create("http://127.0.0.1:" + port + "/v1/balance")).body());
  }

  /** What the API of the computation answers. */
  public JsonNode api(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(URI.create("http://127.0.0.1:" + indicatorsPort + path));
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Where events are posted. */
  public URI measurements() {
    return URI.create("http://127.0.0.1:" + ingestionPort + "/v1/measurements");
  }

  /** Seconds that the computation takes to answer. */
  public double answerSeconds(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = get(URI.create("http://127.0.0.1:" + indicatorsPort + path));
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Puts another catalogue in force, and waits until everything is computed by it. */
  public void change(String yaml) throws IOException, InterruptedException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry("benchmark.yaml"));
      zip.write(yaml.getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + indicatorsPort + "/v1/catalogue"))
                .header("Authorization", "Bearer " + OPERATOR_KEY)
                .header("Content-Type", "application/zip")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("catalogue: " + answer.statusCode() + " " + answer.body());
    }
    String version = JSON.readTree(answer.body()).get("version").asString();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode balance = balance(indicatorsPort);
      if (version.equals(balance.path("catalogue").asString(""))
          && balance.get("settled").asBoolean()) {
        return;
      }
      pause(indicators(), deadline);
    }
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The process of ingestion. */
  public Child ingestion() {
    return running(ingestion);
  }

  /** The process of the computation. */
  public Child indicators() {
    return running(indicators);
  }

  private static Child running(@Nullable Child child) {
    if (child == null) {
      throw new IllegalStateException("the service does not run");
    }
    return child;
  }

  @Override
  public void close() {
    if (notifications != null) {
      notifications.close();
    }
    stopIndicators();
    stopIngestion();
  }
}
