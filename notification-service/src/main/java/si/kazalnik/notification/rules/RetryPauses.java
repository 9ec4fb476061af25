package si.kazalnik.notification.rules;

import java.time.Duration;

/**
 * How long to wait after a temporary failure: {@code first}, then twice as long each time, {@code
 * longest} at most; after {@code giveUpAfter} no more.
 */
public record RetryPauses(Duration first, Duration longest, Duration giveUpAfter) {

  /** The pause after the n-th failure in a row, n from 1. */
  public Duration after(int failures) {
    Duration pause = first;
    for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
