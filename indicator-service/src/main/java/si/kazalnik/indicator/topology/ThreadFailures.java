package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that dies is replaced, after pauses that grow, for as long as it takes: a computation
 * that had given up would leave old numbers on the page of a service that looks well. Nothing is
 * lost: the next thread goes on from what was committed.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ThreadFailures.class);
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int DOUBLINGS = 5;

  private final Deque<Long> failures = new ArrayDeque<>();

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    long now = System.nanoTime();
    while (!failures.isEmpty() && now - failures.getFirst() > WITHIN.toNanos()) {
      failures.removeFirst();
    }
    failures.addLast(now);
    Duration pause = Duration.ofMillis(250L << Math.min(failures.size(), DOUBLINGS));
    log.error(
        "a thread of the computation failed, {} in the last {}; another starts in {}",
        failures.size(),
        WITHIN,
        pause,
        failure);
    return await(pause)
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static boolean await(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
