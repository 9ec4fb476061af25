package si.kazalnik.ingestion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.MessageListenerContainer;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.ingestion.IngestionService;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.testing.TestBroker;

/** The whole service against a real broker, under a prefix of its own. */
public final class RunningIngestion implements AutoCloseable {

  public static final String PROVIDER_KEY = "key-of-jhl-it";
  public static final String NGO_KEY = "key-of-ngo";
  public static final String OPERATOR_KEY = "key-of-operator";

  private static final Map<String, String> HOLDERS =
      Map.of(
          "Bearer " + PROVIDER_KEY, BearerKeys.PROVIDER + "jhl-it",
          "Bearer " + NGO_KEY, BearerKeys.PROVIDER + "ngo",
          "Bearer " + OPERATOR_KEY, BearerKeys.OPERATOR);

  private final String broker = TestBroker.shared().bootstrapServers();
  private final Topics topics;
  private final KafkaProducer<byte[], byte[]> producer;
  private final String mongoUri;
  private final List<String> options;
  private ConfigurableApplicationContext context;
  private long sequence;

  private RunningIngestion(String prefix, String mongoUri, String... options) {
    this.topics = new Topics(prefix);
    this.mongoUri = mongoUri;
    this.options = List.of(options);
    Properties settings = new Properties();
    settings.put("bootstrap.servers", broker);
    settings.put("max.request.size", 5 * 1024 * 1024);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    context = run();
  }

  public static RunningIngestion start(String mongoUri, String... options) {
    return new RunningIngestion(TestBroker.shared().uniquePrefix(), mongoUri, options);
  }

  /** One that has read the small city's catalogue and made its topics. */
  public static RunningIngestion ready(String mongoUri, String... options) {
    RunningIngestion service = start(mongoUri, options);
    service.publish(TestCatalogue.lipa());
    service.awaitConsuming();
    return service;
  }

  /** Waits until the service consumes. */
  public void awaitConsuming() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> context.getBean("rawEvents", MessageListenerContainer.class).isRunning());
  }

  private ConfigurableApplicationContext run() {
    List<String> arguments = new ArrayList<>(shared());
    arguments.add("--kazalnik.instance=it");
    arguments.addAll(options);
    return IngestionService.application()
        .initializers(
            fresh ->
                fresh
                    .getBeanFactory()
                    .registerSingleton(
                        "bearerKeys",
                        (BearerKeys)
                            header -> java.util.Optional.ofNullable(header).map(HOLDERS::get)))
        .run(arguments.toArray(String[]::new));
  }

  /**
   * Another instance of the same service in a process of its own, which can be killed. What it says
   * is in {@code target/instance-….log}.
   */
  public Process another(String instance, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                IngestionService.class.getName(),
                "--kazalnik.instance=" + instance));
    command.addAll(shared());
    command.addAll(List.of(options));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(Path.of("target", "instance-" + instance + ".log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> shared() {
    return List.of(
        "--spring.kafka.bootstrap-servers=" + broker,
        "--spring.mongodb.uri=" + mongoUri,
        "--kazalnik.topics.prefix=" + topics.prefix(),
        "--kazalnik.clock=2026-11-01T12:00:00Z",
        "--kazalnik.ingestion.receipt-secret=0123456789abcdef0123456789abcdef",
        "--server.port=0",
        "--management.server.port=0",
        "--spring.main.banner-mode=off",
        "--spring.jmx.enabled=false");
  }

  /** Stops the service as a restart does and starts it again on the same topics. */
  public void restart() {
    context.close();
    context = run();
  }

  public Topics topics() {
    return topics;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public String url(String path) {
    return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path;
  }

  public String managementUrl(String path) {
    return "http://localhost:"
        + context.getEnvironment().getProperty("local.management.port")
        + path;
  }

  public void publish(Catalogue catalogue) {
    sequence++;
    send(
        new ProducerRecord<>(
            topics.catalogue(),
            bytes(catalogue.strategy().id()),
            ContractJson.write(TestCatalogue.publication(sequence, catalogue))));
  }

  public void send(String provider, byte[] value, Header... headers) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topics.raw(provider), value);
    List.of(headers).forEach(record.headers()::add);
    send(record);
  }

  /** Sends without waiting: many at a time. */
  public void sendAll(String provider, Stream<String> events) {
    List<Future<RecordMetadata>> sent =
        events
            .map(json -> producer.send(new ProducerRecord<>(topics.raw(provider), bytes(json))))
            .toList();
    sent.forEach(RunningIngestion::await);
  }

  public void send(String provider, String json) {
    send(provider, bytes(json));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    await(producer.send(record));
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything committed on the topic so far. */
  public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", broker);
    settings.put("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  public <T> List<T> all(String topic, Class<T> type) {
    return all(topic).stream().map(r -> ContractJson.read(r.value(), type)).toList();
  }

  public static Header header(String name, String value) {
    return new RecordHeader(name, bytes(value));
  }

  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
    producer.close();
  }
}
