package si.kazalnik.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.standalone.data.DataFolder;
import si.kazalnik.standalone.options.Options;
import si.kazalnik.standalone.options.Ports;

/** What the services are told here that is different from their own defaults. */
record ServiceSettings(
    Options options, DataFolder data, Infrastructure infrastructure, ServiceClock clock) {

  private static final String LOOPBACK = "127.0.0.1";

  /** How long a part of a service that stops is waited for. */
  private static final Duration STOP = Duration.ofSeconds(5);

  /**
   * The same of the notification service: a mail server may leave a mail unanswered for long, and
   * what it answers must still be recorded, or the mail goes again after the next start.
   */
  static final Duration STOP_OF_MAILS = Duration.ofSeconds(30);

  /** For every service. */
  private static final List<String> COMMON =
      List.of(
          "--spring.main.banner-mode=off",
          "--spring.main.log-startup-info=false",
          "--spring.jmx.enabled=false",
          "--management.metrics.use-global-registry=false",
          "--server.address=" + LOOPBACK,
          "--management.server.address=" + LOOPBACK,
          "--kazalnik.instance=standalone");

  /**
   * For how long a busy machine may hold up a transaction. A killed process leaves nobody waiting
   * for so long: at its next start it takes up its transactional ids, which ends what it left open.
   */
  private static final String BUSY_MACHINE = "60s";

  List<String> indicator() {
    List<String> settings = service(options.ports().page(), "indicators", STOP);
    settings.add("--kazalnik.processing.transaction-timeout=" + BUSY_MACHINE);
    settings.add("--kazalnik.state-dir=" + data.streams());
    if (options.catalogue() != null) {
      settings.add("--kazalnik.catalogue=" + options.catalogue());
    }
    return settings;
  }

  List<String> ingestion() {
    List<String> settings = service(options.ports().ingestion(), "ingestion", STOP);
    settings.add("--kazalnik.ingestion.receipt-secret-file=" + data.receiptKey());
    settings.add("--kazalnik.ingestion.transaction-timeout=" + BUSY_MACHINE);
    settings.add("--kazalnik.ingestion.session-timeout=45s");
    return settings;
  }

  List<String> notification() {
    List<String> settings =
        service(options.ports().notification(), Infrastructure.NOTIFICATIONS, STOP_OF_MAILS);
    settings.add("--kazalnik.public-url=http://localhost:" + options.ports().page());
    settings.add("--kazalnik.notifications.group-wait=5s");
    settings.add("--kazalnik.notifications.illustrative-to-owners=true");
    settings.add("--kazalnik.notifications.invent-addresses=true");
    settings.add("--spring.mail.host=" + infrastructure.mail().host());
    settings.add("--spring.mail.port=" + infrastructure.mail().port());
    return settings;
  }

  private List<String> service(int port, String database, Duration stop) {
    Ports ports = options.ports();
    List<String> settings = new ArrayList<>(COMMON);
    Collections.addAll(
        settings,
        "--server.port=" + port,
        "--management.server.port=" + ports.managementOf(port),
        "--spring.lifecycle.timeout-per-shutdown-phase=" + stop.toSeconds() + "s",
        "--spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
        "--spring.mongodb.uri=" + infrastructure.database(database),
        // The clock itself is shared; the key says whether it can be moved.
        "--kazalnik.clock=" + (clock.settable() ? clock.instant() : "system"));
    return settings;
  }
}
