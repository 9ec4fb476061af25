package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.time.InstantSource;
import si.kazalnik.contract.Topics;

/**
 * What the topology has to be told.
 *
 * @param topics the topics' names
 * @param partitions of {@code measurements} and of all that is computed from it
 * @param flush pause between two goes at what has changed
 * @param rest how many times as long as a go took the next one waits while more comes in
 * @param chunk about how many messages one go sends, and how many periods it evaluates, so that it
 *     ends within a transaction
 * @param clock by which periods begin and close
 * @param grace whether an indicator has been in force long enough for deviations to open
 * @param earlier what was published before
 * @param turn how long a thread's partitions may work together until it commits
 * @param generation of the computation
 */
record TopologySettings(
    Topics topics,
    int partitions,
    Duration flush,
    int rest,
    int chunk,
    InstantSource clock,
    DeviationGrace grace,
    Earlier earlier,
    Turn turn,
    int generation) {

  /**
   * The internal topic that says how far stage two and three have come. Each generation has its
   * own: what an earlier one had done says nothing of this one.
   */
  String progress() {
    String name = topics.prefix() + "indicator-progress";
    return generation == Generation.FIRST ? name : name + "-" + generation;
  }
}
