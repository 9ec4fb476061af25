package si.kazalnik.service.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Where partitions end. */
public final class TopicEnds {

  private TopicEnds() {}

  /**
   * Offsets after the last record of each, uncommitted ones too: what an open transaction holds
   * back is yet to come.
   *
   * @throws KafkaException where they can't be read in time
   */
  public static Map<TopicPartition, Long> of(
      Admin admin, Collection<TopicPartition> partitions, Duration within) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
    return AdminAnswers.within(
            within,
            admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all(),
            "the ends of the topics can't be read")
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }
}
