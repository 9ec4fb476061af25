package si.kazalnik.indicator.topology;

import java.util.concurrent.TimeUnit;

/**
 * When one partition goes on with its work: at once where nothing more comes in; soon while what
 * comes in is fresh; and where it lags behind, so seldom that what comes in has most of the time,
 * and more of it is put together into one go.
 */
final class Pace {

  // Nothing waits longer to be seen, however long a go took.
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(3);

  // Where nothing lags, haste costs nobody anything.
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  // Older than this, a message has waited for its turn.
  private static final long FRESH_MILLIS = 1_000;

  private final int rest;
  private boolean taken;
  private boolean behind;
  private long wentAt;
  private long restNanos;

  /**
   * A pace.
   *
   * @param rest how many times as long as a go took the next one waits while more comes in and lags
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
    behind |= age > FRESH_MILLIS;
  }

  /** Whether it is time for the next go. */
  boolean isTime(long now) {
    boolean quiet = !taken;
    taken = false;
    return quiet || now - wentAt >= Math.min(restNanos, behind ? LONGEST_NANOS : SOON_NANOS);
  }

  /** A go has ended that began then. */
  void went(long began, long now) {
    wentAt = now;
    restNanos = rest * (now - began);
    behind = false;
  }
}
