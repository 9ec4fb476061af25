package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that dies is replaced, after pauses that grow; where it keeps dying, the trouble is no
 * passing one, and the computation stops loudly. Its state is DEAD from then on, the health says
 * so, and nothing is lost: the next start goes on from what was committed.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ThreadFailures.class);
  private static final int LIMIT = 12;
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Deque<Long> failures = new ArrayDeque<>();

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    long now = System.nanoTime();
    while (!failures.isEmpty() && now - failures.getFirst() > WITHIN.toNanos()) {
      failures.removeFirst();
    }
    failures.addLast(now);
    if (failures.size() > LIMIT) {
      log.error("the computation fails again and again and stops", failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    Duration pause = pause(failures.size());
    log.error("a thread of the computation failed; another starts in {}", pause, failure);
    return await(pause)
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static Duration pause(int failures) {
    Duration pause = Duration.ofMillis(250L << Math.min(failures, 8));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
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
