package si.kazalnik.notification.testing;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.notification.NotificationService;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.testing.TestBroker;
import tools.jackson.databind.JsonNode;

/** The whole service against a real broker, under a prefix of its own. */
public final class RunningNotification implements AutoCloseable {

  public static final String OPERATOR_KEY = "key-of-operator";

  private static final Map<String, String> HOLDERS =
      Map.of("Bearer " + OPERATOR_KEY, BearerKeys.OPERATOR, "Bearer other", "provider.ngo");

  private final String broker = TestBroker.shared().bootstrapServers();
  private final Topics topics;
  private final KafkaProducer<byte[], byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String mongoUri;
  private final int smtpPort;
  private final List<String> options;
  private @Nullable ConfigurableApplicationContext context;
  private long sequence;

  private RunningNotification(String prefix, String mongoUri, int smtpPort, List<String> options) {
    this.topics = new Topics(prefix);
    this.mongoUri = mongoUri;
    this.smtpPort = smtpPort;
    this.options = options;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Starts it with a short {@code groupWait}, invented addresses and quick retries. */
  public static RunningNotification start(String mongoUri, int smtpPort, String... options) {
    return started(TestBroker.shared().uniquePrefix(), mongoUri, smtpPort, List.of(options));
  }

  /** A second instance of the same service: the same topics, database, group and mail server. */
  public RunningNotification another(String... more) {
    return started(
        topics.prefix(),
        mongoUri,
        smtpPort,
        Stream.concat(options.stream(), Stream.of(more)).toList());
  }

  private static RunningNotification started(
      String prefix, String mongoUri, int smtpPort, List<String> options) {
    RunningNotification service = new RunningNotification(prefix, mongoUri, smtpPort, options);
    service.run();
    return service;
  }

  /** A free SMTP port for GreenMail. */
  public static ServerSetup anyPort() {
    return ServerSetup.SMTP.dynamicPort();
  }

  public void run() {
    Stream<String> defaults =
        Stream.of(
            "--spring.kafka.bootstrap-servers=" + broker,
            "--spring.mongodb.uri=" + mongoUri,
            "--spring.mail.port=" + smtpPort,
            "--spring.mail.properties.mail.smtp.timeout=2000",
            "--kazalnik.topics.prefix=" + topics.prefix(),
            "--spring.kafka.consumer.group-id=" + topics.prefix() + "notification",
            "--kazalnik.instance=it",
            "--kazalnik.clock=2026-10-22T05:00:00Z",
            "--kazalnik.notifications.group-wait=1s",
            "--kazalnik.notifications.invent-addresses=true",
            "--kazalnik.notifications.retry-first=200ms",
            "--server.port=0",
            "--management.server.port=0",
            "--spring.main.banner-mode=off");
    // Of an option given twice the last counts; Spring would join both.
    Map<String, String> arguments = new LinkedHashMap<>();
    Stream.concat(defaults, options.stream())
        .forEach(option -> arguments.put(option.substring(0, option.indexOf('=')), option));
    context =
        NotificationService.application()
            .initializers(
                fresh ->
                    fresh
                        .getBeanFactory()
                        .registerSingleton(
                            "bearerKeys",
                            (BearerKeys) header -> Optional.ofNullable(header).map(HOLDERS::get)))
            .run(arguments.values().toArray(String[]::new));
  }

  public void stop() {
    if (context != null) {
      context.close();
      context = null;
    }
  }

  public void restart() {
    stop();
    run();
  }

  /** Deletes the deviations' topic: a copy of Kafka from before the first of them. */
  public void emptyDeviations() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin.deleteTopics(List.of(topics.deviations())).all().get();
    }
  }

  /** Makes the deviations' topic anew, once it is deleted. */
  public void makeDeviations() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      NewTopic topic = new NewTopic(topics.deviations(), Topics.PARTITIONS, (short) 1);
      await()
          .ignoreExceptionsInstanceOf(ExecutionException.class)
          .until(() -> admin.createTopics(List.of(topic)).all().get() == null);
    }
  }

  public void publish(Catalogue catalogue) {
    sequence++;
    CataloguePublication publication =
        new CataloguePublication(
            CataloguePublication.SCHEMA,
            sequence,
            Instant.EPOCH,
            CataloguePublication.Origin.FOLDER,
            catalogue);
    send(topics.catalogue(), 0, "lipa", ContractJson.write(publication));
  }

  public void send(Deviation... deviations) {
    for (Deviation each : deviations) {
      send(each.id(), ContractJson.write(each));
    }
  }

  /** One record of the deviations' topic, whatever it holds. */
  public void send(String key, byte[] value) {
    send(topics.deviations(), Math.floorMod(key.hashCode(), Topics.PARTITIONS), key, value);
  }

  private void send(String topic, int partition, String key, byte[] value) {
    try {
      producer
          .send(new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path, @Nullable String key) {
    return get("local.server.port", path, key);
  }

  public HttpResponse<String> getManagement(String path) {
    return get("local.management.port", path, null);
  }

  public JsonNode json(String path) {
    return ContractJson.mapper().readTree(get(path, OPERATOR_KEY).body());
  }

  private HttpResponse<String> get(String port, String path, @Nullable String key) {
    if (context == null) {
      throw new IllegalStateException("it does not run");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://localhost:" + context.getEnvironment().getProperty(port) + path));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
    producer.close();
  }
}
