package si.kazalnik.indicator.store;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * How far MongoDB has the topic: the offset of the first record of each partition that it may not
 * have yet. Kept beside the values, so that an emptied database is filled again from the beginning.
 */
public final class SinkOffsets {

  private final ValueCollections collections;

  SinkOffsets(ValueCollections collections) {
    this.collections = collections;
  }

  /** The offsets of the partitions; 0 for one of which nothing has been written. */
  public Map<TopicPartition, Long> read(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> next = new HashMap<>();
    Map<String, TopicPartition> byId = new HashMap<>();
    for (TopicPartition partition : partitions) {
      next.put(partition, 0L);
      byId.put(partition.toString(), partition);
    }
    for (Document each : collections.offsets().find(Filters.in("_id", byId.keySet()))) {
      TopicPartition partition = byId.get(each.getString("_id"));
      if (partition != null) {
        next.put(partition, each.getLong("next"));
      }
    }
    return next;
  }

  /** Nothing of the partition is written. */
  void forget(TopicPartition partition) {
    collections.offsets().deleteOne(Filters.eq("_id", partition.toString()));
  }

  /** Moves the offsets forward, never back. */
  void write(Map<TopicPartition, Long> next) {
    List<UpdateOneModel<Document>> writes = new ArrayList<>();
    next.forEach(
        (partition, offset) ->
            writes.add(
                new UpdateOneModel<>(
                    Filters.eq("_id", partition.toString()),
                    new Document("$max", new Document("next", offset)),
                    new UpdateOptions().upsert(true))));
    collections.offsets().bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }
}
