package si.kazalnik.benchmark.run;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.awaitility.core.ConditionTimeoutException;
import si.kazalnik.benchmark.oracle.Sent;

/** What stands on the raw topics, that is, everything that was durably sent. */
final class RawLog {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PREFIX = "city.measurements.";

  private final String kafka;
  private final List<String> topics;
  private final Map<TopicPartition, Long> read = new HashMap<>();

  RawLog(String kafka, List<String> topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  static String topic(String provider) {
    return PREFIX + provider;
  }

  /** All records up to the present ends, from where the last call stopped; by a client anew. */
  List<ConsumerRecord<byte[], byte[]>> rest() {
    try (TopicReader reader = new TopicReader(kafka)) {
      List<ConsumerRecord<byte[], byte[]>> rest = reader.from(read, topics::contains);
      read.putAll(reader.places());
      return rest;
    }
  }

  /**
   * All records up to the present ends, which hold whatever was confirmed: a broker that has just
   * come to life again tells of an end that lies before what it confirmed.
   */
  List<ConsumerRecord<byte[], byte[]>> rest(List<String> confirmed) {
    List<ConsumerRecord<byte[], byte[]>> rest = new ArrayList<>(rest());
    try {
      await("what was confirmed can be read")
          .atMost(PATIENCE)
          .until(
              () -> {
                rest.addAll(rest());
                return lost(confirmed, rest).isEmpty();
              });
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("confirmed and lost: " + lost(confirmed, rest), late);
    }
    rest.addAll(rest());
    return rest;
  }

  /** What was confirmed and is not there, as many times as it is missing. */
  static List<String> lost(List<String> confirmed, List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, Integer> there = new HashMap<>();
    records.forEach(each -> there.merge(text(each), 1, Integer::sum));
    return confirmed.stream().filter(each -> there.merge(each, -1, Integer::sum) < 0).toList();
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  static Sent sent(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new Sent(record.topic().substring(PREFIX.length()), text(record), headers);
  }
}
