package si.kazalnik.benchmark.fault;

import java.util.Random;

/**
 * One thing that may go wrong.
 *
 * @param kind what the summary counts it under
 */
record Fault(String kind, Happening happening) {

  /** Begins, lasts for a while, and is mended when it returns. */
  @FunctionalInterface
  interface Happening {
    void happen(Random random) throws Exception;
  }

  /** Nothing is waited for: the moment and the time it lasts are the random things. */
  static void last(Random random, int least, int most) throws InterruptedException {
    Thread.sleep(least + random.nextInt(most - least + 1));
  }
}
