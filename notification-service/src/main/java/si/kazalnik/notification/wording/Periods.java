package si.kazalnik.notification.wording;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;

/** Names of reporting periods, in the form that the sentence asks for. */
final class Periods {

  private final Wording wording;
  private final Dates dates;

  Periods(Wording wording) {
    this.wording = wording;
    this.dates = new Dates(wording, ZoneOffset.UTC);
  }

  /** {@code september 2026}. */
  String name(String period) {
    return form(period, "name");
  }

  /** {@code septembra 2026}, {@code v 3. četrtletju 2026}. */
  String when(String period) {
    return form(period, "when");
  }

  /** What follows »od« and »do«. */
  String from(String period) {
    return form(period, "from");
  }

  /** The same, for the first of two periods, without the year that the second repeats. */
  String from(String period, String until) {
    boolean sameYear = year(period).isPresent() && year(period).equals(year(until));
    return form(period, sameYear ? "fromWithoutYear" : "from");
  }

  /** In a table under its year. */
  String row(String period) {
    return ReportingPeriod.parse(period).isPresent() ? form(period, "row") : period;
  }

  /** The year in which it lies (of weeks: the ISO year), or empty where it is no calendar's. */
  Optional<Integer> year(String period) {
    return ReportingPeriod.parse(period).map(Periods::year);
  }

  private String form(String period, String form) {
    Optional<ReportingPeriod> parsed = ReportingPeriod.parse(period);
    if (parsed.isEmpty()) {
      String key = form.startsWith("from") ? "from" : form;
      return wording.say("period.other." + key, Map.of("text", period));
    }
    ReportingPeriod known = parsed.get();
    Map<String, String> parts = dates.parts(known.start());
    int number = number(known);
    parts.put("year", Integer.toString(year(known)));
    parts.put("number", Integer.toString(number));
    String ordinal = "ordinal." + number;
    parts.put("ordinal", wording.has(ordinal) ? wording.say(ordinal) : "");
    parts.put("day", dates.day(known.start()));
    parts.put("dayLong", wording.say("date.long", parts));
    parts.put("dayWithoutYear", wording.say("date.withoutYear", parts));
    return wording.say("period." + known.frequency() + "." + form, parts);
  }

  private static int year(ReportingPeriod period) {
    return period.frequency() == Frequency.WEEK
        ? period.start().get(IsoFields.WEEK_BASED_YEAR)
        : period.start().getYear();
  }

  private static int number(ReportingPeriod period) {
    LocalDate start = period.start();
    return switch (period.frequency()) {
      case DAY -> start.getDayOfMonth();
      case WEEK -> start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case MONTH -> start.getMonthValue();
      case QUARTER -> start.get(IsoFields.QUARTER_OF_YEAR);
      case HALF_YEAR -> start.getMonthValue() <= 6 ? 1 : 2;
      case YEAR -> start.getYear();
    };
  }
}
