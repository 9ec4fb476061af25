package si.kazalnik.indicator.store;

import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.UnreadableRecordException;

/**
 * Writes {@code indicator-values} into MongoDB: of each batch the last record of every key, in
 * unordered bulk, then the offsets. A batch that fails is tried again until it succeeds; written
 * twice it leaves what it left once. A record that can't be read is kept as it is in {@code
 * indicator_values_unreadable}, logged, and the next one goes through.
 */
final class ValueSink implements BatchMessageListener<byte[], byte[]>, ConsumerSeekAware {

  private static final Logger log = LoggerFactory.getLogger(ValueSink.class);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final long PAUSE_MILLIS = 500;

  private final ValueCollections collections;
  private final SinkOffsets offsets;
  private final VisibilityDelay delay;
  private final Map<TopicPartition, Long> from = new ConcurrentHashMap<>();

  ValueSink(ValueCollections collections, SinkOffsets offsets, VisibilityDelay delay) {
    this.collections = collections;
    this.offsets = offsets;
    this.delay = delay;
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    delay.begin();
    nextOffsets(assignments)
        .forEach(
            (partition, next) -> {
              from.put(partition, next);
              callback.seek(partition.topic(), partition.partition(), next);
            });
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
    Map<String, UpdateOneModel<Document>> latest = new LinkedHashMap<>();
    Map<String, UpdateOneModel<Document>> revisions = new LinkedHashMap<>();
    Map<String, UpdateOneModel<Document>> versions = new LinkedHashMap<>();
    List<UpdateOneModel<Document>> unreadable = new ArrayList<>();
    Map<TopicPartition, Long> next = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> each : batch) {
      anewWhereShorter(new TopicPartition(each.topic(), each.partition()), each.offset());
      next.put(new TopicPartition(each.topic(), each.partition()), each.offset() + 1);
      if (each.value() == null) {
        continue;
      }
      try {
        IndicatorValue value = ContractJson.readWhole(each.value(), IndicatorValue.class);
        String json = new String(each.value(), StandardCharsets.UTF_8);
        String latestId = ValueIds.latest(value);
        String revisionId = ValueIds.revision(value);
        latest.put(latestId, ValueCollections.put(latestId, each.offset(), json));
        revisions.put(revisionId, ValueCollections.put(revisionId, each.offset(), json));
        versions.put(
            value.indicator(), ValueCollections.newVersion(value.indicator(), each.partition()));
      } catch (UnreadableRecordException e) {
        log.error("{} is unreadable and kept aside", place(each), e);
        unreadable.add(aside(each));
      }
    }
    if (!versions.isEmpty()) {
      collections.revisions().bulkWrite(List.copyOf(revisions.values()), UNORDERED);
      collections.latest().bulkWrite(List.copyOf(latest.values()), UNORDERED);
      collections.writeVersions(versions.values());
    }
    delay.visible(batch);
    if (!unreadable.isEmpty()) {
      collections.unreadable().bulkWrite(unreadable, UNORDERED);
    }
    offsets.write(next);
  }

  /**
   * A record from before where reading goes on: its offset, and those kept, are another topic's.
   */
  private void anewWhereShorter(TopicPartition partition, long offset) {
    long expected = from.getOrDefault(partition, 0L);
    if (offset >= expected) {
      return;
    }
    log.warn(
        "{} is shorter than when MongoDB had it up to offset {}: Kafka was restored from a copy."
            + " Its values are written anew",
        partition,
        expected);
    collections.forgetValues(partition.partition());
    offsets.forget(partition);
    from.put(partition, 0L);
  }

  private Map<TopicPartition, Long> nextOffsets(Map<TopicPartition, Long> assignments) {
    boolean said = false;
    while (true) {
      try {
        return offsets.read(assignments.keySet());
      } catch (MongoException e) {
        if (!said) {
          log.warn("MongoDB can't be reached; waiting for it: {}", e.getMessage());
          said = true;
        }
        pause(e);
      }
    }
  }

  private static void pause(MongoException reason) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  private static UpdateOneModel<Document> aside(ConsumerRecord<byte[], byte[]> message) {
    return new UpdateOneModel<>(
        Filters.eq("_id", place(message)),
        new Document("$set", new Document("value", new Binary(message.value()))),
        new UpdateOptions().upsert(true));
  }

  private static String place(ConsumerRecord<byte[], byte[]> message) {
    return message.topic() + '-' + message.partition() + '@' + message.offset();
  }
}
