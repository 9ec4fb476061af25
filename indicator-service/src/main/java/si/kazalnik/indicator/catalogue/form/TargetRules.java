package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator.Baseline;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.contract.catalogue.Target.Path;
import si.kazalnik.contract.catalogue.Target.Point;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** What target, baseline and inputs mean for one another. */
final class TargetRules {

  private TargetRules() {}

  /** A path begins after its baseline, and a line has two ends. */
  static void check(
      Target target, Optional<Baseline> baseline, Item targetPlace, Item baselinePlace) {
    if (!(target instanceof Path path) || path.points().isEmpty()) {
      return;
    }
    List<Point> points = path.points();
    if (path.interpolate() == Interpolate.LINEAR && points.size() == 1 && baseline.isEmpty()) {
      targetPlace.fault(
          "LINEAR needs a point to begin the line: add a `baseline` or a second point");
    }
    Optional<LocalDate> first = lastDay(points.get(0).period());
    Optional<LocalDate> start = baseline.flatMap(of -> lastDay(of.period()));
    if (first.isPresent() && start.isPresent() && start.get().isAfter(first.get())) {
      baselinePlace.fault(
          "the baseline ends on "
              + start.get()
              + ", after the first point of the path, which ends on "
              + first.get());
    }
  }

  /** Whether each subject is to be judged. */
  static boolean forEachSubject(Target target) {
    return (target instanceof Path path && path.forEachSubject())
        || (target instanceof Target.EveryPeriod quota && quota.forEachSubject());
  }

  /** Whether cells have targets of their own. */
  static boolean perCell(Target target) {
    return (target instanceof Path path && path.perCell())
        || (target instanceof Target.EveryPeriod quota && quota.perCell());
  }

  private static Optional<LocalDate> lastDay(String period) {
    return ReportingPeriod.parse(period).map(ReportingPeriod::end);
  }
}
