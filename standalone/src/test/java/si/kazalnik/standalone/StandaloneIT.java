package si.kazalnik.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.embedded.LoopbackPorts;
import si.kazalnik.standalone.options.Ports;
import tools.jackson.databind.JsonNode;

class StandaloneIT {

  private static final Path CITY = Path.of("src", "test", "resources", "catalogue-of-one");
  private static final Instant JANUARY = Instant.parse("2026-01-10T09:00:00Z");
  private static final Instant FEBRUARY = Instant.parse("2026-02-03T09:00:00Z");
  private static final String PERIOD = "2026-01";
  private static final String GENERATION = "kazalnik.processing.generation";

  @Test
  void events_become_a_value_a_deviation_and_a_mail_and_a_restart_goes_on(@TempDir Path parent)
      throws Exception {
    Path folder = parent.resolve("data");
    int offset = freeOffset();

    try (StartedStandalone kazalnik = StartedStandalone.start(CITY, folder, JANUARY, offset)) {
      assertThat(kazalnik.said().strip().lines().toList()).last().asString().startsWith("Ready");

      assertThat(kazalnik.overHttp("ngo", event("a", "2026-01-10T09:30:00+01:00", 4)))
          .isEqualTo(202);
      kazalnik.overKafka("ngo", event("b", "2026-01-10T09:40:00+01:00", 3));
      kazalnik.overKafka("ngo", event("b", "2026-01-10T09:40:00+01:00", 3));
      kazalnik.awaitReceived(3);
      assertThat(kazalnik.value("refurbished", PERIOD).path("value").asInt()).isEqualTo(7);
      assertThat(kazalnik.value("refurbished", PERIOD).path("status").asString())
          .isEqualTo("PROVISIONAL");

      kazalnik.moveClock(FEBRUARY);
      kazalnik.awaitSettled();
      assertThat(kazalnik.value("refurbished", PERIOD).path("performance").asString())
          .isEqualTo("MISSED");
      kazalnik.awaitMails(1);
      JsonNode mail = kazalnik.mail(kazalnik.mails().at("/items/0/id").asString());
      assertThat(mail.path("text").asString()).contains("Obnovljene naprave").contains("7");
    }

    // Asked for the earlier instant, it goes on at the later one.
    try (StartedStandalone kazalnik = StartedStandalone.start(CITY, folder, JANUARY, offset)) {
      kazalnik.awaitSettled();
      JsonNode value = kazalnik.value("refurbished", PERIOD);
      assertThat(value.path("value").asInt()).isEqualTo(7);
      assertThat(value.path("status").asString()).isEqualTo("FINAL");

      kazalnik.overKafka("ngo", event("c", "2026-01-20T10:00:00+01:00", 5));
      kazalnik.awaitReceived(4);
      assertThat(kazalnik.value("refurbished", PERIOD).path("value").asInt()).isEqualTo(12);
      assertThat(kazalnik.value("refurbished", PERIOD).path("performance").asString())
          .isEqualTo("MET");
      // The first one and that it is over: what was told before the restart is not told again.
      kazalnik.awaitMails(2);
      assertThat(kazalnik.deviations().path("items").size()).isEqualTo(1);
      JsonNode balance = kazalnik.balance("ngo");
      assertThat(balance.path("accepted").asInt()).isEqualTo(4);
      assertThat(balance.path("applied").asInt()).isEqualTo(3);
      assertThat(balance.path("duplicate").asInt()).isEqualTo(1);
    }

    // Without any of the computation's state: all is computed anew, and nothing published again.
    System.setProperty(GENERATION, "3");
    try (StartedStandalone kazalnik = StartedStandalone.start(CITY, folder, JANUARY, offset)) {
      kazalnik.overKafka("ngo", event("d", "2026-01-21T10:00:00+01:00", 1));
      kazalnik.awaitReceived(5);
      JsonNode value = kazalnik.value("refurbished", PERIOD);
      assertThat(value.path("value").asInt()).isEqualTo(13);
      // The clock stands still, so that it is the revision of that second.
      assertThat(value.path("revision").asInt()).isEqualTo(2);
      assertThat(value.path("cause").asString()).isEqualTo("LATE");
      assertThat(kazalnik.deviations().path("items").size()).isEqualTo(1);
      assertThat(kazalnik.balance("ngo").path("applied").asInt()).isEqualTo(4);
      kazalnik.awaitMails(2);
    } finally {
      System.clearProperty(GENERATION);
    }
  }

  @Test
  void a_faulty_catalogue_is_refused_with_every_fault_by_file_and_line(@TempDir Path folder)
      throws Exception {
    String city = Files.readString(CITY.resolve("city.yaml"));
    Files.writeString(
        folder.resolve("city.yaml"),
        city.replace("owner: office", "owner: offce")
            .replace("series: devices,", "series: device,"));

    assertThatThrownBy(() -> CatalogueCheck.refuseFaulty(folder))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("2 faults")
        .hasMessageContaining("city.yaml:" + lineOf(city, "owner: office"))
        .hasMessageContaining("city.yaml:" + lineOf(city, "series: devices,"));
  }

  private static int lineOf(String text, String part) {
    return (int) text.substring(0, text.indexOf(part)).lines().count();
  }

  private static String event(String id, String observedAt, int value) {
    return """
    {"specversion":"1.0","id":"%s","source":"urn:vas:provider:ngo",
     "type":"si.kazalnik.measurement.recorded.v1",
     "data":{"series":"devices","observedAt":"%s","value":%d}}\
    """
        .formatted(id, observedAt, value);
  }

  /** An offset at which every port is free. */
  private static int freeOffset() {
    return IntStream.iterate(20_000, offset -> offset + 37)
        .limit(400)
        .filter(
            offset -> {
              Ports ports = new Ports(offset);
              return IntStream.of(
                      ports.page(),
                      ports.ingestion(),
                      ports.notification(),
                      ports.managementOf(ports.page()),
                      ports.managementOf(ports.ingestion()),
                      ports.managementOf(ports.notification()),
                      ports.kafka(),
                      ports.database(),
                      ports.smtp(),
                      ports.inbox())
                  .allMatch(LoopbackPorts::isFree);
            })
        .findFirst()
        .orElseThrow();
  }
}
