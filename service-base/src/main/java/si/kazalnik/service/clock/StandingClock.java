package si.kazalnik.service.clock;

import java.time.Instant;

final class StandingClock implements ServiceClock {

  /** Periods are written with four digits of the year; the one after the present needs them too. */
  private static final Instant END = Instant.parse("9998-01-01T00:00:00Z");

  private volatile Instant now;

  StandingClock(Instant start) {
    this.now = within(start);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public boolean settable() {
    return true;
  }

  @Override
  public synchronized void moveTo(Instant to) {
    if (to.isBefore(now)) {
      throw new ClockRefusedException(
          "the clock stands at " + now + " and moves forward only; " + to + " lies before that");
    }
    now = within(to);
  }

  private static Instant within(Instant to) {
    if (to.isBefore(Instant.EPOCH) || !to.isBefore(END)) {
      throw new ClockRefusedException(
          to + " is no time for the clock; it goes from " + Instant.EPOCH + " to " + END);
    }
    return to;
  }
}
