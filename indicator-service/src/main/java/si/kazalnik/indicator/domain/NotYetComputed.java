package si.kazalnik.indicator.domain;

import java.util.Map;
import java.util.Set;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target;

/** Which definitions need what this version does not compute: they are listed, and say so. */
public final class NotYetComputed {

  private static final Set<Frequency> CALENDARS =
      Set.of(Frequency.DAY, Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR);

  private NotYetComputed() {}

  /**
   * Whether the indicator's periods bear the reason {@code NOT_YET_COMPUTED} and nothing else.
   *
   * @param series the catalogue's series by id
   */
  public static boolean concerns(Indicator indicator, Map<String, Series> series) {
    return !reporting(indicator.reporting())
        || indicator.polarity() == Indicator.Polarity.IN_RANGE
        || !indicator.changes().isEmpty()
        || !indicator.breaks().isEmpty()
        || !target(indicator.target())
        || indicator.inputs().stream().anyMatch(input -> !input(input, series));
  }

  private static boolean reporting(Reporting reporting) {
    Frequency calendar = reporting.frequency();
    return calendar != null
        && CALENDARS.contains(calendar)
        && reporting.only() != Reporting.Only.ODD_YEARS
        && !reporting.workingDays();
  }

  private static boolean input(Input input, Map<String, Series> series) {
    Series read = series.get(input.series());
    return input.aggregate() != Input.Aggregate.DISTINCT
        && input.aggregate() != Input.Aggregate.PERCENTILE
        && input.atLeast() <= 1
        && input.across() == Input.Across.SUM
        && input.carryForward() == 0
        && input.window() != Input.Window.ROLLING
        && (read == null
            || (read.roster().isEmpty()
                && (read.period() == null || CALENDARS.contains(read.period()))));
  }

  private static boolean target(Target target) {
    if (target instanceof Target.EveryPeriod every) {
      return !every.forEachSubject()
          && !every.perCell()
          && (every.per() == null || CALENDARS.contains(every.per()));
    }
    return !(target instanceof Target.Path path)
        || (!path.forEachSubject()
            && !path.perCell()
            && path.interpolate() != Target.Interpolate.STEP
            && path.after() != Target.After.END);
  }
}
