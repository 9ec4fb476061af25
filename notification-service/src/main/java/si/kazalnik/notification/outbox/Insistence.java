package si.kazalnik.notification.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.stereotype.Component;

/**
 * Does what must not be left undone, again and again with pauses, until it works or the thread is
 * interrupted, which is how the service's stop ends it.
 */
@Component
class Insistence {

  private static final Logger log = LoggerFactory.getLogger(Insistence.class);
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final RetryTemplate retries;

  @Autowired
  Insistence() {
    this(FIRST, LONGEST);
  }

  Insistence(Duration first, Duration longest) {
    this.retries =
        new RetryTemplate(
            RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(first)
                .multiplier(2)
                .maxDelay(longest)
                .build());
    this.retries.setRetryListener(new SaidOnce());
  }

  /** Returns when it worked; throws its last failure where the thread was interrupted. */
  void on(Runnable work) {
    retries.invoke(work);
  }

  private static final class SaidOnce implements RetryListener {

    @Override
    public void beforeRetry(RetryPolicy policy, Retryable<?> work, RetryState state) {
      if (state.getExceptions().size() == 1) {
        log.warn(
            "what became of a mail can't be recorded now, trying on", state.getLastException());
      }
    }
  }
}
