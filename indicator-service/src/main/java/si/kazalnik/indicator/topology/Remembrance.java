package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How long an ended deviation stays in its topic; looked after once a day. */
final class Remembrance {

  private static final Duration AFTER_ITS_END = Duration.ofDays(400);

  private @Nullable LocalDate looked;

  /** Whether it is time to look at what is remembered. */
  boolean isTime(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean isTime = !today.equals(looked);
    looked = today;
    return isTime;
  }

  /** What ended before that is forgotten. */
  static Instant since(Instant now) {
    return now.minus(AFTER_ITS_END);
  }
}
