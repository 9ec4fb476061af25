package si.kazalnik.benchmark.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.run.Api;
import si.kazalnik.benchmark.run.Difference;
import si.kazalnik.benchmark.run.Product;
import si.kazalnik.benchmark.run.TopicReader;
import si.kazalnik.benchmark.run.Trial;
import tools.jackson.databind.JsonNode;

/** Loses and restores what {@code docs/restore.md} speaks of, a thing after each step. */
final class RestoreTrial implements Trial {
  static final int STEPS = 8;

  private static final int COPY_OF_DATABASE = 4;
  private static final int LARGEST_REQUEST = 4_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** It has restored what it works with. */
  private static final Pattern COMPUTES = Pattern.compile("computation is RUNNING");

  private final Path mongod;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<TopicPartition, Long> sentBefore = new HashMap<>();
  private @Nullable Cluster started;
  private @Nullable Api api;
  private int step;
  private long mailsAtCopy;

  RestoreTrial(Path mongod) {
    this.mongod = mongod;
  }

  @Override
  public Product start(Path folder, Path catalogue, Instant clock) throws Exception {
    Cluster cluster = new Cluster(folder, catalogue, clock, mongod, false);
    started = cluster;
    api = new Api(cluster);
    cluster.start();
    return cluster;
  }

  @Override
  public void duringLoad() {}

  @Override
  public boolean restores() {
    return true;
  }

  @Override
  public List<Difference> differences() {
    return differences;
  }

  private static boolean isRaw(String topic) {
    return topic.startsWith("city.measurements.");
  }

  private Cluster cluster() {
    return Objects.requireNonNull(started);
  }

  private Api api() {
    return Objects.requireNonNull(api);
  }

  private Path copy(String name) {
    return cluster().folder().resolve("copy-of-" + name);
  }

  @Override
  public void between() throws Exception {
    step++;
    if (step != COPY_OF_DATABASE) {
      everybodyIsTold();
    }
    switch (step) {
      case 2 -> publishesNothingAgain("the state directory lost", this::loseState);
      case 3 -> {
        publishesNothingAgain("MongoDB lost", this::loseDatabase);
        // So that mails lie unsent in the copy that is taken next.
        cluster().mail().kill();
      }
      case COPY_OF_DATABASE -> {
        copyDatabase();
        cluster().startMail();
        everybodyIsTold();
      }
      case 5 -> {
        required("mails since the copy of MongoDB", mails() - mailsAtCopy);
        publishesNothingAgain("MongoDB older than Kafka", this::restoreDatabase);
        copyBroker();
      }
      case 6 -> {
        required("mails since the copy of Kafka", mails() - mailsAtCopy);
        tellsNothingAgain("Kafka older than MongoDB", this::restoreBroker);
      }
      case 7 -> publishesNothingAgain("state and changelogs lost", this::loseChangelogs);
      default -> {}
    }
  }

  private interface Restoring {
    void run() throws Exception;
  }

  /** "no old mail sent again" */
  private void tellsNothingAgain(String what, Restoring restoring) throws Exception {
    long before = mails();
    required("mails before " + what, before);
    System.out.println("restoring: " + what + ", after " + before + " mails");
    restoring.run();
    indicatorsGoOn();
    everybodyIsTold();
    same("mails", what, before, mails());
  }

  /** Nor anything published anew: nothing has happened but the loss. */
  private void publishesNothingAgain(String what, Restoring restoring) throws Exception {
    long values = records("indicator-values");
    long deviations = records("deviations");
    required("values before " + what, values);
    required("deviations before " + what, deviations);
    tellsNothingAgain(what, restoring);
    same("values", what, values, records("indicator-values"));
    same("deviations", what, deviations, records("deviations"));
  }

  private void same(String which, String what, long before, long after) {
    if (after != before) {
      differences.add(new Difference(which, "-", what, "" + before, "" + after, ""));
    }
  }

  private long records(String topic) {
    try (TopicReader reader = new TopicReader(cluster().kafka())) {
      return reader.from(Map.of(), topic::equals).size();
    }
  }

  /** The process that runs now has caught up: until then it could still tell anything. */
  private void indicatorsGoOn() {
    await("the indicator service goes on")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .until(
            () ->
                cluster().first(Part.INDICATOR).works()
                    && cluster().first(Part.INDICATOR).hasSaid(COMPUTES)
                    && api().indicatorBalance().get("settled").asBoolean());
  }

