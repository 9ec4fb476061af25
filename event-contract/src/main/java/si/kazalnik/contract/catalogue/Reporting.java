package si.kazalnik.contract.catalogue;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;

/**
 * When an indicator reports.
 *
 * @param frequency the calendar; null with {@code ON_EVENT}
 * @param from the day whose period is the first due one
 * @param only which years are due
 * @param event series whose subjects name the periods ({@code ON_EVENT}), or null
 * @param dueAfter from the last day of a period to its closing; zero closes as it ends
 * @param workingDays whether the days of {@code dueAfter} are working days
 */
public record Reporting(
    @Nullable Frequency frequency,
    LocalDate from,
    Only only,
    @Nullable String event,
    Period dueAfter,
    boolean workingDays) {

  /** Which years are due. */
  public enum Only {
    ALL,
    EVEN_YEARS,
    ODD_YEARS
  }
}
