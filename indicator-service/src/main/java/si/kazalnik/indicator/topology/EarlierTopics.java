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
import si.kazalnik.service.kafka.Consumers;
import si.kazalnik.service.kafka.TopicEnds;

/** Reads the topics themselves. Its clients live as long as a question. */
final class EarlierTopics implements Earlier {

  private static final Logger log = LoggerFactory.getLogger(EarlierTopics.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final long FIRST_LOOK = 4;
  private static final long FURTHER = 8;

  private final Map<String, Object> adminSettings;
  private final Map<String, Object> consumerSettings;
  private final Generation own;
  private final int partitions;
  private final Map<String, Search> searches = new HashMap<>();
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
   * <p>Where a topic ends is found once, for what comes later is this computation's own; what one
   * question does not come to the end of, the next goes on with.
   *
   * @throws KafkaException where Kafka can't be reached
   */
  @Override
  public synchronized Optional<Map<Integer, Long>> ends(String topic) {
    Search search = searches.get(topic);
    if (search == null || !search.isDone()) {
      // All partitions ask, several times a second.
      if (System.nanoTime() - notBefore < 0) {
        return Optional.empty();
      }
      if (search == null) {
        search = begin(topic).orElse(null);
      }
      if (search == null || !search.goOn()) {
        notBefore = System.nanoTime() + PAUSE.toNanos();
        return Optional.empty();
      }
    }
    return Optional.of(search.afterLast());
  }

  private Optional<Search> begin(String topic) {
    List<TopicPartition> all =
        IntStream.range(0, partitions).mapToObj(each -> new TopicPartition(topic, each)).toList();
    try (Admin admin = Admin.create(adminSettings)) {
      if (isAnotherRunning(admin)) {
        return Optional.empty();
      }
      Search begun = new Search(TopicEnds.of(admin, all, PATIENCE));
      searches.put(topic, begun);
      return Optional.of(begun);
    }
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

  /**
   * For the last record of each partition: the ends of transactions take up offsets after it, so
   * that it is looked for backwards.
   */
  private final class Search {
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Long> back = new HashMap<>();
    private final Map<Integer, Long> afterLast = new TreeMap<>();

    Search(Map<TopicPartition, Long> ends) {
      this.ends = ends;
      ends.forEach(
          (partition, end) -> {
            if (end > 0) {
              back.put(partition, FIRST_LOOK);
            }
          });
    }

    boolean isDone() {
      return back.isEmpty();
    }

    Map<Integer, Long> afterLast() {
      return Map.copyOf(afterLast);
    }

    /** Looks on for a while; returns whether all is found. */
    boolean goOn() {
      if (isDone()) {
        return true;
      }
      long until = System.nanoTime() + PATIENCE.toNanos();
      try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(consumerSettings)) {
        consumer.assign(back.keySet());
        Map<TopicPartition, Long> seen = new HashMap<>();
        back.forEach((partition, steps) -> consumer.seek(partition, from(partition, steps)));
        while (!isDone() && System.nanoTime() - until < 0) {
          for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
            TopicPartition of = new TopicPartition(each.topic(), each.partition());
            if (each.offset() < end(of)) {
              seen.put(of, each.offset() + 1);
            }
          }
          for (TopicPartition each : List.copyOf(back.keySet())) {
            if (consumer.position(each) >= end(each)) {
              found(each, seen.get(each), consumer);
            }
          }
        }
      }
      return isDone();
    }

    private void found(
        TopicPartition partition, @Nullable Long after, KafkaConsumer<byte[], byte[]> consumer) {
      long steps = back.getOrDefault(partition, FIRST_LOOK);
      if (after == null && from(partition, steps) > 0) {
        back.put(partition, steps * FURTHER);
        consumer.seek(partition, from(partition, steps * FURTHER));
        return;
      }
      if (after != null) {
        afterLast.put(partition.partition(), after);
      }
      back.remove(partition);
      consumer.assign(back.keySet());
    }

    private long end(TopicPartition partition) {
      return ends.getOrDefault(partition, 0L);
    }

    private long from(TopicPartition partition, long steps) {
      return Math.max(0, end(partition) - steps);
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
