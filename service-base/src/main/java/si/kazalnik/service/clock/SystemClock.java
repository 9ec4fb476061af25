package si.kazalnik.service.clock;

import java.time.Instant;
import java.time.InstantSource;

final class SystemClock implements ServiceClock {

  private final InstantSource source = InstantSource.system();

  @Override
  public Instant instant() {
    return source.instant();
  }

  @Override
  public boolean settable() {
    return false;
  }

  @Override
  public void moveTo(Instant now) {
    throw new ClockRefusedException(
        "the clock is the system's; start with kazalnik.clock=<instant> to be able to set it");
  }
}
