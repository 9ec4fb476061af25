package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import si.kazalnik.service.kafka.Consumers;
import si.kazalnik.testing.TestBroker;

/**
 * What was published is found to its last record, though transactions follow that were thrown away.
 */
class EarlierTopicsIT {

  private static final int PARTITIONS = 12;
  private static final int LAST_WITHOUT_RECORDS = 11;
  private static final int TRANSACTIONS = 60;

  private final String servers = TestBroker.shared().bootstrapServers();
  private final String prefix = TestBroker.shared().uniquePrefix();
  private final String topic = prefix + "earlier";

  private EarlierTopics earlier() {
    return new EarlierTopics(
        Map.of("bootstrap.servers", servers),
        Consumers.settings(Map.of("bootstrap.servers", servers)),
        new Generation(prefix, 2),
        PARTITIONS);
  }

  @Test
  void the_last_record_of_each_partition_is_found_and_all_before_it()
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
    }
    Map<Integer, Long> after = write();
    EarlierTopics earlier = earlier();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(earlier.ends(topic)).isEqualTo(Optional.of(after)));

    List<String> values = new ArrayList<>();
    Seeding.Place place = new Seeding.Place(topic, 3, 0, after.getOrDefault(3, 0L));
    while (place.isOpen()) {
      long next =
          earlier.read(
              place, (key, value) -> values.add(key + new String(value, StandardCharsets.UTF_8)));
      place = new Seeding.Place(topic, 3, next, place.end());
    }
    assertThat(values).hasSize(TRANSACTIONS).startsWith("k0").endsWith("k" + (TRANSACTIONS - 1));
  }

  /** Many transactions with a record in each partition but one, then some that are thrown away. */
  private Map<Integer, Long> write() throws ExecutionException, InterruptedException {
    Map<Integer, Long> after = new TreeMap<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "transactional.id", prefix + "writer"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      for (int n = 0; n < TRANSACTIONS + 20; n++) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int partition = 0; partition < LAST_WITHOUT_RECORDS; partition++) {
          sent.add(producer.send(new ProducerRecord<>(topic, partition, utf8("k"), utf8("" + n))));
        }
        if (n < TRANSACTIONS) {
          producer.commitTransaction();
          for (Future<RecordMetadata> each : sent) {
            after.put(each.get().partition(), each.get().offset() + 1);
          }
        } else {
          producer.flush();
          producer.abortTransaction();
        }
      }
    }
    return after;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
