package si.kazalnik.benchmark.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands on topics now. */
public final class TopicReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KafkaConsumer<byte[], byte[]> consumer;

  public TopicReader(String kafka) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                kafka,
                "isolation.level",
                "read_committed",
                "fetch.max.bytes",
                50_000_000,
                "max.partition.fetch.bytes",
                10_000_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  public Map<TopicPartition, Long> ends(Predicate<String> topics) {
    return consumer.endOffsets(partitions(topics), PATIENCE);
  }

  /** All records from those offsets on, of the other partitions from the beginning. */
  public List<ConsumerRecord<byte[], byte[]>> from(
      Map<TopicPartition, Long> offsets, Predicate<String> topics) {
    List<TopicPartition> partitions = partitions(topics);
    consumer.assign(partitions);
    partitions.forEach(each -> consumer.seek(each, offsets.getOrDefault(each, 0L)));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
      consumer.poll(Duration.ofMillis(200)).forEach(found::add);
    }
    return found;
  }

  /** How far it has read. */
  Map<TopicPartition, Long> places() {
    return consumer.assignment().stream()
        .collect(Collectors.toMap(each -> each, each -> consumer.position(each, PATIENCE)));
  }

  private List<TopicPartition> partitions(Predicate<String> topics) {
    return consumer.listTopics(PATIENCE).values().stream()
        .flatMap(List::stream)
        .filter(each -> topics.test(each.topic()))
        .map(each -> new TopicPartition(each.topic(), each.partition()))
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
