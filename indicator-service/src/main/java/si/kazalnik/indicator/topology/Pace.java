package si.kazalnik.indicator.topology;

import java.util.concurrent.TimeUnit;

/**
 * When one partition goes on with its work: at once where nothing more comes in; soon while what
 * comes in is fresh; and the more it lags behind the more seldom, so that what comes in has most of
 * the time, and more of it is put together into one go.
 */
final class Pace {

  // Nothing waits longer to be seen, however long a go took.
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(3);

  // Where nothing lags, haste costs nobody anything.
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  // Of the age of what comes in a go waits: longer, it would be what makes a value late; shorter,
  // the
  // goes would be what makes the next ones late.
  private static final long SHARE_OF_AGE = 2;

  private final int rest;
  private boolean taken;
  private long oldestNanos;
  private long wentAt;
  private long restNanos;

  /**
   * A pace.
   *
   * @param rest how many times as long as a go took the next one waits at the most while more comes
   *     in
   * @param now any clock's nanoseconds, as in all that follows
   */
  Pace(int rest, long now) {
    this.rest = rest;
    wentAt = now;
  }

  /**
   * Something has come in.
   *
   * @param age milliseconds since the broker received it
   */
  void taken(long age) {
    taken = true;
    oldestNanos = Math.max(oldestNanos, TimeUnit.MILLISECONDS.toNanos(age));
  }

  /** Whether it is time for the next go. */
  boolean isTime(long now) {
    boolean quiet = !taken;
    taken = false;
    long longest = Math.min(LONGEST_NANOS, Math.max(SOON_NANOS, oldestNanos / SHARE_OF_AGE));
    return quiet || now - wentAt >= Math.min(restNanos, longest);
  }

  /** A go has ended that began then. */
  void went(long began, long now) {
    wentAt = now;
    restNanos = rest * (now - began);
    oldestNanos = 0;
  }
}
