package si.kazalnik.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Events of one round: all new measurements, all accepted. */
final class Load {
  static final String PROVIDER = "bench";

  /** As a city's systems send them from day to day. */
  static final int LIVE_DAYS = 2;

  /** As they are loaded once, when a system is connected. */
  static final int HISTORY_DAYS = 365;

  private static final int SECONDS_A_DAY = 86_400;

  private Load() {}

  /** An event as it goes onto a topic. */
  static final class Event {
    private final byte[] key;
    private final byte[] value;

    Event(byte[] key, byte[] value) {
      this.key = key;
      this.value = value;
    }

    byte[] key() {
      return key;
    }

    byte[] value() {
      return value;
    }
  }

  /**
   * The same for the same arguments; {@code round} makes the measurements new.
   *
   * @param days before {@code now} over which they are spread evenly
   */
  static List<Event> events(String round, int count, Instant now, int days) {
    Random random = new Random(round.hashCode());
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String measurement = round + "-" + i;
      Instant observedAt = now.minusSeconds(random.nextInt(days * SECONDS_A_DAY));
      String data =
          random.nextBoolean()
              ? String.format(
                  Locale.ROOT,
                  "{\"measurement\":\"%s\",\"series\":\"applications\",\"observedAt\":\"%s\",\"value\":%d,"
                      + "\"dimensions\":{\"channel\":\"%s\",\"district\":\"%s\"}}",
                  measurement,
                  observedAt,
                  random.nextInt(5),
                  random.nextBoolean() ? "digital" : "paper",
                  List.of("Center", "Šiška", "Bežigrad", "Vič").get(random.nextInt(4)))
              : String.format(
                  Locale.ROOT,
                  "{\"measurement\":\"%s\",\"series\":\"replies\",\"observedAt\":\"%s\",\"value\":%d.5}",
                  measurement,
                  observedAt,
                  random.nextInt(30));
      String event =
          "{\"specversion\":\"1.0\",\"id\":\"e-"
              + measurement
              + "\",\"source\":\"urn:bench\",\"type\":\"si.kazalnik.measurement.recorded.v1\","
              + "\"datacontenttype\":\"application/json\",\"data\":"
              + data
              + "}";
      events.add(new Event(utf8("urn:bench|" + measurement), utf8(event)));
    }
    return events;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