  /** Where there is none, nothing is proved. */
  private void required(String what, long number) {
    if (number < 1) {
      differences.add(new Difference(what, "-", "number", "at least 1", "" + number, ""));
    }
  }

  private long mails() throws IOException {
    return cluster().journal().count(Act.KEPT);
  }

  private void loseState() throws Exception {
    cluster().first(Part.INDICATOR).stop();
    Folders.empty(cluster().first(Part.INDICATOR).state());
    cluster().first(Part.INDICATOR).start();
  }

  private void loseDatabase() throws Exception {
    cluster().stopServices();
    cluster().database().stop();
    Folders.empty(cluster().database().data());
    cluster().database().start();
    cluster().startServices();
  }

  private void copyDatabase() throws Exception {
    mailsAtCopy = mails();
    await("a mail waits").atMost(PATIENCE).until(() -> unsent() > 0);
    cluster().stopServices();
    cluster().database().stop();
    Folders.copy(cluster().database().data(), copy("mongod"));
    cluster().database().start();
    cluster().startServices();
  }

  private void restoreDatabase() throws Exception {
    cluster().stopServices();
    cluster().database().stop();
    Folders.restore(copy("mongod"), cluster().database().data());
    cluster().database().start();
    required("mails that lie unsent in the copy", unsent());
    cluster().first(Part.INGESTION).start();
    cluster().first(Part.INDICATOR).start();
    cluster()
        .first(Part.NOTIFICATION)
        .start("--kazalnik.notifications.told-until=" + Instant.now());
  }

  private long unsent() {
    return cluster().database().all(Part.NOTIFICATION.database(), "mails").stream()
        .filter(each -> each.getString("state").equals("PENDING"))
        .count();
  }

  private void copyBroker() throws Exception {
    mailsAtCopy = mails();
    try (TopicReader reader = new TopicReader(cluster().kafka())) {
      sentBefore.putAll(reader.ends(RestoreTrial::isRaw));
    }
    cluster().stopServices();
    cluster().broker().stop();
    Folders.copy(cluster().brokerData(), copy("broker"));
    cluster().startBroker();
    cluster().startServices();
  }

  /** And the city's systems send again what they have sent since the copy. */
  private void restoreBroker() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> since;
    try (TopicReader reader = new TopicReader(cluster().kafka())) {
      since = reader.from(sentBefore, RestoreTrial::isRaw);
    }
    cluster().stopServices();
    cluster().broker().stop();
    Folders.restore(copy("broker"), cluster().brokerData());
    Folders.empty(cluster().first(Part.INDICATOR).state());
    cluster().database().drop(Part.INGESTION.database());
    cluster().database().drop(Part.INDICATOR.database());
    cluster().startBroker();
    cluster().startServices();
    everybodyIsTold();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                cluster().kafka(),
                "acks",
                "all",
                "max.request.size",
                LARGEST_REQUEST),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (ConsumerRecord<byte[], byte[]> each : since) {
        producer
            .send(
                new ProducerRecord<>(
                    each.topic(), each.partition(), each.key(), each.value(), each.headers()))
            .get();
      }
    }
  }

  private void loseChangelogs() throws Exception {
    Instance indicator = cluster().first(Part.INDICATOR);
    indicator.stop();
    Folders.empty(indicator.state());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster().kafka()))) {
      List<String> lost =
          admin.listTopics().names().get().stream()
              .filter(each -> each.startsWith("kazalnik-indicators-2-"))
              .toList();
      admin.deleteTopics(lost).all().get();
    }
    indicator.set("--kazalnik.processing.generation=3");
    indicator.start();
  }

  /** All that was published is known, nothing waits, and nothing more comes. */
  private void everybodyIsTold() throws Exception {
    for (int quiet = 0; quiet < 2; quiet++) {
      await("everybody is told")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .pollDelay(Duration.ofSeconds(1))
          .ignoreExceptionsMatching(IOException.class::isInstance)
          .until(this::isToldEverything);
    }
  }

  private boolean isToldEverything() throws IOException, InterruptedException {
    cluster().mustLive();
    JsonNode balance = api().notificationBalance();
    return balance.get("settled").asBoolean()
        && balance.get("deviations").get("received").asLong() >= deviations();
  }

  private long deviations() {
    try (TopicReader reader = new TopicReader(cluster().kafka())) {
      return reader.from(Map.of(), "deviations"::equals).stream()
          .map(each -> new String(each.key(), StandardCharsets.UTF_8))
          .distinct()
          .count();
    }
  }
}
