package si.kazalnik.benchmark.delay;

import java.util.concurrent.TimeUnit;

/**
 * Does something a fixed number of times a second. What comes late is made up for and counts from
 * when it was due, so that a stall is not left out of the delays.
 */
final class Schedule {
  private static final double NANOS = 1e9;
  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private Schedule() {}

  /** One of the times. */
  @FunctionalInterface
  interface Action {
    /**
     * Does it.
     *
     * @param n from 0
     * @param dueNanos of {@link System#nanoTime()}
     */
    void run(int n, long dueNanos);
  }

  /** Returns when all are done. */
  static void run(int times, double perSecond, Action action) throws InterruptedException {
    long start = System.nanoTime();
    for (int n = 0; n < times; n++) {
      long due = start + Math.round(n * NANOS / perSecond);
      long wait = due - System.nanoTime();
      // Closer than that nobody can wait.
      if (wait > SHORTEST_PAUSE) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      action.run(n, due);
    }
  }
}
