package si.kazalnik.service.clock;

import java.time.Instant;

final class StandingClock implements ServiceClock {

  private volatile Instant now;

  StandingClock(Instant start) {
    this.now = start;
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
    now = to;
  }
}
