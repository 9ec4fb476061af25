package si.kazalnik.benchmark.ours;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
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
   * @param from where the topic ended before they came
   * @param count how many they are
   */
  public static List<Load.Event> again(
      Kafka kafka, String round, Map<TopicPartition, Long> from, int count) {
    return kafka.read(from, count, each -> text(each.key()).contains("|" + round + "-")).stream()
        .map(each -> renamed(new Load.Event(each.key(), each.value()), round))
        .toList();
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
