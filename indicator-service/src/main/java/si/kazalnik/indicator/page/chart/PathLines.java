package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.page.chart.ChartSource.Point;
import si.kazalnik.indicator.published.Era;

/** The lines between and after the dated points, each as far as its era goes. */
final class PathLines {

  private PathLines() {}

  /**
   * The line of an era; empty where nothing is due between its points.
   *
   * @param last the last day that is drawn
   */
  static List<Point> of(Era era, LocalDate last) {
    if (!(era.definition().target() instanceof Target.Path path)) {
      return List.of();
    }
    List<Point> points = ChartSource.points(path);
    List<Point> line = new ArrayList<>();
    if (path.interpolate() == Target.Interpolate.LINEAR) {
      ChartSource.baseline(era.definition()).ifPresent(line::add);
      line.addAll(points);
    }
    if (path.after() == Target.After.HOLD && !points.isEmpty()) {
      Point held = points.get(points.size() - 1);
      if (line.isEmpty()) {
        line.add(held);
      }
      if (held.day().isBefore(last)) {
        line.add(new Point(last, held.value()));
      }
    }
    return within(era, line);
  }

  private static List<Point> within(Era era, List<Point> line) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      Point point = line.get(i);
      if (i > 0) {
        Point before = line.get(i - 1);
        for (LocalDate edge : List.of(era.from(), era.until())) {
          if (edge.isAfter(before.day()) && edge.isBefore(point.day())) {
            kept.add(between(before, point, edge));
          }
        }
      }
      if (!point.day().isBefore(era.from()) && !point.day().isAfter(era.until())) {
        kept.add(point);
      }
    }
    return kept;
  }

  private static Point between(Point from, Point to, LocalDate day) {
    BigDecimal share =
        BigDecimal.valueOf(ChronoUnit.DAYS.between(from.day(), day))
            .divide(
                BigDecimal.valueOf(ChronoUnit.DAYS.between(from.day(), to.day())),
                MathContext.DECIMAL64);
    BigDecimal rise = to.value().subtract(from.value()).multiply(share);
    return new Point(day, from.value().add(rise));
  }
}
