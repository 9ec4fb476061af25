package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.CataloguePublication.Origin;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.keys.HashedKeys;
import si.kazalnik.testing.TestBroker;
import tools.jackson.databind.JsonNode;

/** Publishing, over a real broker and real HTTP. */
class CatalogueIT {

  private static final String KEY = "the-operators-key";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final String prefix = TestBroker.shared().uniquePrefix();
  private final Topics topics = new Topics(prefix);
  private final HttpClient http = HttpClient.newHttpClient();

  private Path folder = Path.of("");

  @BeforeEach
  void write(@TempDir Path fresh) throws IOException {
    folder = fresh;
    Files.createDirectories(folder.resolve("catalogue"));
    write(Lipa.files());
    Properties keys = new Properties();
    keys.setProperty("operator", HashedKeys.hashOf(KEY));
    keys.setProperty("provider.ngo", HashedKeys.hashOf("ngo-key"));
    try (var out = Files.newOutputStream(folder.resolve("keys.properties"))) {
      keys.store(out, null);
    }
  }

  private void write(List<SourceFile> files) throws IOException {
    for (SourceFile file : files) {
      Files.write(folder.resolve("catalogue").resolve(file.path()), file.content());
    }
  }

  private ConfigurableApplicationContext start() {
    return CatalogueApplication.run(
        prefix,
        "kazalnik.catalogue=" + folder.resolve("catalogue"),
        "kazalnik.keys-file=" + folder.resolve("keys.properties"));
  }

  private static CataloguePublication inForce(ConfigurableApplicationContext context, long number) {
    CatalogueReader reader = context.getBean(CatalogueReader.class);
    await()
        .atMost(SOON)
        .until(() -> reader.current().filter(p -> p.sequence() >= number).isPresent());
    return reader.current().orElseThrow();
  }

