package si.kazalnik.ingestion.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SinkListenerTest {

  /** Fails in the second write, that is, with one partition of the batch kept. */
  private static final class Failing implements Sink {
    private final Map<Integer, Long> next = new HashMap<>();
    private final List<String> kept = new ArrayList<>();
    private int writes;

    @Override
    public long next(int partition) {
      return next.getOrDefault(partition, 0L);
    }

    @Override
    public void keep(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
      writes++;
      if (writes == 2) {
        throw new MongoException("away");
      }
      records.forEach(each -> kept.add(partition + "@" + each.offset()));
      next.put(partition, records.get(records.size() - 1).offset() + 1);
    }

    @Override
    public void anew(int partition) {
      next.remove(partition);
      kept.removeIf(each -> each.startsWith(partition + "@"));
    }

    @Override
    public void leave(int partition) {
      next.remove(partition);
    }
  }

  private static ConsumerRecord<byte[], byte[]> entry(int partition, long offset) {
    return new ConsumerRecord<>("ingestion-ledger", partition, offset, new byte[0], new byte[0]);
  }

  @Test
  void a_batch_that_failed_half_way_counts_nothing_twice_when_it_comes_again() {
    Failing sink = new Failing();
    SinkListener listener = new SinkListener(sink);
    MockConsumer<byte[], byte[]> consumer = consumerOf(0, 1);
    List<ConsumerRecord<byte[], byte[]>> batch = List.of(entry(0, 0), entry(1, 0), entry(1, 1));

    assertThatThrownBy(() -> listener.onMessage(batch, consumer))
        .isInstanceOf(MongoException.class);
    listener.onMessage(batch, consumer);

    assertThat(sink.kept).containsExactlyInAnyOrder("0@0", "1@0", "1@1");
  }

  /** Kafka was restored from a copy that is older than the database. */
  @Test
  void a_topic_that_ends_before_what_is_kept_is_told_anew() {
    Failing sink = new Failing();
    sink.writes = 2;
    MockConsumer<byte[], byte[]> consumer = consumerOf(0);
    SinkListener before = new SinkListener(sink);
    before.onMessage(List.of(entry(0, 0), entry(0, 1), entry(0, 2)), consumer);

    SinkListener after = new SinkListener(sink);
    after.onMessage(List.of(entry(0, 1)), consumer);
    assertThat(consumer.position(new TopicPartition("ingestion-ledger", 0))).isEqualTo(3);
    // There is no such place, so Kafka goes back to the beginning.
    after.onMessage(List.of(entry(0, 0), entry(0, 1)), consumer);

    assertThat(sink.kept).containsExactly("0@0", "0@1");
  }

  private static MockConsumer<byte[], byte[]> consumerOf(Integer... partitions) {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    List<TopicPartition> all =
        Stream.of(partitions).map(each -> new TopicPartition("ingestion-ledger", each)).toList();
    consumer.assign(all);
    all.forEach(
        each -> {
          consumer.updateBeginningOffsets(Map.of(each, 0L));
        });
    return consumer;
  }
}
