package si.kazalnik.indicator.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.indicator.domain.window.PeriodRange;

/**
 * An indicator's reporting calendar. Days are local days of the zone, whatever their length;
 * closings never go back from one period to the next.
 */
public final class Schedule {

  private final Frequency calendar;
  private final Reporting reporting;
  private final Closing closing;

  private Schedule(Frequency calendar, Reporting reporting, Closing closing) {
    this.calendar = calendar;
    this.reporting = reporting;
    this.closing = closing;
  }

  /** The calendar; empty for {@code ON_EVENT}, whose periods are named by events. */
  public static Optional<Schedule> of(Reporting reporting, ZoneId zone, WorkingDays workingDays) {
    return Optional.ofNullable(reporting.frequency())
        .map(
            calendar ->
                new Schedule(calendar, reporting, new Closing(reporting, zone, workingDays)));
  }

  /** The first due period by {@code reporting.from}: the one that holds it. */
  public ReportingPeriod first() {
    return calendar.containing(reporting.from());
  }

  /** The period that holds now. */
  public ReportingPeriod current(Instant now) {
    return calendar.containing(closing.dayOf(now));
  }

  /** The periods that are published with or without a value; empty before the first begins. */
  public Optional<PeriodRange> regular(Instant now) {
    return PeriodRange.between(first(), current(now));
  }

  /** Whether the period comes before the one that holds {@code reporting.from}: never due. */
  public boolean isEarly(ReportingPeriod period) {
    return period.compareTo(first()) < 0;
  }

  /** Whether the period is due by calendar: not early, and of a year in which it reports. */
  public boolean isDue(ReportingPeriod period) {
    return !isEarly(period)
        && switch (reporting.only()) {
          case ALL -> true;
          case EVEN_YEARS -> period.end().getYear() % 2 == 0;
          case ODD_YEARS -> period.end().getYear() % 2 != 0;
        };
  }

  /** The local midnight that begins its first day. */
  public Instant startsAt(ReportingPeriod period) {
    return closing.startsAt(period.start());
  }

  /** The local midnight after its last day. */
  public Instant endsAt(ReportingPeriod period) {
    return midnightAfter(period.end());
  }

  /** The local midnight that ends the day reached when {@code dueAfter} has run. */
  public Instant closesAt(ReportingPeriod period) {
    return closing.closesAt(period.end());
  }

  /** Whether the clock has reached its closing. */
  public boolean isClosed(ReportingPeriod period, Instant now) {
    return !closesAt(period).isAfter(now);
  }

  /** The earliest period, due or not, early or not, that has not closed. */
  public ReportingPeriod firstOpen(Instant now) {
    ReportingPeriod period = calendar.containing(closing.dayOf(now).minus(reporting.dueAfter()));
    while (isClosed(period, now)) {
      period = period.next();
    }
    while (!isClosed(period.previous(), now)) {
      period = period.previous();
    }
    return period;
  }

  /** When the earliest due period that has not closed does so; it may not have begun. */
  public Instant nextDueAt(Instant now) {
    ReportingPeriod period = firstOpen(now);
    if (isEarly(period)) {
      period = first();
    }
    while (!isDue(period)) {
      period = period.next();
    }
    return closesAt(period);
  }

  /** The local midnight that ends the day. */
  public Instant midnightAfter(LocalDate day) {
    return closing.midnightAfter(day);
  }
}
