package si.kazalnik.indicator.published;

import java.time.LocalDate;
import java.util.List;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;

/**
 * A definition as the dated changes leave it, with the first days of the periods for which it
 * stands.
 *
 * @param from the first of them; {@code LocalDate.MIN} where no change came before
 * @param until the first that is no more of them; {@code LocalDate.MAX} where no change follows
 */
public record Era(Indicator definition, LocalDate from, LocalDate until) {

  /** The points of its path on which a period of its own is judged; those of no path are none. */
  public List<Target.Point> points() {
    return definition.target() instanceof Target.Path path
        ? path.points().stream().filter(point -> holds(judgedFrom(point))).toList()
        : List.of();
  }

  /** Whether it stands for the periods that start on the day. */
  public boolean holds(LocalDate start) {
    return !start.isBefore(from) && start.isBefore(until);
  }

  /** The first day of the period that ends on the day, or of the last week that ends by it. */
  public LocalDate startOfPeriodEnding(LocalDate end) {
    Frequency frequency = definition.reporting().frequency();
    if (frequency == null) {
      return end;
    }
    ReportingPeriod period = frequency.containing(end);
    return period.end().isAfter(end) ? period.previous().start() : period.start();
  }

  private LocalDate judgedFrom(Target.Point point) {
    return startOfPeriodEnding(endOf(point));
  }

  /** The last day of a point's period. */
  public static LocalDate endOf(Target.Point point) {
    return ReportingPeriod.parse(point.period()).orElseThrow().end();
  }
}
