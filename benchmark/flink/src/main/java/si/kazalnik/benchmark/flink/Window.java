package si.kazalnik.benchmark.flink;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which days a period's value is made of. */
enum Window {
  PERIOD,
  YEAR_TO_DATE,
  SINCE_START;

  /**
   * The first of them.
   *
   * @param first day of which anything is known
   */
  LocalDate start(LocalDate period, LocalDate first) {
    return switch (this) {
      case PERIOD -> period;
      case YEAR_TO_DATE -> period.withDayOfYear(1);
      case SINCE_START -> first;
    };
  }

  /** Periods up to today's whose value the day is in. */
  List<LocalDate> touched(Calendar calendar, LocalDate day, LocalDate today) {
    LocalDate own = calendar.start(day);
    return switch (this) {
      case PERIOD -> List.of(own);
      case YEAR_TO_DATE ->
          from(calendar, own, today).filter(each -> each.getYear() == day.getYear()).toList();
      case SINCE_START -> from(calendar, own, today).toList();
    };
  }

  private static Stream<LocalDate> from(Calendar calendar, LocalDate own, LocalDate today) {
    return Stream.iterate(own, each -> !each.isAfter(today), calendar::next);
  }
}
