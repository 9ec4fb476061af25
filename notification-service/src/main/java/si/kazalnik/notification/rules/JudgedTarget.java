package si.kazalnik.notification.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;

/**
 * The target against which a period was judged.
 *
 * @param period on which the dated point is judged; of a quota, the judged period; null where there
 *     is no target
 * @param illustrative whether its value is invented
 */
public record JudgedTarget(@Nullable String period, boolean illustrative) {

  /** The first point at or after the period's last day, else the last; a quota's own period. */
  public static JudgedTarget of(Indicator indicator, String period) {
    Optional<ReportingPeriod> judged = ReportingPeriod.parse(period);
    Target target = inForce(indicator, judged.map(ReportingPeriod::start).orElse(null));
    if (target instanceof Target.EveryPeriod quota) {
      return new JudgedTarget(period, quota.illustrative());
    }
    return target instanceof Target.Path path
        ? of(path, judged.map(ReportingPeriod::end).orElse(null), indicator.reporting().frequency())
        : new JudgedTarget(null, false);
  }

  private static JudgedTarget of(
      Target.Path path, @Nullable LocalDate day, @Nullable Frequency reporting) {
    List<Target.Point> points = path.points();
    Target.Point point =
        points.stream()
            .filter(each -> day != null && !lastDay(each).isBefore(day))
            .findFirst()
            .orElseGet(() -> points.get(points.size() - 1));
    // A point is judged on the reporting period that ends on its last day: 2026 on December's.
    String judgedOn =
        reporting == null ? point.period() : reporting.containing(lastDay(point)).toString();
    return new JudgedTarget(judgedOn, path.illustrative() || point.illustrative());
  }

  /** The target that judges a period that starts on that day. */
  public static Target inForce(Indicator indicator, @Nullable LocalDate start) {
    Target found = indicator.target();
    for (Indicator.Change change : indicator.changes()) {
      if (change instanceof Indicator.TargetChange newer
          && newer.target() != null
          && start != null
          && !newer.from().isAfter(start)) {
        found = newer.target();
      }
    }
    return found;
  }

  private static LocalDate lastDay(Target.Point point) {
    return ReportingPeriod.parse(point.period()).map(ReportingPeriod::end).orElse(LocalDate.EPOCH);
  }
}
