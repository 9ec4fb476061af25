package si.kazalnik.benchmark.city;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Events of one round: all new measurements, all accepted.
 *
 * @param applications sum of their values
 * @param replies number of them
 */
public record Load(List<Event> events, long applications, long replies) {

  /** Who sends them. */
  public static final String PROVIDER = "bench";

  /** Where they go. */
  public static final String TOPIC = "city.measurements." + PROVIDER;

  /** As a city's systems send them from day to day. */
  public static final int LIVE_DAYS = 2;

  /** As they are loaded once, when a system is connected. */
  public static final int HISTORY_DAYS = 365;

  private static final int SECONDS_A_DAY = 86_400;

  /** An event as it goes onto a topic. */
  public static final class Event {
    private final byte[] key;
    private final byte[] value;

    public Event(byte[] key, byte[] value) {
      this.key = key;
      this.value = value;
    }

    public byte[] key() {
      return key;
    }

    public byte[] value() {
      return value;
    }
  }

  /** Of the small city. */
  public static Load of(String round, int count, Instant now, int days) {
    return of(City.smallest(), round, count, now, days);
  }

  /**
   * The same for the same arguments; {@code round} makes the measurements new.
   *
   * @param days before {@code now} over which they are spread evenly
   */
  public static Load of(City city, String round, int count, Instant now, int days) {
    Random random = new Random(round.hashCode());
    List<Event> events = new ArrayList<>(count);
    long applications = 0;
    long replies = 0;
    for (int i = 0; i < count; i++) {
      Instant observedAt = now.minusSeconds(random.nextInt(days * SECONDS_A_DAY));
      String of;
      if (city.series() > 0 && random.nextBoolean()) {
        of = observation("s-" + random.nextInt(city.series()), observedAt, "1");
      } else if (random.nextBoolean()) {
        int value = random.nextInt(5);
        applications += value;
        of =
            observation("applications", observedAt, Integer.toString(value))
                + dimensions(city, random);
      } else {
        replies++;
        of = observation("replies", observedAt, random.nextInt(30) + ".5");
      }
      events.add(event(round + "-" + i, of));
    }
    return new Load(events, applications, replies);
  }

  /** What was observed, as members of an event's data. */
  public static String observation(String series, Instant observedAt, String value) {
    return String.format(
        Locale.ROOT,
        "\"series\":\"%s\",\"observedAt\":\"%s\",\"value\":%s",
        series,
        observedAt,
        value);
  }

  private static String dimensions(City city, Random random) {
    return String.format(
        Locale.ROOT,
        ",\"dimensions\":{\"channel\":\"%s\",\"district\":\"%s\"%s}",
        random.nextBoolean() ? "digital" : "paper",
        List.of("Center", "Šiška", "Bežigrad", "Vič").get(random.nextInt(4)),
        city.places() == 0 ? "" : ",\"place\":\"p" + random.nextInt(city.places()) + "\"");
  }

  /** One that is recorded. */
  public static Event event(String measurement, String observation) {
    return new Event(
        utf8("urn:bench|" + measurement),
        utf8(
            "{\"specversion\":\"1.0\",\"id\":\"e-"
                + measurement
                + "\",\"source\":\"urn:bench\",\"type\":\"si.kazalnik.measurement.recorded.v1\","
                + "\"datacontenttype\":\"application/json\",\"data\":{\"measurement\":\""
                + measurement
                + "\","
                + observation
                + "}}"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
