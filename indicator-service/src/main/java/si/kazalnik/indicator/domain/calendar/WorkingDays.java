package si.kazalnik.indicator.domain.calendar;

import java.time.LocalDate;

/** A country's working days. */
@FunctionalInterface
public interface WorkingDays {

  /** Whether people work on that day: neither a weekend nor a work-free holiday. */
  boolean isWorkingDay(LocalDate day);

  /** The last of {@code count} working days after the day; the day itself for none. */
  default LocalDate after(LocalDate day, int count) {
    LocalDate reached = day;
    for (int left = count; left > 0; ) {
      reached = reached.plusDays(1);
      if (isWorkingDay(reached)) {
        left--;
      }
    }
    return reached;
  }
}
