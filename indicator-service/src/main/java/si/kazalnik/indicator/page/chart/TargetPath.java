package si.kazalnik.indicator.page.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.page.chart.ChartSource.Level;
import si.kazalnik.indicator.page.chart.ChartSource.Point;
import si.kazalnik.indicator.published.Era;

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
    LocalDate end = LocalDate.of(axis.lastYear(), 12, 31);
    for (Era era : source.eras()) {
      List<Point> line = PathLines.of(era, end);
      if (era.definition().tolerance().value().signum() > 0) {
        sketch.area("b", band(era.definition(), line));
      }
      sketch.path("p", line.stream().map(this::at).toList());
    }
    source.quotas().forEach(level -> level(sketch, level));
  }

  private void level(Sketch sketch, Level level) {
    double left = edge(level.from());
    double right = edge(level.until());
    if (right <= left) {
      return;
    }
    double y = axis.plane().y(level.value().doubleValue(), steps);
    sketch.line("t", left, y, right, y);
    String number = words.figures().value(level.value(), source.definition().unit());
    sketch.label(
        "em", left + 2.0, y - 8, "start", words.words().say("chart.targetWord", "target", number));
  }

  // Where the day begins, within the drawing.
  private double edge(LocalDate day) {
    LocalDate first = LocalDate.of(axis.firstYear(), 1, 1);
    LocalDate last = LocalDate.of(axis.lastYear(), 12, 31);
    if (!day.isAfter(first)) {
      return axis.plane().left();
    }
    return day.isAfter(last) ? axis.plane().right() : axis.x(day.minusDays(1));
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

  private List<double[]> band(Indicator definition, List<Point> line) {
    List<double[]> outline = new ArrayList<>();
    List<double[]> failing = new ArrayList<>();
    int side = definition.polarity() == Indicator.Polarity.LOWER ? 1 : -1;
    for (Point point : line) {
      double expected = point.value().doubleValue();
      outline.add(at(point));
      failing.add(
          new double[] {
            axis.x(point.day()),
            axis.plane().y(expected + side * ChartSource.tolerance(definition, expected), steps)
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
