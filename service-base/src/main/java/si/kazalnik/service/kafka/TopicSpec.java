package si.kazalnik.service.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a topic is to be. Every one stamps records on arrival.
 *
 * @param name with its prefix
 * @param partitions never changed once the topic exists
 * @param settings the topic's configuration
 */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {

  /** A topic that keeps everything for ever. */
  public static TopicSpec of(String name, int partitions) {
    return new TopicSpec(
        name,
        partitions,
        Map.of(
            "message.timestamp.type", "LogAppendTime",
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1"));
  }

  /** The same topic, with records dropped when they are older than that. */
  public TopicSpec retention(Duration age) {
    return with("retention.ms", Long.toString(age.toMillis()));
  }

  /** The same topic, keeping the last record of every key. */
  public TopicSpec compacted() {
    return with("cleanup.policy", "compact");
  }

  /** The same topic, taking records of up to that many bytes. */
  public TopicSpec maxBytes(int bytes) {
    return with("max.message.bytes", Integer.toString(bytes));
  }

  private TopicSpec with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(settings);
    changed.put(key, value);
    return new TopicSpec(name, partitions, Map.copyOf(changed));
  }
}
