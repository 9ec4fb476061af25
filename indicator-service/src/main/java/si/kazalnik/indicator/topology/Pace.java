package si.kazalnik.indicator.topology;

import java.util.concurrent.TimeUnit;

/**
 * When one partition goes on with its work: at once where nothing more comes in; else so seldom
 * that what comes in has most of the time, and more of it is put together into one go.
 */
final class Pace {

  // Nothing waits longer to be seen, however long a go took.
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final int rest;
  private boolean taken;
  private long notBefore;

  /**
   * A pace.
   *
   * @param rest how many times as long as a go took the next one waits while more comes in
   * @param now any clock's nanoseconds, as in all that follows
   */
  Pace(int rest, long now) {
    this.rest = rest;
    notBefore = now;
  }

  /** Something has come in. */
  void taken() {
    taken = true;
  }

  /** Whether it is time for the next go. */
  boolean isTime(long now) {
    boolean quiet = !taken;
    taken = false;
    return quiet || now - notBefore >= 0;
  }

  /** A go has ended that began then. */
  void went(long began, long now) {
    notBefore = now + Math.min(rest * (now - began), LONGEST_NANOS);
  }
}
