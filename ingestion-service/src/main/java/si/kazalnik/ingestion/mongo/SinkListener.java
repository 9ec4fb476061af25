package si.kazalnik.ingestion.mongo;

import com.mongodb.MongoException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Hands a topic to a sink, from where the sink says. Kafka's own offsets are not used: what MongoDB
 * has lost is told again. Without MongoDB it waits, says so once, and goes on when it is back.
 */
final class SinkListener
    implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(SinkListener.class);

  private final Sink sink;
  private final Set<TopicPartition> placed = ConcurrentHashMap.newKeySet();
  private volatile boolean away;

  SinkListener(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
    Consumer<?, ?> here = Objects.requireNonNull(consumer, "the container hands over its consumer");
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition =
        records.stream()
            .collect(Collectors.groupingBy(r -> new TopicPartition(r.topic(), r.partition())));
    try {
      byPartition.forEach((partition, some) -> tell(partition, some, here));
    } catch (MongoException e) {
      // The batch comes again whole: what of it is kept already, only the store itself knows.
      placed.removeAll(byPartition.keySet());
      if (!away) {
        away = true;
        log.warn("MongoDB can't be reached; receipts and balances wait: {}", e.getMessage());
      }
      throw e;
    }
    if (away) {
      away = false;
      log.info("MongoDB is reached; receipts and balances go on");
    }
  }

  private void tell(
      TopicPartition partition,
      List<ConsumerRecord<byte[], byte[]>> records,
      Consumer<?, ?> consumer) {
    List<ConsumerRecord<byte[], byte[]>> fresh = records;
    if (!placed.contains(partition)) {
      long next = sink.next(partition.partition());
      if (isShorter(partition, next, consumer)) {
        sink.anew(partition.partition());
        consumer.seekToBeginning(List.of(partition));
        return;
      }
      if (next > records.get(records.size() - 1).offset() + 1) {
        consumer.seek(partition, next);
      }
      placed.add(partition);
      fresh = records.stream().filter(r -> r.offset() >= next).toList();
    }
    if (!fresh.isEmpty()) {
      sink.keep(partition.partition(), fresh);
    }
  }

  /** Whether Kafka is a copy from before what MongoDB has: its offsets mean other records now. */
  private static boolean isShorter(TopicPartition partition, long next, Consumer<?, ?> consumer) {
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, next);
    if (next > end) {
      log.warn(
          "{} ends at offset {}, and MongoDB has it up to {}: Kafka was restored from a copy. What"
              + " it tells is kept anew, from its beginning",
          partition,
          end,
          next);
    }
    return next > end;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    placed.removeAll(partitions);
  }

  @Override
  public void onPartitionsRevokedAfterCommit(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    forget(partitions);
  }

  @Override
  public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    forget(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(placed::remove);
    partitions.forEach(partition -> sink.leave(partition.partition()));
  }
}
