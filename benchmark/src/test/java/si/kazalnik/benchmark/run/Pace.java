package si.kazalnik.benchmark.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a step's load is spread over the time that the mischief takes: pauses between its pieces that
 * grow, since nobody knows how long that is, and none any more once it is over.
 */
final class Pace {
  private static final int PART_OF_ELAPSED = 6;

  private final Duration shortest;
  private final CountDownLatch over = new CountDownLatch(1);
  private final long began = System.nanoTime();

  /**
   * A pace, from now on.
   *
   * @param shortest pause; zero for none at all
   */
  Pace(Duration shortest) {
    this.shortest = shortest;
  }

  /** Between two pieces. */
  void pause() throws InterruptedException {
    if (!shortest.isZero()) {
      long nanos = Math.max(shortest.toNanos(), (System.nanoTime() - began) / PART_OF_ELAPSED);
      var unused = over.await(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** The mischief is over. */
  void end() {
    over.countDown();
  }
}
