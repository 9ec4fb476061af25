package si.kazalnik.ingestion.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
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
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    List<ConsumerRecord<byte[], byte[]>> batch = List.of(entry(0, 0), entry(1, 0), entry(1, 1));

    assertThatThrownBy(() -> listener.onMessage(batch, consumer))
        .isInstanceOf(MongoException.class);
    listener.onMessage(batch, consumer);

    assertThat(sink.kept).containsExactlyInAnyOrder("0@0", "1@0", "1@1");
  }
}
