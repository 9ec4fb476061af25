package si.kazalnik.standalone.samples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What lay in raw topics at one moment, and how much of it ingestion has not taken yet. */
final class Backlog implements AutoCloseable {

  private static final String GROUP = "ingestion";

  private final Admin admin;
  private final Map<TopicPartition, Long> ends;

  private Backlog(Admin admin, Map<TopicPartition, Long> ends) {
    this.admin = admin;
    this.ends = ends;
  }

  /** That of now. The topics must be there. */
  static Backlog of(String bootstrapServers, Collection<String> rawTopics)
      throws InterruptedException {
    Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    try {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      admin
          .describeTopics(rawTopics)
          .allTopicNames()
          .get()
          .forEach(
              (topic, description) ->
                  description
                      .partitions()
                      .forEach(
                          p ->
                              latest.put(
                                  new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin.listOffsets(latest).all().get().forEach((at, end) -> ends.put(at, end.offset()));
      return new Backlog(admin, ends);
    } catch (ExecutionException e) {
      admin.close();
      throw new IllegalStateException("the raw topics can't be asked for", e.getCause());
    }
  }

  /** Records that ingestion has not taken yet. */
  long left() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> taken =
          admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
      List<Long> left = new ArrayList<>();
      ends.forEach(
          (at, end) -> {
            @Nullable OffsetAndMetadata offset = taken.get(at);
            left.add(Math.max(0, end - (offset == null ? 0 : offset.offset())));
          });
      return left.stream().mapToLong(Long::longValue).sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("ingestion's offsets can't be asked for", e.getCause());
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
