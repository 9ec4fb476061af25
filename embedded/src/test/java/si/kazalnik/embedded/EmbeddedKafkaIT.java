package si.kazalnik.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final String TOPIC = "large";

  @Test
  void a_restart_keeps_topics_and_committed_transactions(@TempDir Path directory) throws Exception {
    int port;
    try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0)) {
      port = broker.port();
      createTopic(broker);
      publishInTransaction(broker, new byte[16 * 1024 * 1024 - 1024]);
    }

    try (EmbeddedKafka broker = EmbeddedKafka.start(directory, port)) {
      publishInTransaction(broker, new byte[] {1});
      List<ConsumerRecord<byte[], byte[]>> records = read(broker, 2);

      assertThat(records.get(0).value()).hasSize(16 * 1024 * 1024 - 1024);
      assertThat(records.get(1).value()).containsExactly(1);
    }
  }

  @Test
  void a_taken_port_is_named(@TempDir Path one, @TempDir Path two) {
    try (EmbeddedKafka broker = EmbeddedKafka.start(one, 0)) {
      assertThatThrownBy(() -> EmbeddedKafka.start(two, broker.port()))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining(Integer.toString(broker.port()));
    }
  }

  private static void createTopic(EmbeddedKafka broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      NewTopic topic =
          new NewTopic(TOPIC, 1, (short) 1)
              .configs(Map.of("max.message.bytes", Integer.toString(16 * 1024 * 1024)));
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  private static void publishInTransaction(EmbeddedKafka broker, byte[] value) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "transactional.id",
            "publisher",
            "max.request.size",
            16 * 1024 * 1024);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, value)).get();
      producer.commitTransaction();
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(EmbeddedKafka broker, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (records.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      assertThat(records).hasSize(count);
      return records;
    }
  }
}
