package si.kazalnik.benchmark.ours;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.process.Kafka;

/** What ingestion has accepted, to be given to the indicator service without ingestion. */
public final class Accepted {

  /** Where the indicator service reads. */
  public static final String TOPIC = "measurements";

  private Accepted() {}

  /**
   * The records of a round, as if they were of other measurements.
   *
   * @param round name of its load
   * @param all how many were accepted in all rounds
   */
  public static List<Load.Event> again(Kafka kafka, String round, long all) {
    List<Load.Event> events = new ArrayList<>();
    kafka.read(
        TOPIC,
        all,
        each -> {
          if (text(each.key()).contains("|" + round + "-")) {
            events.add(renamed(new Load.Event(each.key(), each.value()), round));
          }
        });
    return events;
  }

  /** An event of a round, as if it were of another measurement. */
  public static Load.Event renamed(Load.Event event, String round) {
    return new Load.Event(renamed(event.key(), round), renamed(event.value(), round));
  }

  private static byte[] renamed(byte[] bytes, String round) {
    return text(bytes)
        .replace(round + "-", "again-" + round + "-")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
