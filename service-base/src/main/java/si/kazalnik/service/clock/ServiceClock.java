package si.kazalnik.service.clock;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that validation, closing, {@code computedAt} and mails go by: the system's, or a set
 * instant that stands still until somebody moves it. Safe for use by several threads.
 */
public interface ServiceClock extends InstantSource {

  /** Whether {@link #moveTo} works. */
  boolean settable();

  /**
   * Moves a set clock forward; to the instant at which it stands is no move and no error.
   *
   * @throws ClockRefusedException where the clock is the system's, or {@code now} lies before the
   *     instant at which it stands, or after the year 9997
   */
  void moveTo(Instant now);

  /** The machine's clock. */
  static ServiceClock system() {
    return new SystemClock();
  }

  /**
   * A clock that stands at {@code start} until it is moved.
   *
   * @throws ClockRefusedException where that is before 1970 or after 9997
   */
  static ServiceClock standingAt(Instant start) {
    return new StandingClock(start);
  }
}
