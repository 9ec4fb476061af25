package si.kazalnik.testing;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.testcontainers.kafka.KafkaContainer;
import si.kazalnik.embedded.EmbeddedKafka;

/**
 * A real Kafka broker, one for the process: a container where there is Docker, else embedded. Tests
 * keep apart by {@link #uniquePrefix() prefixes} of their topics' names, not by brokers.
 */
public final class TestBroker {

  private static final String IMAGE = "apache/kafka:4.1.1";

  private final String bootstrapServers;
  private final String kind;

  private TestBroker(String bootstrapServers, String kind) {
    this.bootstrapServers = bootstrapServers;
    this.kind = kind;
    System.out.println("Kafka for tests: " + kind + (Docker.answers() ? "" : " (no Docker)"));
  }

  /** The broker of this process, started by the first who asks. */
  public static TestBroker shared() {
    return Holder.SHARED;
  }

  /** Where clients connect, {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** {@code container} or {@code embedded}. */
  public String kind() {
    return kind;
  }

  /** A prefix for topics (and groups, transactional ids) that nobody else has. */
  public String uniquePrefix() {
    return "t" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT) + ".";
  }

  private static TestBroker start() {
    return Docker.answers() ? inContainer() : embedded();
  }

  private static TestBroker embedded() {
    Path folder = TemporaryFolder.make("broker");
    EmbeddedKafka broker = EmbeddedKafka.start(folder, 0);
    TemporaryFolder.whenTheProcessEnds(folder, broker::close);
    return new TestBroker(broker.bootstrapServers(), "embedded");
  }

  private static TestBroker inContainer() {
    // Testcontainers ends it with the process.
    @SuppressWarnings("resource")
    KafkaContainer container =
        new KafkaContainer(IMAGE)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(17 * 1024 * 1024))
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
            .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000");
    container.start();
    return new TestBroker(container.getBootstrapServers(), "container");
  }

  private static final class Holder {
    static final TestBroker SHARED = start();
  }
}
