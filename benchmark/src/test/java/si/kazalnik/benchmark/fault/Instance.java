package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One instance of a service; keeps its name, ports and folder over restarts. */
final class Instance {
  private static final int MEGABYTES = 300;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What the consumers of Spring and of Kafka Streams say. */
  private static final Pattern PARTITIONS =
      Pattern.compile("partitions assigned: \\[\\w|Assigned partitions: +\\[\\w");

  private static final Pattern STARTED = Pattern.compile("Started \\w+ in");

  private final Cluster cluster;
  private final Part part;
  private final String name;
  private final Child child;
  private final List<String> more = new ArrayList<>();
  private final int port = Ports.next();
  private final int management = Ports.next();

  Instance(Cluster cluster, Part part, int number) {
    this.cluster = cluster;
    this.part = part;
    this.name = part.text() + "-" + number;
    this.child = new Child(name, cluster.folder().resolve(name + ".log"));
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  int management() {
    return management;
  }

  /** Where an indicator service keeps its state. */
  Path state() {
    return cluster.folder().resolve(name + "-state");
  }

  /** Settings: for this time only. */
  void start(String... once) throws IOException {
    List<String> all = settings();
    all.addAll(List.of(once));
    child.start(Child.java(MEGABYTES, part.main(), all));
  }

  boolean kill() throws InterruptedException {
    boolean killed = child.kill();
    cluster.chronicle().killed(name);
    return killed;
  }

  /**
   * One that is still starting may be killed: it goes on starting first, on a busy machine long.
   */
  void stop() throws IOException, InterruptedException {
    boolean started = child.hasSaid(STARTED);
    if (!child.stopOrKill()) {
      cluster.chronicle().killed(name);
      if (started) {
        throw new AssertionError(name + " does not stop");
      }
    }
  }

  void end() {
    child.end();
  }

  /** Stands still with all its connections open. */
  void freeze() throws IOException, InterruptedException {
    child.signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    child.signal("CONT");
  }

  /** Whether it is ready, and was given partitions to work on. */
  boolean works() throws IOException, InterruptedException {
    mustLive();
    return isReady() && child.hasSaid(PARTITIONS);
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notThere) {
      return false;
    }
  }

  boolean hasSaid(Pattern what) throws IOException {
    return child.hasSaid(what);
  }

  boolean runs() {
    return child.runs();
  }

  void mustLive() {
    child.mustLive();
  }

  /** A setting more, from the next start on. */
  void set(String setting) {
    more.add(setting);
  }

  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false",
                "--logging.config=classpath:fault-logback.xml",
                "--server.address=127.0.0.1",
                "--management.server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--kazalnik.instance=" + name,
                "--kazalnik.clock=" + cluster.now(),
                "--kazalnik.keys-file=" + cluster.keys().file(),
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + cluster.toBroker(part).port(),
                "--spring.mongodb.uri=mongodb://127.0.0.1:"
                    + cluster.toDatabase(part).port()
                    + "/"
                    + part.database()));
    settings.addAll(
        switch (part) {
          // Short sessions: the partitions of one who never comes back do not wait for long.
          case INGESTION ->
              List.of(
                  "--kazalnik.ingestion.session-timeout=7s",
                  "--kazalnik.ingestion.receipt-secret-file="
                      + cluster.folder().resolve("receipts.key"));
          case INDICATOR ->
              List.of(
                  "--kazalnik.catalogue=" + cluster.catalogue(),
                  "--kazalnik.state-dir=" + state(),
                  "--spring.kafka.streams.properties.[session.timeout.ms]=7000");
          case NOTIFICATION ->
              List.of(
                  "--kazalnik.addresses=" + cluster.addresses(),
                  "--spring.kafka.consumer.properties.[session.timeout.ms]=7000",
                  "--kazalnik.notifications.group-wait=200ms",
                  "--kazalnik.notifications.illustrative-to-owners=true",
                  "--kazalnik.notifications.retry-first=500ms",
                  "--kazalnik.notifications.retry-longest=3s",
                  "--spring.mail.host=127.0.0.1",
                  "--spring.mail.port=" + cluster.toMail(name).port(),
                  "--spring.mail.properties.[mail.smtp.timeout]=5000");
        });
    settings.addAll(more);
    return settings;
  }
}
