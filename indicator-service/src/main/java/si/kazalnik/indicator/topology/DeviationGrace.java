package si.kazalnik.indicator.topology;

import java.time.Instant;

/**
 * An indicator opens no deviation at first, so that its history can be loaded. Safe for use by
 * several threads; once over for an indicator in force, it stays over.
 */
@FunctionalInterface
public interface DeviationGrace {

  /**
   * Whether the time of grace has ended.
   *
   * @param inForceSince since when the indicator has been in force, by the clock
   * @param now by the clock
   */
  boolean over(Instant inForceSince, Instant now);

  /**
   * Whether nothing is to be judged yet, neither opened nor ended: measurements that belong to the
   * past are still on their way. What changes meanwhile is judged afterwards.
   */
  default boolean pauses() {
    return false;
  }
}
