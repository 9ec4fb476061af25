package si.kazalnik.notification.kafka;

import com.mongodb.MongoException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.store.OffsetStore;
import si.kazalnik.service.kafka.ContractTopics;
import si.kazalnik.service.kafka.TopicGap;
import si.kazalnik.service.kafka.TopicSpec;

/** Deviations that were published and are not kept yet. */
@Component
public class Unread {

  private static final Logger log = LoggerFactory.getLogger(Unread.class);

  private final TopicSpec deviations;
  private final OffsetStore offsets;
  private final TopicGap gap;

  Unread(ContractTopics topics, OffsetStore offsets, TopicGap gap) {
    this.deviations = topics.deviations();
    this.offsets = offsets;
    this.gap = gap;
  }

  /**
   * Whether there are none, by any instance's reading. Where Kafka or MongoDB can't be asked it is
   * not known, hence false.
   */
  public boolean isEmpty() {
    try {
      return gap.isEmpty(kept());
    } catch (KafkaException | MongoException e) {
      log.warn("whether all deviations are read can't be found out: {}", e.toString());
      return false;
    }
  }

  private Map<TopicPartition, Long> kept() {
    return IntStream.range(0, deviations.partitions())
        .mapToObj(each -> new TopicPartition(deviations.name(), each))
        .collect(
            Collectors.toMap(
                Function.identity(), each -> offsets.place(each.topic(), each.partition()).next()));
  }
}
