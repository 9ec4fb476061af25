package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** How long an ended deviation stays in its topic; looked after once a day. */
final class Remembrance {

  private static final Duration AFTER_ITS_END = Duration.ofDays(400);

  private final Map<String, LocalDate> looked = new HashMap<>();

  /** Whether it is time to look at what is remembered of that indicator or provider. */
  boolean isTime(String about, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return !today.equals(looked.put(about, today));
  }

  /** What ended before that is forgotten. */
  static Instant since(Instant now) {
    return now.minus(AFTER_ITS_END);
  }
}
