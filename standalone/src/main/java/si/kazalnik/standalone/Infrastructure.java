package si.kazalnik.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import si.kazalnik.embedded.EmbeddedDocumentStore;
import si.kazalnik.embedded.EmbeddedKafka;
import si.kazalnik.embedded.LoopbackPorts;
import si.kazalnik.standalone.data.DataFolder;
import si.kazalnik.standalone.inbox.MailCatcher;
import si.kazalnik.standalone.options.Options;
import si.kazalnik.standalone.options.Options.HostPort;
import si.kazalnik.standalone.options.Ports;

/**
 * Broker, database and mail server, embedded or others.
 *
 * @param kafka {@code host:port}
 * @param mongodb connection string without a database
 */
record Infrastructure(String kafka, String mongodb, HostPort mail) {

  /** The database of what cannot be rebuilt: human acts, outbox, delivery log. */
  static final String NOTIFICATIONS = "notifications";

  private static final String LOOPBACK = "127.0.0.1";

  /** Starts what the options do not take from elsewhere. */
  static Infrastructure start(Options options, DataFolder data, Closing closing, Console console) {
    refuseTakenPorts(options);
    Ports ports = options.ports();
    // The broker takes the longest; the others start beside it.
    CompletableFuture<String> mongodb =
        CompletableFuture.supplyAsync(() -> mongodb(options, data, closing));
    HostPort mail = mail(options, data, closing);
    String kafka = kafka(options, data, closing, console);
    try {
      return new Infrastructure(kafka, mongodb.join(), mail);
    } catch (CompletionException e) {
      throw new StartRefused("The database on port " + ports.database() + " did not start.", e);
    }
  }

  private static void refuseTakenPorts(Options options) {
    options
        .ports()
        .needed(options)
        .forEach(
            (port, use) -> {
              if (!LoopbackPorts.isFree(port)) {
                throw new StartRefused(
                    "Port "
                        + port
                        + " ("
                        + use
                        + ") is taken by another program. Stop it, or move every port with"
                        + " --port-offset, e.g. --port-offset "
                        + (options.ports().offset() + 100)
                        + ".");
              }
            });
  }

  private static String kafka(Options options, DataFolder data, Closing closing, Console console) {
    HostPort other = options.kafka();
    if (other != null) {
      return other.toString();
    }
    long start = System.nanoTime();
    EmbeddedKafka broker =
        closing.started("broker", EmbeddedKafka.start(data.broker(), options.ports().kafka()));
    console.done("Kafka broker", Duration.ofNanos(System.nanoTime() - start));
    return broker.bootstrapServers();
  }

  private static String mongodb(Options options, DataFolder data, Closing closing) {
    String other = options.mongodb();
    if (other != null) {
      return other;
    }
    return closing
        .started(
            "document store",
            EmbeddedDocumentStore.start(
                data.documents(), Set.of(NOTIFICATIONS), options.ports().database()))
        .uri();
  }

  private static HostPort mail(Options options, DataFolder data, Closing closing) {
    HostPort other = options.mail();
    if (other != null) {
      return other;
    }
    Ports ports = options.ports();
    try {
      closing.started("inbox", MailCatcher.start(data.inbox(), ports.smtp(), ports.inbox()));
    } catch (IOException e) {
      throw new StartRefused(
          "The inbox on ports " + ports.smtp() + " and " + ports.inbox() + " did not start.", e);
    }
    return new HostPort(LOOPBACK, ports.smtp());
  }

  /** The connection string of one database, whatever the server's says besides. */
  String database(String name) {
    int options = mongodb.indexOf('?');
    String servers = options < 0 ? mongodb : mongodb.substring(0, options);
    String rest = options < 0 ? "" : mongodb.substring(options);
    int path = servers.indexOf('/', servers.indexOf("://") + "://".length());
    return (path < 0 ? servers : servers.substring(0, path)) + '/' + name + rest;
  }
}
