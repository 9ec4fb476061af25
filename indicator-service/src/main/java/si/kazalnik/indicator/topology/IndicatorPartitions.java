package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition belongs to an indicator, a provider or whatever else a record is keyed by: the
 * same in every topic, and the one that Kafka's producer takes for such a key.
 */
final class IndicatorPartitions {

  private IndicatorPartitions() {}

  static int of(String id, int partitions) {
    return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
