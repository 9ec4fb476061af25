package si.kazalnik.benchmark.delay;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.process.Kafka;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events each of which makes a quota of nothing missed at once, and the mail server that gets what
 * is then written.
 */
final class Alarms implements AutoCloseable {
  static final double PER_SECOND = 2;

  private static final String TOPIC = "deviations";
  private static final Pattern NAME = Pattern.compile("alarm-\\d{5}");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NANOS_A_MILLI = 1_000_000;
  private static final long PATIENCE_SECONDS = 180;

  private final SMTPServer server;
  private final Map<String, Instant> due = new ConcurrentHashMap<>();
  private final Map<String, Instant> opened = new ConcurrentHashMap<>();
  private final Map<String, Instant> mailed = new ConcurrentHashMap<>();
  private final Thread reader;
  private volatile boolean closed;
  private int sent;

  Alarms(Kafka kafka) {
    server =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .port(0)
            .messageHandlerFactory(context -> new Delivery())
            .build();
    server.start();
    reader = new Thread(() -> read(kafka), "deviations");
    reader.setDaemon(true);
  }

  /** Begins to read deviations; their topic must be there. */
  void start() {
    reader.start();
  }

  int smtpPort() {
    return server.getPortAllocated();
  }

  static String series(int count) {
    return "  - {id: alarms, provider: bench, title: {sl: a, en: a}, unit: items, range: {min: 0},"
        + " dimensions: {place: {title: {sl: k, en: p}, values: ["
        + IntStream.range(0, count).mapToObj(Alarms::name).collect(Collectors.joining(", "))
        + "]}}}\n";
  }

  /** Each allows nothing in the year. */
  static String indicators(int count, int year) {
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                String.format(
                    Locale.ROOT,
                    "  - {id: %1$s, title: {sl: a, en: a}, measures: [measure], owner: office, unit:"
                        + " items, polarity: LOWER, inputs: {a: {series: alarms, aggregate: COUNT,"
                        + " where: {place: %1$s}}}, reporting: {frequency: YEAR, from: %2$d-01-01},"
                        + " target: {everyPeriod: {value: 0}}}%n",
                    name(n),
                    year))
        .collect(Collectors.joining());
  }

  private static String name(int n) {
    return String.format(Locale.ROOT, "alarm-%05d", n);
  }

  /** The next one; called by one thread. */
  Load.Event next(long dueNanos) {
    String name = name(sent++);
    Instant now = Instant.now();
    due.put(name, now.minusNanos(System.nanoTime() - dueNanos));
    return Load.event(
        name,
        Load.observation("alarms", now, "1") + ",\"dimensions\":{\"place\":\"" + name + "\"}");
  }

  /** Waits until every one that was sent has its mail. */
  void await() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (mailed.size() < sent || opened.size() < sent) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            String.format(
                "%d alarms, %d deviations, %d in mails", sent, opened.size(), mailed.size()));
      }
      Thread.sleep(50);
    }
  }

  /** Of those from {@code first} on: from the deviation's record to the mail's acceptance. */
  Histogram fromDeviation(int first) {
    return delays(first, opened);
  }

  /** Of those from {@code first} on: from the event to the mail's acceptance. */
  Histogram fromEvent(int first) {
    return delays(first, due);
  }

  int sent() {
    return sent;
  }

  private Histogram delays(int first, Map<String, Instant> since) {
    Histogram delays = new Histogram(3);
    for (int n = first; n < sent; n++) {
      Instant from = since.get(name(n));
      Instant until = mailed.get(name(n));
      if (from != null && until != null) {
        // A record's time has milliseconds only.
        delays.recordValue(Math.max(0, Duration.between(from, until).toNanos()));
      }
    }
    return delays;
  }

  private void read(Kafka kafka) {
    try (KafkaConsumer<byte[], byte[]> consumer = kafka.consumer()) {
      kafka.assign(consumer, TOPIC);
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
          JsonNode indicator = JSON.readTree(each.value()).get("indicator");
          if (indicator != null && !indicator.isNull()) {
            opened.putIfAbsent(
                indicator.asString(), Instant.EPOCH.plusNanos(each.timestamp() * NANOS_A_MILLI));
          }
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    server.stop();
  }

  private final class Delivery implements MessageHandler {
    @Override
    public void from(String sender) {
      // Anyone may send.
    }

    @Override
    public void recipient(String recipient) {
      // Everyone is here.
    }

    @Override
    public String data(InputStream content) {
      try {
        String text = text(new MimeMessage(null, new ByteArrayInputStream(content.readAllBytes())));
        Instant now = Instant.now();
        Matcher names = NAME.matcher(text);
        while (names.find()) {
          mailed.putIfAbsent(names.group(), now);
        }
        return "accepted";
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (MessagingException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    }

    @Override
    public void done() {
      // One mail a connection or several: all the same.
    }
  }

  private static String text(Part part) throws IOException, MessagingException {
    if (part.isMimeType("text/*")) {
      return part.getContent().toString();
    }
    StringBuilder text = new StringBuilder();
    if (part.getContent() instanceof Multipart parts) {
      for (int n = 0; n < parts.getCount(); n++) {
        text.append(text(parts.getBodyPart(n)));
      }
    }
    return text.toString();
  }
}
