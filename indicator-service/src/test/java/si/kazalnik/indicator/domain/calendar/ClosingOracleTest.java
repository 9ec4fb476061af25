package si.kazalnik.indicator.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.indicator.domain.Defined;

/**
 * "It counts from the last day: 15 days after 31 January closes at the midnight that ends 15
 * February; months and years by the calendar (31 January + 1 month: the last of February); working
 * days skip weekends and the country's work-free holidays".
 */
class ClosingOracleTest {

  /** Slovenia's work-free days of 2024 to 2026 that are no weekend, from the official calendar. */
  private static final Set<LocalDate> FREE =
      Stream.of(
              "2024-01-01 2024-01-02 2024-02-08 2024-04-01 2024-05-01 2024-05-02 2024-06-25"
                  + " 2024-08-15 2024-10-31 2024-11-01 2024-12-25 2024-12-26 2025-01-01 2025-01-02"
                  + " 2025-04-21 2025-05-01 2025-05-02 2025-06-25 2025-08-15 2025-10-31 2025-12-25"
                  + " 2025-12-26 2026-01-01 2026-01-02 2026-04-06 2026-04-27 2026-05-01 2026-06-25"
                  + " 2026-12-25")
          .flatMap(all -> Stream.of(all.split(" ", -1)))
          .map(LocalDate::parse)
          .collect(Collectors.toSet());

  private static Schedule schedule(Frequency calendar, Period after, boolean working) {
    Reporting reporting =
        new Reporting(calendar, LocalDate.of(2024, 1, 1), Reporting.Only.ALL, null, after, working);
    return Schedule.of(reporting, Defined.LJUBLJANA, working ? Holidays.of("SI") : new Weekdays())
        .orElseThrow();
  }

  private static void closesAfter(Schedule schedule, ReportingPeriod period, LocalDate last) {
    assertThat(ZonedDateTime.ofInstant(schedule.closesAt(period), Defined.LJUBLJANA))
        .isEqualTo(last.plusDays(1).atStartOfDay(Defined.LJUBLJANA));
  }

  @Property(tries = 300)
  void working_days_skip_weekends_and_holidays(
      @ForAll Frequency calendar,
      @ForAll @IntRange(max = 600) int on,
      @ForAll @IntRange(min = 1, max = 40) int days) {
    ReportingPeriod period = calendar.containing(LocalDate.of(2024, 1, 1).plusDays(on));
    LocalDate at = period.end();
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      boolean weekend =
          at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
      left -= weekend || FREE.contains(at) ? 0 : 1;
    }
    closesAfter(schedule(calendar, Period.ofDays(days), true), period, at);
  }

  @Property(tries = 300)
  void days_run_on_and_months_end_no_later_than_the_month(
      @ForAll Frequency calendar,
      @ForAll @IntRange(max = 1_000) int on,
      @ForAll @IntRange(min = 1, max = 30) int count,
      @ForAll boolean months) {
    ReportingPeriod period = calendar.containing(LocalDate.of(2024, 1, 1).plusDays(on));
    LocalDate last = period.end();
    LocalDate at = last;
    if (months) {
      int month = last.getYear() * 12 + last.getMonthValue() - 1 + count;
      LocalDate first = LocalDate.of(month / 12, month % 12 + 1, 1);
      at = first;
      while (at.getDayOfMonth() < last.getDayOfMonth()
          && at.plusDays(1).getMonthValue() == first.getMonthValue()) {
        at = at.plusDays(1);
      }
    } else {
      for (int n = 0; n < count; n++) {
        at = at.plusDays(1);
      }
    }
    closesAfter(
        schedule(calendar, months ? Period.ofMonths(count) : Period.ofDays(count), false),
        period,
        at);
  }
}
