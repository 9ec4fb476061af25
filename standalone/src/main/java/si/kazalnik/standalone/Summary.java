package si.kazalnik.standalone;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.standalone.data.Keys;
import si.kazalnik.standalone.options.Options;
import si.kazalnik.standalone.options.Ports;

/** Where everything is, printed at the end of the start. */
record Summary(Options options, Keys keys, ServiceClock clock, Infrastructure infrastructure) {

  void print(Catalogue catalogue, Console console) {
    Ports ports = options.ports();
    console.line("");
    console.line("Keys (in " + keys.file() + "):");
    keys.all().forEach((holder, key) -> console.line("  " + holder + "=" + key));
    console.line("");
    line(console, "Page", "http://localhost:" + ports.page() + "/   (English: /en/)");
    line(console, "API", "http://localhost:" + ports.page() + "/v1/indicators");
    line(console, "Ingestion", "http://localhost:" + ports.ingestion() + "/v1/measurements");
    line(
        console,
        "Inbox",
        options.mail() == null
            ? "http://localhost:"
                + ports.inbox()
                + "/   (mails follow within half a minute; times there are UTC)"
            : "mails go to " + options.mail());
    line(
        console,
        "Metrics",
        metrics(ports, ports.page())
            + "  "
            + metrics(ports, ports.ingestion())
            + "  "
            + metrics(ports, ports.notification()));
    line(console, "Kafka", infrastructure.kafka());
    line(console, "Database", infrastructure.mongodb());
    if (clock.settable()) {
      line(
          console,
          "Clock",
          "stands at "
              + clock.instant()
              + "; move it: curl -H 'Content-Type: application/json' -d"
              + " '{\"now\":\""
              + clock.instant().plus(1, ChronoUnit.DAYS)
              + "\"}' http://localhost:"
              + ports.managementOf(ports.page())
              + "/actuator/clock");
    }
    tryIt(catalogue, console);
    console.line("");
    console.line("Ready: " + catalogue.strategy().id() + ", Ctrl-C stops.");
  }

  private void tryIt(Catalogue catalogue, Console console) {
    int page = options.ports().page();
    List<TryIt> events = TryIt.of(ordered(catalogue), clock.instant(), 2);
    for (int i = 0; i < events.size(); i++) {
      TryIt event = events.get(i);
      String key = keys.of(BearerKeys.PROVIDER + event.provider().id());
      console.line("");
      console.line("Try it: " + event.sentence(page));
      console.line(
          i == 0
              ? "  " + event.curl(options.ports().ingestion(), key)
              : "  " + event.kcat(infrastructure.kafka(), new Topics("")));
    }
  }

  /** Indicators with a sum first: theirs grow more. */
  private static Catalogue ordered(Catalogue catalogue) {
    List<Indicator> indicators = new ArrayList<>(catalogue.indicators());
    indicators.sort(
        Comparator.comparing(
            i -> i.inputs().stream().noneMatch(in -> in.aggregate() == Input.Aggregate.SUM)));
    return new Catalogue(
        catalogue.version(),
        catalogue.strategy(),
        catalogue.owners(),
        catalogue.providers(),
        catalogue.series(),
        indicators,
        catalogue.projects());
  }

  private static String metrics(Ports ports, int port) {
    return "http://localhost:" + ports.managementOf(port) + "/actuator/prometheus";
  }

  private static void line(Console console, String what, String where) {
    console.line(String.format(Locale.ROOT, "%-10s %s", what, where));
  }
}
