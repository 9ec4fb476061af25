package si.kazalnik.benchmark.result;

import java.util.Map;
import java.util.Set;

/**
 * What one round of one kind took.
 *
 * @param seconds by the clock on the wall
 * @param processorSeconds user and system, by process
 * @param own the processes that did this kind's work; the others only served it
 */
public record Sample(
    String kind,
    int events,
    double seconds,
    Map<String, Double> processorSeconds,
    Set<String> own) {

  /** Milliseconds a second. */
  public static final double MILLIS = 1_000;

  private static final double PER = 1_000;

  /** Events a second. */
  public double rate() {
    return events / seconds;
  }

  /** Processor time of its own processes for 1,000 events, in milliseconds. */
  public double processorMillis() {
    return own.stream().mapToDouble(this::processorMillis).sum();
  }

  /** Processor time of one process for 1,000 events, in milliseconds. */
  public double processorMillis(String process) {

    return processorSeconds.getOrDefault(process, 0.0) * MILLIS * PER / events;
  }
}
