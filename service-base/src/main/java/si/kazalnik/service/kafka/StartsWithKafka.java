package si.kazalnik.service.kafka;

import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something that begins once Kafka is there, and waits for it on a thread of its own, so that the
 * service starts meanwhile. Nothing begins after a stop.
 */
public abstract class StartsWithKafka implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StartsWithKafka.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final Object beginning = new Object();
  private volatile @Nullable Thread starter;

  /**
   * Not started yet.
   *
   * @param name of the thread that waits
   */
  protected StartsWithKafka(String name) {
    this.name = name;
  }

  /**
   * Waits for what is needed; a stop interrupts it.
   *
   * @throws InterruptedException where it was stopped meanwhile
   */
  protected abstract void prepare() throws InterruptedException;

  /** Begins, once prepared and unless stopped; returns soon. */
  protected abstract void begin();

  /** Ends what was begun, and lets go of what was only prepared. */
  protected abstract void end();

  @Override
  public final void start() {
    Thread thread = new Thread(this::run, name);
    thread.setDaemon(true);
    starter = thread;
    thread.start();
  }

  private void run() {
    try {
      boolean said = false;
      while (!tryToBegin(said)) {
        said = true;
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException | InterruptException stopped) {
      log.debug("{}: stopped before it began", name);
    }
  }

  // Whatever fails, a service that does nothing from then on would be the worst answer.
  private boolean tryToBegin(boolean said) throws InterruptedException {
    try {
      prepare();
      synchronized (beginning) {
        if (Thread.currentThread() == starter) {
          begin();
        }
      }
      return true;
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (RuntimeException e) {
      if (!said) {
        log.error("{}: can't begin, trying again", name, e);
      }
      return false;
    }
  }

  @Override
  public final void stop() {
    Thread thread = starter;
    if (thread == null) {
      return;
    }
    synchronized (beginning) {
      starter = null;
    }
    thread.interrupt();
    try {
      thread.join(STOP_WITHIN.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  @Override
  public final boolean isRunning() {
    return starter != null;
  }
}
