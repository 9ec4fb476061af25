package si.kazalnik.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain producers and consumers against the broker of the run. */
final class Kafka {
  private static final int PARTITIONS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String servers;

  Kafka(String servers) {
    this.servers = servers;
  }

  String servers() {
    return servers;
  }

  void create(String topic) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
      // Answered by the partitions themselves: where a producer's first batch comes before its
      // partition is open and its second one after it, the first is refused for good.
      Map<TopicPartition, OffsetSpec> all = new HashMap<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        all.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
      boolean open = false;
      while (!open) {
        try {
          admin.listOffsets(all).all().get();
          open = true;
        } catch (ExecutionException notYet) {
          if (!(notYet.getCause() instanceof RetriableException)) {
            throw notYet;
          }
        }
      }
    }
  }

  /** Sends all and waits until the broker has them; what it refuses ends the run. */
  void produce(String topic, List<Load.Event> events) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", servers, "acks", "all", "linger.ms", 5, "batch.size", 131_072),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      AtomicReference<Exception> failure = new AtomicReference<>();
      for (Load.Event event : events) {
        Future<RecordMetadata> unused =
            producer.send(
                new ProducerRecord<>(topic, event.key(), event.value()),
                (metadata, refused) -> {
                  if (refused != null) {
                    failure.compareAndSet(null, refused);
                  }
                });
      }
      producer.flush();
      Exception first = failure.get();
      if (first != null) {
        throw new IllegalStateException(first);
      }
    }
  }

  /** Reads committed records from the beginning until there are that many. */
  List<ConsumerRecord<byte[], byte[]>> consume(String topic, int count) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(count);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                10_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (records.size() < count) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  // A broker may not know yet of a topic that was made a moment ago.
  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions = List.of();
    while (partitions.isEmpty()) {
      partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
    }
    return partitions;
  }
}
