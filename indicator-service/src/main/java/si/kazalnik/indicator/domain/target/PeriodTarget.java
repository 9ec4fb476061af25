package si.kazalnik.indicator.domain.target;

import si.kazalnik.indicator.domain.window.Frame;

/** A form of target. */
@FunctionalInterface
interface PeriodTarget {

  /** What it says, exactly, about a period that is due by calendar. */
  Expectation of(Frame period);
}
