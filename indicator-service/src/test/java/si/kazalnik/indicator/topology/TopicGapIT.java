package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import si.kazalnik.service.kafka.Consumers;
import si.kazalnik.service.kafka.TopicGap;
import si.kazalnik.testing.TestBroker;

/** "*settled* says that all that was accepted … shows in the API". */
class TopicGapIT {

  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers());
  private final String topic = TestBroker.shared().uniquePrefix() + "gap";
  private final TopicPartition filled = new TopicPartition(topic, 0);
  private final TopicPartition unused = new TopicPartition(topic, 1);

  /** MongoDB's place in a topic that Kafka was restored to from an older copy. */
  @Test
  void a_place_beyond_the_end_is_no_sign_that_all_was_read()
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    }
    send(3);
    try (TopicGap gap = new TopicGap(kafka, Consumers.settings(kafka))) {
      assertThat(gap.isEmpty(Map.of(filled, 2L, unused, 0L))).isFalse();
      assertThat(gap.isEmpty(Map.of(filled, 3L, unused, 0L))).isTrue();
      assertThat(gap.isEmpty(Map.of(filled, 4L, unused, 0L))).isFalse();
      assertThat(gap.isEmpty(Map.of(filled, 3L, unused, 1L))).isFalse();
    }
  }

  private void send(int records) throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int n = 0; n < records; n++) {
        producer.send(new ProducerRecord<>(topic, 0, new byte[0], new byte[0])).get();
      }
    }
  }
}
