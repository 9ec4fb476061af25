package si.kazalnik.ingestion.mongo;

import com.mongodb.MongoException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  // Where each partition goes on.
  private final Map<TopicPartition, Long> from = new ConcurrentHashMap<>();
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
    } catch (RuntimeException e) {
      // The batch comes again whole: what of it is kept already, only the store itself knows.
      from.keySet().removeAll(byPartition.keySet());
      if (e instanceof MongoException && !away) {
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
    Long known = from.get(partition);
    if (known != null && records.get(0).offset() < known) {
      startAnew(partition, known);
    } else if (known == null) {
      from.put(partition, sink.next(partition.partition()));
    }
    long next = Objects.requireNonNull(from.get(partition));
    if (next > records.get(records.size() - 1).offset() + 1) {
      consumer.seek(partition, next);
    }
    List<ConsumerRecord<byte[], byte[]>> fresh =
        records.stream().filter(r -> r.offset() >= next).toList();
    if (!fresh.isEmpty()) {
      sink.keep(partition.partition(), fresh);
      from.put(partition, fresh.get(fresh.size() - 1).offset() + 1);
    }
  }

  /**
   * What comes lies before where reading was to go on, so that place is no more: Kafka is a copy
   * from before what MongoDB has, and its offsets mean other records now.
   */
  private void startAnew(TopicPartition partition, long known) {
    log.warn(
        "{} is shorter than when MongoDB had it up to offset {}: Kafka was restored from a copy."
            + " What it tells is kept anew, from its beginning",
        partition,
        known);
    sink.anew(partition.partition());
    from.put(partition, 0L);
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    from.keySet().removeAll(partitions);
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
    from.keySet().removeAll(partitions);
    partitions.forEach(partition -> sink.leave(partition.partition()));
  }
}
