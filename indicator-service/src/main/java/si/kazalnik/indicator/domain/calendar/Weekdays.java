package si.kazalnik.indicator.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday, for a strategy that names no country. */
public final class Weekdays implements WorkingDays {

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }
}
