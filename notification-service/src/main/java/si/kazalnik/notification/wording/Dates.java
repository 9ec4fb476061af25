package si.kazalnik.notification.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Days and times of day in a language's form. */
final class Dates {

  private final Wording wording;
  private final ZoneId zone;

  Dates(Wording wording, ZoneId zone) {
    this.wording = wording;
    this.zone = zone;
  }

  /** {@code 30. 9. 2026}. */
  String day(LocalDate day) {
    return wording.say("date", parts(day));
  }

  /** The local day of the instant. */
  String day(Instant instant) {
    return day(local(instant));
  }

  /** The last day before the instant: what closes at midnight was expected until the day before. */
  String dayUntil(Instant instant) {
    return day(instant.minusNanos(1));
  }

  /** {@code 7.00}. */
  String time(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return wording.say(
        "time",
        Map.of(
            "hour", Integer.toString(local.getHour()),
            "hour24", String.format(Locale.ROOT, "%02d", local.getHour()),
            "minute", String.format(Locale.ROOT, "%02d", local.getMinute())));
  }

  LocalDate local(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  Map<String, String> parts(LocalDate day) {
    Map<String, String> parts = new HashMap<>();
    int month = day.getMonthValue();
    parts.put("d", Integer.toString(day.getDayOfMonth()));
    parts.put("m", Integer.toString(month));
    parts.put("year", Integer.toString(day.getYear()));
    parts.put("month", wording.say("month." + month));
    parts.put("monthShort", wording.say("monthShort." + month));
    String genitive = "monthGenitive." + month;
    parts.put("monthGenitive", wording.has(genitive) ? wording.say(genitive) : "");
    return parts;
  }
}
