package si.kazalnik.indicator.topology;

import java.util.Set;
import si.kazalnik.contract.Topics;

/**
 * What this instance computes, of what all instances do together. An interface, so that metrics are
 * tested without Kafka.
 */
public interface ComputedHere {

  /** Partitions of indicators that are computed here now; empty while they move. */
  Set<Integer> partitions();

  /** Whether the indicator's partition is among them. */
  static boolean concerns(Set<Integer> partitions, String indicator) {
    return partitions.contains(IndicatorPartitions.of(indicator, Topics.PARTITIONS));
  }
}
