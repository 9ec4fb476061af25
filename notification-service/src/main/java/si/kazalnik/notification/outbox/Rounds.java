package si.kazalnik.notification.outbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does a piece of work again and again. A failure (the database can't be reached) is said once, as
 * is the recovery; the work goes on.
 */
public abstract class Rounds implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final String name;
  private final Duration pause;
  private volatile @Nullable ScheduledExecutorService executor;
  private boolean failing;

  protected Rounds(String name, Duration pause) {
    this.name = name;
    this.pause = pause;
  }

  /** One round. */
  protected abstract void round();

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, name));
    executor = started;
    // Its failures are said in guarded(); the future itself never completes.
    var unused =
        started.scheduleWithFixedDelay(this::guarded, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    if (running != null) {
      running.shutdown();
      try {
        if (!running.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
          running.shutdownNow();
        }
      } catch (InterruptedException e) {
        running.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }

  /** All rounds end at the same time, so that together they end within the time of grace. */
  @Override
  public void stop(Runnable ended) {
    new Thread(
            () -> {
              try {
                stop();
              } finally {
                ended.run();
              }
            },
            name + "-stop")
        .start();
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }

  // Any failure must leave the schedule running, and must not fill the log at every round.
  private void guarded() {
    try {
      round();
      if (failing) {
        failing = false;
        log.info("{}: works again", name);
      }
    } catch (RuntimeException e) {
      if (!failing && isRunning()) {
        failing = true;
        log.warn("{}: does not work now, trying on: {}", name, e.toString(), e);
      }
    }
  }
}
