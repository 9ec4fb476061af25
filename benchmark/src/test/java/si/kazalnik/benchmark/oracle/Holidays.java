package si.kazalnik.benchmark.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The work-free days of Slovenia; the second of January since 2017 again, one-off days besides. */
final class Holidays {
  private static final Set<MonthDay> EVERY_YEAR =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 2),
          MonthDay.of(2, 8),
          MonthDay.of(4, 27),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(6, 25),
          MonthDay.of(8, 15),
          MonthDay.of(10, 31),
          MonthDay.of(11, 1),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));
  private static final LocalDate AFTER_THE_FLOODS = LocalDate.of(2023, 8, 14);

  private Holidays() {}

  static boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !EVERY_YEAR.contains(MonthDay.from(day))
        && !day.equals(AFTER_THE_FLOODS)
        && !day.equals(easter(day.getYear()).plusDays(1));
  }

  /** The n-th working day after the day. */
  static LocalDate after(LocalDate day, int workingDays) {
    LocalDate found = day;
    int left = workingDays;
    while (left > 0) {
      found = found.plusDays(1);
      if (works(found)) {
        left--;
      }
    }
    return found;
  }

  /** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31;
    int day = (h + l - 7 * m + 114) % 31 + 1;
    return LocalDate.of(year, month, day);
  }
}
