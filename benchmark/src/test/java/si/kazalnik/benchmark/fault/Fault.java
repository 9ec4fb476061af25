package si.kazalnik.benchmark.fault;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * One thing that may go wrong.
 *
 * @param kind what the summary counts it under
 */
record Fault(String kind, Happening happening) {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Begins, lasts for a while, and is mended when it returns. */
  @FunctionalInterface
  interface Happening {
    /** Whether it did anything to anybody. */
    boolean happen(Random random) throws Exception;
  }

  /** Nothing is waited for: the moment and the time it lasts are the random things. */
  static void last(Random random, int least, int most) throws InterruptedException {
    Thread.sleep(least + random.nextInt(most - least + 1));
  }

  /** Lasts so long, and after that until it has taken effect, though not for ever. */
  static boolean last(Random random, int least, int most, Callable<Boolean> effect)
      throws Exception {
    last(random, least, most);
    return within(LONGEST, effect);
  }

  /** Whether it becomes true within that time. */
  static boolean within(Duration longest, Callable<Boolean> effect) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (!effect.call()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(LOOK.toMillis());
    }
    return true;
  }
}
