package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics themselves. Its clients live as long as a question. */
final class EarlierTopics implements Earlier {

  private static final Logger log = LoggerFactory.getLogger(EarlierTopics.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Map<String, Object> adminSettings;
  private final Map<String, Object> consumerSettings;
  private final Generation own;
  private final int partitions;
  // Found once: what comes later is this computation's own.
  private final Map<String, Map<Integer, Long>> found = new HashMap<>();
  private boolean said;
  private long notBefore = System.nanoTime();

  EarlierTopics(
      Map<String, Object> adminSettings,
      Map<String, Object> consumerSettings,
      Generation own,
      int partitions) {
    this.adminSettings = adminSettings;
    this.consumerSettings = consumerSettings;
    this.own = own;
    this.partitions = partitions;
  }

  /**
   * {@inheritDoc}
   *
   * @throws KafkaException where Kafka can't be reached
   */
  @Override
  public synchronized Optional<Map<Integer, Long>> ends(String topic) {
    Map<Integer, Long> before = found.get(topic);
    if (before != null) {
      return Optional.of(before);
    }
    if (System.nanoTime() - notBefore < 0) {
      return Optional.empty();
    }
    // Where it can't be told yet, all partitions would ask several times a second.
    notBefore = System.nanoTime() + PAUSE.toNanos();
    List<TopicPartition> all =
        IntStream.range(0, partitions).mapToObj(each -> new TopicPartition(topic, each)).toList();
    Map<TopicPartition, Long> ends;
    try (Admin admin = Admin.create(adminSettings)) {
      if (isAnotherRunning(admin)) {
        return Optional.empty();
      }
      ends = TopicEnds.of(admin, all, PATIENCE);
    }
    Map<Integer, Long> last = new TreeMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(consumerSettings)) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      for (TopicPartition each : all) {
        Long after = afterLast(consumer, each, ends.getOrDefault(each, 0L), until);
        if (after == null) {
          return Optional.empty();
        }
        if (after > 0) {
          last.put(each.partition(), after);
        }
      }
    }
    found.put(topic, last);
    notBefore = System.nanoTime();
    return Optional.of(last);
  }

  // Two that publish would each not know what the other did.
  private boolean isAnotherRunning(Admin admin) {
    List<String> running = own.others(admin, PATIENCE);
    if (!running.isEmpty() && !said) {
      log.info("{} waits until {} has ended", own.id(), String.join(", ", running));
      said = true;
    }
    return !running.isEmpty();
  }

  // The ends of transactions take up offsets after the last record: looked for backwards.
  private static @Nullable Long afterLast(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end, long until) {
    consumer.assign(List.of(partition));
    if (end == 0) {
      return 0L;
    }
    for (long back = 2; ; back *= 8) {
      long from = Math.max(0, end - back);
      consumer.seek(partition, from);
      long after = 0;
      while (consumer.position(partition) < end) {
        if (System.nanoTime() - until > 0) {
          return null;
        }
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
          after = each.offset() < end ? each.offset() + 1 : after;
        }
      }
      if (after > 0 || from == 0) {
        return after;
      }
    }
  }

  @Override
  public long read(Seeding.Place place, BiConsumer<String, byte @Nullable []> reader) {
    TopicPartition of = new TopicPartition(place.topic(), place.partition());
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(consumerSettings)) {
      consumer.assign(List.of(of));
      consumer.seek(of, place.next());
      long until = System.nanoTime() + LONGEST.toNanos();
      while (consumer.position(of) < place.end() && System.nanoTime() - until < 0) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
          reader.accept(new String(each.key(), StandardCharsets.UTF_8), each.value());
        }
      }
      return consumer.position(of);
    }
  }
}
