package si.kazalnik.indicator.page.chart;

import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Target;

/** The form of drawing that suits an indicator. */
public enum ChartKind {
  LINE,
  /** This year over earlier years. */
  QUOTA,
  BARS,
  /** Done or not. */
  DELIVERABLE;

  public static ChartKind of(Indicator indicator) {
    boolean one = indicator.inputs().size() == 1 && indicator.formula() == null;
    Input.Aggregate aggregate = indicator.inputs().get(0).aggregate();
    if (one && aggregate == Input.Aggregate.EXISTS) {
      return DELIVERABLE;
    }
    Frequency frequency = indicator.reporting().frequency();
    boolean sinceNewYear =
        indicator.inputs().stream().allMatch(i -> i.window() == Input.Window.YEAR_TO_DATE);
    if (sinceNewYear && frequency != null && frequency.compareTo(Frequency.YEAR) < 0) {
      return QUOTA;
    }
    boolean counted =
        switch (aggregate) {
          case SUM, COUNT, DISTINCT -> one;
          default -> false;
        };
    boolean inWindow =
        indicator.inputs().stream().allMatch(i -> i.window() != Input.Window.SINCE_START);
    boolean coarse = frequency == null || frequency.compareTo(Frequency.MONTH) >= 0;
    return counted && inWindow && coarse && !(indicator.target() instanceof Target.Path)
        ? BARS
        : LINE;
  }
}