  private HttpResponse<String> send(
      ConfigurableApplicationContext context, String path, HttpRequest.Builder request)
      throws Exception {
    String port = context.getEnvironment().getProperty("local.server.port");
    return http.send(
        request.uri(URI.create("http://localhost:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> put(
      ConfigurableApplicationContext context, String key, String type, byte[] body)
      throws Exception {
    return send(
        context,
        "/v1/catalogue",
        HttpRequest.newBuilder()
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type));
  }

  private HttpResponse<String> put(ConfigurableApplicationContext context, List<SourceFile> files)
      throws Exception {
    return put(context, KEY, "application/zip", CatalogueZipTest.zip("lipa/", files));
  }

  private HttpResponse<String> get(ConfigurableApplicationContext context, String path)
      throws Exception {
    return send(context, path, HttpRequest.newBuilder().GET());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return ContractJson.mapper().readTree(response.body());
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic, int partitions) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            TestBroker.shared().bootstrapServers(),
            "isolation.level",
            "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(topic, i)).toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  @Test
  void a_version_reaches_the_catalogue_and_every_partition_of_both_control_topics() {
    try (ConfigurableApplicationContext context = start()) {
      CataloguePublication publication = inForce(context, 1);
      assertThat(publication.origin()).isEqualTo(Origin.FOLDER);
      assertThat(publication.catalogue()).isEqualTo(Lipa.loaded(Lipa.files()));
      assertThat(records(topics.catalogue(), 1)).hasSize(1);
      for (String control : List.of(topics.controlMeasurements(), topics.controlIndicators())) {
        assertThat(records(control, Topics.PARTITIONS))
            .hasSize(Topics.PARTITIONS)
            .allSatisfy(
                message ->
                    assertThat(ContractJson.read(message.value(), CataloguePublication.class))
                        .isEqualTo(publication))
            .extracting(ConsumerRecord::partition)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void a_restart_does_not_undo_a_put_but_a_changed_folder_does() throws Exception {
    List<SourceFile> other = Lipa.with("indicators.yaml", "consecutive: 2", "consecutive: 4");
    try (ConfigurableApplicationContext context = start()) {
      inForce(context, 1);
      JsonNode answer = json(put(context, other));
      assertThat(answer.get("version").asString()).isEqualTo(Lipa.loaded(other).version());
      assertThat(answer.get("changed").get("indicators").get("changed").get(0).asString())
          .isEqualTo("digital-applications-share");
      assertThat(answer.get("changed").get("series").get("changed")).isEmpty();
      inForce(context, 2);
    }
    try (ConfigurableApplicationContext context = start()) {
      assertThat(inForce(context, 2).catalogue()).isEqualTo(Lipa.loaded(other));
    }
    write(Lipa.with("indicators.yaml", "consecutive: 2", "consecutive: 5"));
    try (ConfigurableApplicationContext context = start()) {
      assertThat(inForce(context, 3).origin()).isEqualTo(Origin.FOLDER);
      assertThat(records(topics.catalogue(), 1)).hasSize(3);
    }
  }

  /** "A wrong catalogue fails as a whole, the previous one stays in force". */
  @Test
  void a_faulty_folder_leaves_the_version_before_it_in_force() throws Exception {
    try (ConfigurableApplicationContext context = start()) {
      inForce(context, 1);
    }
    write(Lipa.with("indicators.yaml", "polarity: HIGHER", "polarity: UP"));
    try (ConfigurableApplicationContext context = start()) {
      assertThat(inForce(context, 1).catalogue()).isEqualTo(Lipa.loaded(Lipa.files()));
      List<SourceFile> mended = Lipa.with("indicators.yaml", "consecutive: 2", "consecutive: 6");
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(put(context, mended).statusCode()).isEqualTo(200));
      inForce(context, 2);
    }
  }

  /** "One deployment serves one city; its time zone never changes." */
  @Test
  void a_put_is_refused_with_a_reason_and_then_nothing_changes() throws Exception {
    try (ConfigurableApplicationContext context = start()) {
      inForce(context, 1);
      byte[] good = CatalogueZipTest.zip("", Lipa.files());
      assertThat(put(context, "wrong", "application/zip", good).statusCode()).isEqualTo(401);
      assertThat(put(context, "ngo-key", "application/zip", good).statusCode()).isEqualTo(401);
      assertThat(put(context, KEY, "application/json", good).statusCode()).isEqualTo(415);
      byte[] large = new byte[17 * 1024 * 1024];
      assertThat(put(context, KEY, "application/zip", large).statusCode()).isEqualTo(413);

      HttpResponse<String> faulty =
          put(context, Lipa.with("indicators.yaml", "polarity: HIGHER", "polarity: UP"));
      assertThat(faulty.statusCode()).isEqualTo(422);
      assertThat(faulty.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      JsonNode fault = json(faulty).get("faults").get(0);
      assertThat(fault.get("file").asString()).isEqualTo("indicators.yaml");
      assertThat(fault.get("line").asInt()).isPositive();
      assertThat(fault.get("message").asString()).contains("`polarity` is `UP`");

      for (List<SourceFile> never :
          List.of(
              Lipa.with("strategy.yaml", "Europe/Ljubljana", "Europe/Vienna"),
              Lipa.with("strategy.yaml", "id: lipa-2024", "id: lipa-2025"),
              Lipa.with(
                  "providers.yaml", "    unit: devices", "    unit: devices\n    period: DAY"))) {
        HttpResponse<String> response = put(context, never);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).get("faults")).hasSize(1);
      }

      HttpResponse<String> same = put(context, Lipa.files());
      assertThat(same.statusCode()).isEqualTo(200);
      assertThat(json(same).get("published").asBoolean()).isFalse();
      assertThat(records(topics.catalogue(), 1)).hasSize(1);
    }
  }

  @Test
  void every_version_can_be_read_for_ever() throws Exception {
    try (ConfigurableApplicationContext context = start()) {
      Catalogue first = inForce(context, 1).catalogue();
      put(context, Lipa.with("indicators.yaml", "consecutive: 2", "consecutive: 3"));
      Catalogue second = inForce(context, 2).catalogue();
      JsonNode summary = json(get(context, "/v1/catalogue"));
      assertThat(summary.get("version").asString()).isEqualTo(second.version());
      assertThat(summary.get("sequence").asInt()).isEqualTo(2);
      for (Catalogue each : List.of(first, second)) {
        HttpResponse<String> whole = get(context, "/v1/catalogue/" + each.version());
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(
                ContractJson.read(
                    whole.body().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Catalogue.class))
            .isEqualTo(each);
      }
      assertThat(get(context, "/v1/catalogue/0123").statusCode()).isEqualTo(404);
    }
  }
}
