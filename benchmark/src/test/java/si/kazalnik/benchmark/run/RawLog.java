package si.kazalnik.benchmark.run;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.core.ConditionTimeoutException;
import si.kazalnik.benchmark.oracle.Sent;

/** What stands on the raw topics, that is, everything that was durably sent. */
final class RawLog {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PREFIX = "city.measurements.";

  private final Properties settings = new Properties();
  private final List<String> topics;
  private final Map<TopicPartition, Long> read = new HashMap<>();

  RawLog(String kafka, List<String> topics) {
    this.topics = topics;
    settings.put("bootstrap.servers", kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("fetch.max.bytes", 50_000_000);
    settings.put("max.partition.fetch.bytes", 10_000_000);
  }

  static String topic(String provider) {
    return PREFIX + provider;
  }

  /** All records up to the present ends, from where the last call stopped; by a client anew. */
  List<ConsumerRecord<byte[], byte[]>> rest() {
    List<ConsumerRecord<byte[], byte[]>> rest = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      partitions.forEach(each -> consumer.seek(each, read.getOrDefault(each, 0L)));
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(rest::add);
      }
      partitions.forEach(each -> read.put(each, consumer.position(each, PATIENCE)));
    }
    return rest;
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
