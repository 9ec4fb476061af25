package si.kazalnik.ingestion.kafka;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.contract.Topics;
import si.kazalnik.ingestion.receipt.Receipt;

/**
 * Writes what came over HTTP to the provider's raw topic, as any city system would: each event one
 * record, keyed by the receipt, so that a request stays together and in order.
 */
@Component
public class RawEventsPublisher {

  // As Kafka's own upper bound: a batch's header, and each length at its longest.
  private static final int BATCH_OVERHEAD = 61 + 21;
  private static final int HEADER_OVERHEAD = 2 * 5;

  private final Topics topics;
  private final RawTopics rawTopics;
  private final long timeoutMillis;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

  RawEventsPublisher(
      KafkaClients clients, Topics topics, RawTopics rawTopics, IngestionSettings settings) {
    this.topics = topics;
    this.rawTopics = rawTopics;
    timeoutMillis = settings.sendTimeout().toMillis();
    int timeout = Math.toIntExact(timeoutMillis);
    producers =
        clients.producers(
            "ingestion-http",
            Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                timeout,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.max(1, timeout / 2),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Math.max(1, timeout / 2),
                ProducerConfig.LINGER_MS_CONFIG,
                2));
  }

  /** How writing ended. */
  public enum Outcome {
    /** Every event is durable. */
    WRITTEN,
    /** One event does not fit a record; none was written. */
    TOO_LARGE,
    /** The broker did not answer in time; none, some or all were written. */
    UNKNOWN
  }

  /** Writes the events and waits until all in-sync replicas have them. */
  public Outcome publish(Receipt receipt, List<RawEvent> events) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    try {
      if (!rawTopics.ready(receipt.provider(), timeoutMillis / 2)) {
        return Outcome.UNKNOWN;
      }
      List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(events.size());
      for (int i = 0; i < events.size(); i++) {
        records.add(record(receipt, i, events.get(i)));
      }
      if (records.stream().anyMatch(each -> size(each) > Topics.RAW_MAX_BYTES)) {
        return Outcome.TOO_LARGE;
      }
      Producer<byte[], byte[]> producer = producers.createProducer();
      List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
      for (ProducerRecord<byte[], byte[]> each : records) {
        sent.add(producer.send(each));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
      return Outcome.WRITTEN;
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
      return Outcome.UNKNOWN;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return Outcome.UNKNOWN;
    }
  }

  @PreDestroy
  void close() {
    producers.destroy();
  }

  private ProducerRecord<byte[], byte[]> record(Receipt receipt, int index, RawEvent event) {
    RecordHeaders headers = new RecordHeaders();
    event.headers().forEach((name, value) -> headers.add(name, utf8(value)));
    headers.add(EventHeaders.RECEIPT, utf8(receipt.id()));
    headers.add(EventHeaders.INDEX, utf8(Integer.toString(index)));
    return new ProducerRecord<>(
        topics.raw(receipt.provider()), null, utf8(receipt.id()), event.value(), headers);
  }

  /** Bytes of a batch that holds this record alone, at most: an event is never split. */
  private static int size(ProducerRecord<byte[], byte[]> record) {
    int size = BATCH_OVERHEAD + record.key().length + record.value().length;
    for (Header each : record.headers()) {
      size += HEADER_OVERHEAD + utf8(each.key()).length + each.value().length;
    }
    return size;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
