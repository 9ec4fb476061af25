package si.kazalnik.contract.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A calendar that cuts time into periods without gap or overlap. Weeks are those of ISO 8601. */
public enum Frequency {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  HALF_YEAR,
  YEAR;

  /** The period of this calendar that holds the day. */
  public ReportingPeriod containing(LocalDate day) {
    int year = day.getYear();
    return switch (this) {
      case DAY -> new ReportingPeriod(this, day, day);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new ReportingPeriod(this, monday, monday.plusDays(6));
      }
      case MONTH -> ofMonths(LocalDate.of(year, day.getMonthValue(), 1), 1);
      case QUARTER -> ofMonths(LocalDate.of(year, (day.getMonthValue() - 1) / 3 * 3 + 1, 1), 3);
      case HALF_YEAR -> ofMonths(LocalDate.of(year, day.getMonthValue() <= 6 ? 1 : 7, 1), 6);
      case YEAR -> ofMonths(LocalDate.of(year, 1, 1), 12);
    };
  }

  /** Whether every period of {@code other} lies within one period of this calendar. */
  public boolean isCoarserThan(Frequency other) {
    return compareTo(other) > 0;
  }

  private ReportingPeriod ofMonths(LocalDate first, int months) {
    return new ReportingPeriod(this, first, first.plusMonths(months).minusDays(1));
  }

  String format(LocalDate first) {
    int year = first.getYear();
    return switch (this) {
      case DAY -> first.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              first.get(IsoFields.WEEK_BASED_YEAR),
              first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, first.getMonthValue());
      case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, (first.getMonthValue() + 2) / 3);
      case HALF_YEAR ->
          String.format(Locale.ROOT, "%04d-H%d", year, first.getMonthValue() <= 6 ? 1 : 2);
      case YEAR -> String.format(Locale.ROOT, "%04d", year);
    };
  }
}
