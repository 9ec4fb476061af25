package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the process in the middle of some steps, as many as it may, and starts it again. */
final class Killer {
  private final Product product;
  private final Random random;
  private final int most;
  private final int steps;
  private final AtomicInteger kills = new AtomicInteger();
  private int step;

  Killer(Product product, Random random, int most, int steps) {
    this.product = product;
    this.random = random;
    this.most = most;
    this.steps = steps;
  }

  int kills() {
    return kills.get();
  }

  void perhaps() throws IOException, InterruptedException {
    int left = steps - step++;
    if (kills.get() >= most || random.nextInt(left) >= most - kills.get()) {
      return;
    }
    // Not waiting for anything: the moment itself is the random thing.
    Thread.sleep(50L + random.nextInt(1_500));
    product.kill();
    System.out.println("killed, " + kills.incrementAndGet() + " of " + most);
    product.start();
  }
}
