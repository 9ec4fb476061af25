package si.kazalnik.indicator.domain.window;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Input;

/** Which days the window of a period covers, and which periods' windows cover given days. */
public final class Windows {

  private Windows() {}

  /** The days of the input's window for that period. */
  public static Days of(Input input, ReportingPeriod period) {
    return switch (input.window()) {
      case PERIOD -> new Days(period.start(), period.end());
      case YEAR_TO_DATE -> new Days(newYear(period.end()), period.end());
      case SINCE_START -> new Days(Days.EARLIEST, period.end());
      case ROLLING -> new Days(back(period, input.rolling() - 1).start(), period.end());
    };
  }

  /** The days of so many periods before that one. */
  public static Days before(ReportingPeriod period, int periods) {
    return new Days(back(period, periods).start(), period.start().minusDays(1));
  }

  /**
   * The periods whose window covers all of the days, or into which a stock may be carried from
   * them, up to {@code current}; in constant time, whatever lies between.
   *
   * @param current the period that holds now
   */
  public static Optional<PeriodRange> covering(Input input, Days days, ReportingPeriod current) {
    return covering(input.window(), input.rolling(), input.carryForward(), days, current);
  }

  /** The period that holds all of the days, if one does and is not after {@code current}. */
  public static Optional<PeriodRange> holding(Days days, ReportingPeriod current) {
    return covering(Input.Window.PERIOD, 0, 0, days, current);
  }

  private static Optional<PeriodRange> covering(
      Input.Window window, int rolling, int carried, Days days, ReportingPeriod current) {
    Frequency calendar = current.frequency();
    ReportingPeriod holding = calendar.containing(days.to());
    return switch (window) {
      case PERIOD -> carried == 0 ? inOne(days, holding, current) : carried(days, carried, current);
      case YEAR_TO_DATE ->
          days.from().isBefore(newYear(days.to()))
              ? Optional.empty()
              : upTo(
                  current, inYearOf(days.to(), holding), lastEndingInYearOf(days.to(), calendar));
      case SINCE_START -> upTo(current, holding, current);
      case ROLLING ->
          upTo(current, holding, forward(calendar.containing(days.from()), rolling - 1));
    };
  }

  private static Optional<PeriodRange> inOne(
      Days days, ReportingPeriod holding, ReportingPeriod current) {
    return holding.contains(days.from()) ? upTo(current, holding, holding) : Optional.empty();
  }

  /** Also where no one period holds them all: the periods before are looked at together. */
  private static Optional<PeriodRange> carried(Days days, int periods, ReportingPeriod current) {
    Frequency calendar = current.frequency();
    ReportingPeriod holding = calendar.containing(days.to());
    ReportingPeriod first = holding.contains(days.from()) ? holding : holding.next();
    return upTo(current, first, forward(calendar.containing(days.from()), periods));
  }

  /** The periods that lie wholly on the days, up to {@code current}. */
  public static Optional<PeriodRange> within(Days days, ReportingPeriod current) {
    Frequency calendar = current.frequency();
    ReportingPeriod first = calendar.containing(days.from());
    ReportingPeriod last = calendar.containing(days.to());
    return upTo(
        current,
        first.start().isBefore(days.from()) ? first.next() : first,
        last.end().isAfter(days.to()) ? last.previous() : last);
  }

  private static Optional<PeriodRange> upTo(
      ReportingPeriod current, ReportingPeriod first, ReportingPeriod last) {
    return PeriodRange.between(first, last.compareTo(current) <= 0 ? last : current);
  }

  /** A week across New Year looks at the year in which it ends, so not at its days before. */
  private static ReportingPeriod inYearOf(LocalDate day, ReportingPeriod holding) {
    return holding.end().getYear() == day.getYear() ? holding : holding.next();
  }

  private static ReportingPeriod lastEndingInYearOf(LocalDate day, Frequency calendar) {
    LocalDate newYearsEve = LocalDate.of(day.getYear(), Month.DECEMBER, 31);
    ReportingPeriod last = calendar.containing(newYearsEve);
    return last.end().equals(newYearsEve) ? last : last.previous();
  }

  private static ReportingPeriod back(ReportingPeriod period, int steps) {
    ReportingPeriod earlier = period;
    for (int n = 0; n < steps; n++) {
      earlier = earlier.previous();
    }
    return earlier;
  }

  private static ReportingPeriod forward(ReportingPeriod period, int steps) {
    ReportingPeriod later = period;
    for (int n = 0; n < steps; n++) {
      later = later.next();
    }
    return later;
  }

  private static LocalDate newYear(LocalDate day) {
    return LocalDate.of(day.getYear(), Month.JANUARY, 1);
  }
}
