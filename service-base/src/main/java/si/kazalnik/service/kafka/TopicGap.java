package si.kazalnik.service.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether anything lies between an offset and the end of a partition. The ends of
 * transactions take up offsets too, so that only reading tells; what was once found empty is not
 * read again.
 */
public final class TopicGap implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Object> adminSettings;
  private final Map<String, Object> consumerSettings;
  private @Nullable Admin admin;
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Stretch> empty = new HashMap<>();

  public TopicGap(Map<String, Object> adminSettings, Map<String, Object> consumerSettings) {
    this.adminSettings = adminSettings;
    this.consumerSettings = consumerSettings;
  }

  /** Offsets between which no record lies, the end excluded. */
  private record Stretch(long from, long to) {

    Stretch followedBy(Stretch next) {
      return to == next.from ? new Stretch(from, next.to) : next;
    }
  }

  // Opened when first asked: a service whose brokers have no address yet starts all the same.
  private Admin admin() {
    Admin open = admin;
    if (open == null) {
      open = Admin.create(adminSettings);
      admin = open;
    }
    return open;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open == null) {
      open = Consumers.open(consumerSettings);
      consumer = open;
    }
    return open;
  }

  /**
   * Whether no record lies at or after the offsets; a record of a transaction that is not yet over
   * counts as one. False, too, where an offset lies beyond the end: it comes from another topic
   * than this one, which Kafka was restored to.
   *
   * @throws KafkaException where Kafka can't be reached
   */
  public synchronized boolean isEmpty(Map<TopicPartition, Long> from) {
    Map<TopicPartition, Long> ends = TopicEnds.of(admin(), from.keySet(), PATIENCE);
    Map<TopicPartition, Long> open = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> each : from.entrySet()) {
      long end = ends.getOrDefault(each.getKey(), 0L);
      if (each.getValue() > end) {
        return false;
      }
      long start = afterWhatIsEmpty(each.getKey(), each.getValue(), end);
      if (start < end) {
        open.put(each.getKey(), start);
      }
    }
    return open.isEmpty() || read(open, ends);
  }

  // Only what begins within a stretch known as empty may go on from its end.
  private long afterWhatIsEmpty(TopicPartition partition, long offset, long end) {
    Stretch known = empty.get(partition);
    return known != null && known.from() <= offset && known.to() <= end
        ? Math.max(offset, known.to())
        : offset;
  }

  private boolean read(Map<TopicPartition, Long> open, Map<TopicPartition, Long> ends) {
    KafkaConsumer<byte[], byte[]> consumer = consumer();
    consumer.assign(open.keySet());
    open.forEach(consumer::seek);
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      ConsumerRecords<byte[], byte[]> found = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> each : found) {
        TopicPartition partition = new TopicPartition(each.topic(), each.partition());
        if (each.offset() < ends.getOrDefault(partition, 0L)) {
          return false;
        }
      }
      boolean through = true;
      for (TopicPartition partition : open.keySet()) {
        through &= consumer.position(partition) >= ends.getOrDefault(partition, 0L);
      }
      if (through) {
        open.forEach(
            (each, from) ->
                empty.merge(
                    each, new Stretch(from, ends.getOrDefault(each, 0L)), Stretch::followedBy));
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close();
    }
    if (admin != null) {
      admin.close();
    }
  }
}
