package si.kazalnik.benchmark.run;

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
import si.kazalnik.benchmark.oracle.Sent;

/** What stands on the raw topics, that is, everything that was durably sent. */
final class RawLog implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PREFIX = "city.measurements.";

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();

  RawLog(String kafka, List<String> topics) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("fetch.max.bytes", 50_000_000);
    settings.put("max.partition.fetch.bytes", 10_000_000);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    for (String topic : topics) {
      consumer
          .partitionsFor(topic, PATIENCE)
          .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  static String topic(String provider) {
    return PREFIX + provider;
  }

  /** All records up to the present ends, from where the last call stopped. */
  List<ConsumerRecord<byte[], byte[]>> rest() {
    List<ConsumerRecord<byte[], byte[]>> rest = new ArrayList<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
      consumer.poll(Duration.ofMillis(200)).forEach(rest::add);
    }
    return rest;
  }

  static Sent sent(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new Sent(
        record.topic().substring(PREFIX.length()),
        new String(record.value(), StandardCharsets.UTF_8),
        headers);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
