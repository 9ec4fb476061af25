package si.kazalnik.contract.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One period of a calendar, written {@code 2025}, {@code 2025-H1}, {@code 2025-Q3}, {@code
 * 2025-07}, {@code 2025-W05} or {@code 2025-07-14}.
 *
 * @param frequency the calendar
 * @param start first local day
 * @param end last local day
 */
public record ReportingPeriod(Frequency frequency, LocalDate start, LocalDate end)
    implements Comparable<ReportingPeriod> {

  private static final Pattern NOTATION =
      Pattern.compile(
          "(?<year>\\d{4})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-W(?<week>\\d{2})"
              + "|-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?");

  /** The period of that notation, of whatever calendar; empty where it is none. */
  public static Optional<ReportingPeriod> parse(String text) {
    Matcher m = NOTATION.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(m));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static ReportingPeriod of(Matcher m) {
    int year = Integer.parseInt(m.group("year"));
    if (m.group("half") != null) {
      int half = Integer.parseInt(m.group("half"));
      return Frequency.HALF_YEAR.containing(LocalDate.of(year, half * 6, 1));
    }
    if (m.group("quarter") != null) {
      int quarter = Integer.parseInt(m.group("quarter"));
      return Frequency.QUARTER.containing(LocalDate.of(year, quarter * 3, 1));
    }
    if (m.group("week") != null) {
      return week(year, Integer.parseInt(m.group("week")));
    }
    if (m.group("month") == null) {
      return Frequency.YEAR.containing(LocalDate.of(year, 1, 1));
    }
    int month = Integer.parseInt(m.group("month"));
    if (m.group("day") == null) {
      return Frequency.MONTH.containing(LocalDate.of(year, month, 1));
    }
    return Frequency.DAY.containing(LocalDate.of(year, month, Integer.parseInt(m.group("day"))));
  }

  private static ReportingPeriod week(int year, int week) {
    // 4 January always lies in the first ISO week of its year.
    LocalDate inFirst = LocalDate.of(year, 1, 4);
    if (week < 1 || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inFirst).getMaximum()) {
      throw new DateTimeException("no week " + week + " in " + year);
    }
    return Frequency.WEEK.containing(inFirst.plusWeeks(week - 1L));
  }

  /** The period after this one. */
  public ReportingPeriod next() {
    return frequency.containing(end.plusDays(1));
  }

  /** The period before this one. */
  public ReportingPeriod previous() {
    return frequency.containing(start.minusDays(1));
  }

  /** Whether the day lies in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }

  /** Whether all of the other period lies in it. */
  public boolean contains(ReportingPeriod other) {
    return contains(other.start) && contains(other.end);
  }

  /** By last day, then by first. */
  @Override
  public int compareTo(ReportingPeriod other) {
    int byEnd = end.compareTo(other.end);
    return byEnd != 0 ? byEnd : start.compareTo(other.start);
  }

  /** The notation. */
  @Override
  public String toString() {
    return frequency.format(start);
  }
}
