package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.util.Optional;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Reporting.Only;

/**
 * {@code reporting} as far as it could be read.
 *
 * @param frequency empty with {@code ON_EVENT}, and where it could not be read
 * @param onEvent whether it is {@code ON_EVENT}
 */
record Schedule(Reporting reporting, Optional<Frequency> frequency, boolean onEvent) {

  /** The first period that is due by calendar. */
  ReportingPeriod firstDue(Frequency calendar) {
    ReportingPeriod period = calendar.containing(reporting.from());
    while (!isDue(period)) {
      period = period.next();
    }
    return period;
  }

  /** Whether a period that is due by calendar ends on the day. */
  boolean dueEndsOn(Frequency calendar, LocalDate day) {
    ReportingPeriod period = calendar.containing(day);
    return period.end().equals(day) && isDue(period);
  }

  /** The last day of the first due period that ends after the day. */
  LocalDate nextDueEnd(Frequency calendar, LocalDate day) {
    ReportingPeriod period = calendar.containing(day);
    while (!isDue(period) || !period.end().isAfter(day)) {
      period = period.next();
    }
    return period.end();
  }

  private boolean isDue(ReportingPeriod period) {
    boolean even = period.end().getYear() % 2 == 0;
    return reporting.only() == Only.ALL || even == (reporting.only() == Only.EVEN_YEARS);
  }
}
