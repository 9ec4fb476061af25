package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.page.chart.ChartSource.Point;

/** The target path: dashed, with the tolerance on its failing side and a rule at each point. */
final class TargetPath {

  private final ChartSource source;
  private final TimeAxis axis;
  private final Steps steps;
  private final ChartWords words;

  TargetPath(ChartSource source, TimeAxis axis, Steps steps, ChartWords words) {
    this.source = source;
    this.axis = axis;
    this.steps = steps;
    this.words = words;
  }

  void draw(Sketch sketch) {
    List<Point> line = line();
    if (source.definition().tolerance().value().signum() > 0) {
      sketch.area("b", band(line));
    }
    sketch.path("p", line.stream().map(this::at).toList());
    BigDecimal quota = source.quota();
    if (quota != null) {
      double y = axis.plane().y(quota.doubleValue(), steps);
      sketch.line("t", axis.plane().left(), y, axis.plane().right(), y);
      String number = words.figures().value(quota, source.definition().unit());
      sketch.label(
          "em",
          axis.plane().left() + 2.0,
          y - 8,
          "start",
          words.words().say("chart.targetWord", "target", number));
    }
  }

  /** Rules and numbers, to lie above the values. */
  void drawPoints(Sketch sketch) {
    List<Point> points = source.targets();
    for (int i = 0; i < points.size(); i++) {
      double[] at = at(points.get(i));
      boolean last = i == points.size() - 1;
      double right = Math.min(at[0] + 11, axis.plane().width() - 1);
      sketch.line("t", at[0] - 11, at[1], right, at[1]);
      String number = words.figures().number(points.get(i).value());
      boolean roomy = last && !axis.plane().compact();
      String text =
          roomy
              ? words
                  .words()
                  .say(
                      "chart.targetWord",
                      "target",
                      number + words.figures().sign(source.definition().unit()))
              : number;
      boolean atEdge = at[0] > axis.plane().right() - 30;
      sketch.label("em", atEdge ? right : at[0], at[1] - 8, atEdge ? "end" : "middle", text);
    }
  }

  private List<Point> line() {
    List<Point> line = new ArrayList<>();
    List<Point> points = source.targets();
    if (source.isLinear()) {
      source.baseline().ifPresent(line::add);
      line.addAll(points);
    }
    if (source.holds() && !points.isEmpty()) {
      Point last = points.get(points.size() - 1);
      LocalDate end = LocalDate.of(axis.lastYear(), 12, 31);
      if (line.isEmpty()) {
        line.add(last);
      }
      if (last.day().isBefore(end)) {
        line.add(new Point(end, last.value()));
      }
    }
    return line;
  }

  private List<double[]> band(List<Point> line) {
    List<double[]> outline = new ArrayList<>();
    List<double[]> failing = new ArrayList<>();
    int side = source.definition().polarity() == Indicator.Polarity.LOWER ? 1 : -1;
    for (Point point : line) {
      double expected = point.value().doubleValue();
      outline.add(at(point));
      failing.add(
          new double[] {
            axis.x(point.day()), axis.plane().y(expected + side * source.tolerance(expected), steps)
          });
    }
    Collections.reverse(failing);
    outline.addAll(failing);
    return outline;
  }

  private double[] at(Point point) {
    return new double[] {axis.x(point.day()), axis.plane().y(point.value().doubleValue(), steps)};
  }
}
