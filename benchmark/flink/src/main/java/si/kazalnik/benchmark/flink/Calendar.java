package si.kazalnik.benchmark.flink;

import java.time.LocalDate;
import java.util.Locale;

/** Reporting periods, each known by its first day. */
enum Calendar {
  DAY(0),
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  Calendar(int months) {
    this.months = months;
  }

  LocalDate start(LocalDate day) {
    return months == 0
        ? day
        : day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
  }

  LocalDate next(LocalDate period) {
    return months == 0 ? period.plusDays(1) : period.plusMonths(months);
  }

  /** As the API calls it. */
  String name(LocalDate period) {
    return switch (this) {
      case DAY -> period.toString();
      case MONTH -> period.toString().substring(0, 7);
      case QUARTER ->
          String.format(
              Locale.ROOT, "%d-Q%d", period.getYear(), (period.getMonthValue() - 1) / months + 1);
      case YEAR -> Integer.toString(period.getYear());
    };
  }
}
