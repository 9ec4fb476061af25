package si.kazalnik.benchmark.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import si.kazalnik.benchmark.city.Load;

/** Plain producers and consumers against the broker of the run. */
public final class Kafka {
  private static final int PARTITIONS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final String servers;

  /** At those. */
  public Kafka(String servers) {
    this.servers = servers;
  }

  /** Where the broker is. */
  public String servers() {
    return servers;
  }

  /** Makes a topic of twelve partitions. */
  public void create(String topic) throws InterruptedException {
    create(topic, PARTITIONS);
  }

  /** Makes a topic. */
  public void create(String topic, int partitions) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("topic " + topic, refused);
    }
    // Answered by the partitions themselves: where a producer's first batch comes before its
    // partition is open and its second one after it, the first is refused for good.
    long empty = count(topic);
    if (empty != 0) {
      throw new IllegalStateException("topic " + topic + " is not new");
    }
  }

  /** All producers of a run are alike. */
  public KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 5, "batch.size", 131_072),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** Sends all and waits until the broker has them; what it refuses ends the run. */
  public void produce(String topic, List<Load.Event> events) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      produce(producer, topic, events);
    }
  }

  /** The same by a producer that stays. */
  public void produce(
      KafkaProducer<byte[], byte[]> producer, String topic, List<Load.Event> events) {
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

  /** All consumers of a run are alike: what is committed, from the beginning. */
  public KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
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
        new ByteArrayDeserializer());
  }

  /** Reads committed records from there on until that many are those that are looked for. */
  public List<ConsumerRecord<byte[], byte[]>> read(
      Map<TopicPartition, Long> from,
      int count,
      Predicate<ConsumerRecord<byte[], byte[]>> lookedFor) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>(count);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(from.keySet());
      from.forEach(consumer::seek);
      while (found.size() < count) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              found.size() + " of " + count + " records were found in " + from.keySet());
        }
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
          if (lookedFor.test(each)) {
            found.add(each);
          }
        }
      }
    }
    return found;
  }

  /** Gives all partitions of a topic to a consumer, from the beginning. */
  public void assign(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Number of records that a topic without transactions has taken. */
  public long count(String topic) {
    return ends(topic).values().stream().mapToLong(each -> each).sum();
  }

  /** Where each partition of a topic ends now. */
  public Map<TopicPartition, Long> ends(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer, topic));
    }
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
