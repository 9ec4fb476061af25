package si.kazalnik.indicator.topology;

import com.mongodb.MongoException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.kazalnik.contract.Topics;
import si.kazalnik.indicator.store.SinkOffsets;
import si.kazalnik.service.kafka.TopicGap;

/**
 * What became of all events that were accepted, from the computation's state, and whether all of it
 * shows. Safe for use by several threads.
 */
public final class Balances {

  private static final Logger log = LoggerFactory.getLogger(Balances.class);

  private final Topics topics;
  private final int partitions;
  private final InstantSource clock;
  private final ProgressReader progress;
  private final SinkOffsets sink;
  private final TopicGap gap;

  Balances(TopologySettings settings, ProgressReader progress, SinkOffsets sink, TopicGap gap) {
    this.topics = settings.topics();
    this.partitions = settings.partitions();
    this.clock = settings.clock();
    this.progress = progress;
    this.sink = sink;
    this.gap = gap;
  }

  /** By provider; only those of whom any event has been taken. */
  public Map<String, ProviderCounts> counts() {
    Map<String, ProviderCounts> counts = new TreeMap<>();
    for (Progress each : progress.newest().values()) {
      each.counts().forEach((provider, more) -> counts.merge(provider, more, ProviderCounts::plus));
    }
    return counts;
  }

  /** Records of {@code measurements} that could not be read: counted here, kept in the topic. */
  public long unreadable() {
    return progress.newest().values().stream().mapToLong(Progress::unreadable).sum();
  }

  /** Version of the catalogue by which everything is computed; the older while it changes. */
  public Optional<String> catalogue() {
    return progress.newest().values().stream()
        .min(Comparator.comparingLong(Progress::sequence))
        .map(Progress::catalogue);
  }

  /**
   * Whether all that was accepted, and every instant that the clock has passed, is in the store.
   * Where Kafka or MongoDB can't be asked it is not known, hence false.
   */
  public boolean settled() {
    try {
      Map<Integer, Progress> told = progress.newest();
      return told.size() == partitions
          && isUpToTheClock(told.values())
          && gap.isEmpty(controlTaken(told))
          && gap.isEmpty(measurementsTaken(told.values()))
          && gap.isEmpty(sink.read(partitionsOf(topics.indicatorValues())));
    } catch (KafkaException | MongoException e) {
      log.warn("whether everything is settled can't be found out: {}", e.toString());
      return false;
    }
  }

  private boolean isUpToTheClock(Collection<Progress> told) {
    Instant now = clock.instant();
    return told.stream()
        .allMatch(
            each -> !each.pending() && (each.nextDue() == null || each.nextDue().isAfter(now)));
  }

  private Map<TopicPartition, Long> controlTaken(Map<Integer, Progress> told) {
    Map<TopicPartition, Long> from = new HashMap<>();
    told.forEach(
        (partition, each) ->
            from.put(new TopicPartition(topics.controlIndicators(), partition), each.control()));
    return from;
  }

  // The least that any partition of stage two has: a measurement may concern each of them.
  private Map<TopicPartition, Long> measurementsTaken(Collection<Progress> told) {
    Map<TopicPartition, Long> from = new HashMap<>();
    for (TopicPartition partition : partitionsOf(topics.measurements())) {
      long least =
          told.stream()
              .mapToLong(each -> each.next().getOrDefault(partition.partition(), 0L))
              .min()
              .orElse(0);
      from.put(partition, least);
    }
    return from;
  }

  private Collection<TopicPartition> partitionsOf(String topic) {
    return IntStream.range(0, partitions)
        .mapToObj(each -> new TopicPartition(topic, each))
        .toList();
  }
}
