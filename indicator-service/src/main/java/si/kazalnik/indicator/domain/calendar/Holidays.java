package si.kazalnik.indicator.domain.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A country's working days, its work-free holidays from <a
 * href="https://github.com/focus-shift/jollyday">Jollyday</a>. Safe for use by several threads.
 */
public final class Holidays implements WorkingDays {

  private static final Map<String, Holidays> BY_COUNTRY = new ConcurrentHashMap<>();

  private final WorkingDays weekdays = new Weekdays();
  private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();
  private final HolidayManager manager;

  private Holidays(String country) {
    manager =
        HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
  }

  /**
   * The country's.
   *
   * @param country ISO 3166 code, one of which {@link #areKnownOf}
   */
  public static Holidays of(String country) {
    return BY_COUNTRY.computeIfAbsent(country, Holidays::new);
  }

  /** Whether the country's holidays are known. */
  public static boolean areKnownOf(String country) {
    return HolidayManager.getSupportedCalendarCodes().stream().anyMatch(country::equalsIgnoreCase);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return weekdays.isWorkingDay(day) && !of(day.getYear()).contains(day);
  }

  private Set<LocalDate> of(int year) {
    return byYear.computeIfAbsent(
        year,
        each ->
            manager.getHolidays(Year.of(each), HolidayType.PUBLIC_HOLIDAY).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
  }
}
