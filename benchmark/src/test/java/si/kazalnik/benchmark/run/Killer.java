package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Kills the process in the middle of some steps, as many as it may, and starts it again. */
final class Killer implements Trial {
  private final Random random;
  private final int most;
  private final int steps;
  private final AtomicInteger kills = new AtomicInteger();
  private @Nullable Standalone product;
  private int step;

  Killer(Random random, int most, int steps) {
    this.random = random;
    this.most = most;
    this.steps = steps;
  }

  int kills() {
    return kills.get();
  }

  @Override
  public Product start(Path folder, Path catalogue, Instant clock)
      throws IOException, InterruptedException {
    Standalone started = new Standalone(folder, catalogue, clock);
    product = started;
    started.start();
    return started;
  }

  @Override
  public void duringLoad() throws IOException, InterruptedException {
    Standalone running = Objects.requireNonNull(product);
    int left = steps - step++;
    if (kills.get() >= most || random.nextInt(left) >= most - kills.get()) {
      return;
    }
    // Not waiting for anything: the moment itself is the random thing.
    Thread.sleep(50L + random.nextInt(1_500));
    running.kill();
    System.out.println("killed, " + kills.incrementAndGet() + " of " + most);
    running.start();
  }
}
