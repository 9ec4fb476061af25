package si.kazalnik.indicator.domain.target;

import java.time.LocalDate;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.window.Frame;

/** A quota or recurring deliverable, judged on the period that ends its {@code per}. */
record Quota(Target.EveryPeriod target) implements PeriodTarget {

  @Override
  public Expectation of(Frame period) {
    Frequency per = target.per();
    if (per != null && !endsIn(period, per.containing(period.end()).end())) {
      return Expectation.NOT_DUE;
    }
    return new Expectation(Expectation.Kind.POINT, target.bounds(), target.bounds());
  }

  /** Of weeks the last that ends by the day; of other calendars the one that ends on it. */
  static boolean endsIn(Frame frame, LocalDate day) {
    ReportingPeriod period = frame.period();
    return frame.end().equals(day)
        || (period != null
            && period.frequency() == Frequency.WEEK
            && period.end().isBefore(day)
            && period.next().end().isAfter(day));
  }
}
