package si.kazalnik.indicator.domain.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.window.Frame;

/** Dated points, and what applies between and after them. */
final class Path implements PeriodTarget {

  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private final Target.Path path;
  private final List<Anchor> points;
  private final @Nullable Anchor baseline;

  Path(Target.Path path, Indicator.@Nullable Baseline baseline) {
    this.path = path;
    this.points = path.points().stream().map(p -> Anchor.of(p.period(), p.bounds())).toList();
    // Only a line begins somewhere; the other forms know nothing before their first point.
    this.baseline =
        baseline == null || path.interpolate() != Target.Interpolate.LINEAR
            ? null
            : Anchor.of(baseline.period(), baseline.bounds());
  }

  /** A value on a day. */
  private record Anchor(LocalDate day, Bounds bounds) {
    static Anchor of(String period, Bounds bounds) {
      return new Anchor(ReportingPeriod.parse(period).orElseThrow().end(), bounds);
    }
  }

  @Override
  public Expectation of(Frame period) {
    Anchor before = baseline != null && !baseline.day.isAfter(period.end()) ? baseline : null;
    for (Anchor point : points) {
      if (Quota.endsIn(period, point.day)) {
        return new Expectation(Expectation.Kind.POINT, point.bounds, point.bounds);
      }
      if (point.day.isAfter(period.end())) {
        return before == null ? Expectation.NOT_DUE : between(before, point, period.end());
      }
      before = point;
    }
    return before == null || path.after() == Target.After.END
        ? Expectation.NOT_DUE
        : new Expectation(Expectation.Kind.BETWEEN, before.bounds, before.bounds);
  }

  private Expectation between(Anchor before, Anchor next, LocalDate day) {
    return switch (path.interpolate()) {
      case NONE -> Expectation.NOT_DUE;
      case STEP -> new Expectation(Expectation.Kind.BETWEEN, before.bounds, next.bounds);
      case LINEAR ->
          new Expectation(Expectation.Kind.BETWEEN, line(before, next, day), next.bounds);
    };
  }

  private static Bounds line(Anchor from, Anchor to, LocalDate day) {
    BigDecimal d = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.day, day));
    BigDecimal whole = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.day, to.day));
    return Ranges.combine(
        from.bounds,
        to.bounds,
        (v0, v1) ->
            v0.add(
                v1.subtract(v0, PRECISION).multiply(d, PRECISION).divide(whole, PRECISION),
                PRECISION));
  }
}
