package si.kazalnik.indicator.page.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.indicator.page.chart.ChartSource.Point;

/** Values over the strategy's years, with the target path. */
final class LineChart {

  private final ChartSource source;
  private final ChartWords words;
  private final Plane plane;
  private final TimeAxis axis;
  private final Steps steps;
  private final Sketch sketch = new Sketch();

  LineChart(ChartSource source, ChartWords words, Plane plane) {
    this.source = source;
    this.words = words;
    this.plane = plane;
    this.steps = scale(source);
    this.axis = axis(source, plane);
  }

  /** The numbers beside the drawing: whatever is drawn lies between them. */
  static Steps scale(ChartSource source) {
    List<Double> drawn = new ArrayList<>();
    source.withValue().forEach(v -> drawn.add(ChartSource.number(v).doubleValue()));
    Stream.concat(source.baselines().stream(), source.targets().stream())
        .map(point -> point.value().doubleValue())
        .forEach(drawn::add);
    source.quotas().forEach(level -> drawn.add(level.value().doubleValue()));
    DoubleStream least = drawn.stream().mapToDouble(Double::doubleValue);
    DoubleStream greatest = drawn.stream().mapToDouble(Double::doubleValue);
    return Steps.over(least.min().orElse(0), greatest.max().orElse(1), false);
  }

  private static TimeAxis axis(ChartSource source, Plane plane) {
    List<IndicatorValue> values = source.withValue();
    int first = source.from();
    int last = source.to();
    if (!values.isEmpty()) {
      first = Math.min(first, values.get(0).end().getYear());
      last = Math.max(last, values.get(values.size() - 1).end().getYear());
    }
    for (Point point : source.targets()) {
      last = Math.max(last, point.day().getYear());
    }
    return new TimeAxis(plane, first, last);
  }

  List<Mark> marks() {
    ChartBase.rules(sketch, plane, steps, words, source.definition());
    axis.draw(sketch);
    TargetPath path = new TargetPath(source, axis, steps, words);
    path.draw(sketch);
    breaks();
    values();
    path.drawPoints(sketch);
    verdictsOnAxis();
    latest();
    ChartBase.illustrative(sketch, plane, words, source.illustrative());
    return sketch.marks();
  }

  private void breaks() {
    for (LocalDate day : source.breaks()) {
      double x = axis.x(day.minusDays(1));
      sketch.line("brk", x, plane.top() - 3.0, x, plane.bottom());
      sketch.label("", x, 12, "middle", words.words().say("key.break"));
    }
  }

  private void values() {
    List<double[]> run = new ArrayList<>();
    IndicatorValue before = null;
    for (IndicatorValue value : source.values()) {
      boolean apart = value.value() == null || (before != null && brokenBetween(before, value));
      if (apart) {
        flush(run);
      }
      if (value.value() == null) {
        continue;
      }
      if (value.status() == ValueStatus.PROVISIONAL) {
        flush(run);
        sketch.dot("ring", at(value)[0], at(value)[1], 3.5);
      } else {
        run.add(at(value));
      }
      before = value;
    }
    flush(run);
  }

  private void flush(List<double[]> run) {
    if (run.size() == 1) {
      sketch.dot("dot", run.get(0)[0], run.get(0)[1], 3);
    }
    sketch.path("d", List.copyOf(run));
    run.clear();
  }

  private boolean brokenBetween(IndicatorValue before, IndicatorValue value) {
    return source.breaks().stream()
        .anyMatch(day -> before.end().isBefore(day) && !value.end().isBefore(day));
  }

  private void verdictsOnAxis() {
    for (IndicatorValue value : source.values()) {
      Performance performance = value.performance();
      if (value.milestone() && performance != null && performance.isVerdict()) {
        sign(ChartSource.shape(performance), value.end());
      }
    }
    LocalDate judgedUntil =
        source.values().stream()
            .filter(v -> v.milestone() && v.performance() != null)
            .map(IndicatorValue::end)
            .reduce(LocalDate.MIN, (a, b) -> b.isAfter(a) ? b : a);
    source.targets().stream()
        .map(Point::day)
        .filter(day -> day.isAfter(judgedUntil))
        .forEach(day -> sign("not-due", day));
  }

  private void sign(String shape, LocalDate day) {
    sketch.sign(shape, axis.x(day), plane.bottom(), 13);
  }

  private void latest() {
    IndicatorValue judged = source.judged();
    IndicatorValue shown =
        judged != null && judged.value() != null ? judged : source.latest().orElse(null);
    if (shown == null) {
      return;
    }
    double[] at = at(shown);
    Performance performance = shown.performance();
    if (judged != null && performance != null && performance.isVerdict()) {
      sketch.sign(ChartSource.shape(performance), at[0], at[1], 15);
    }
    boolean left = at[0] > plane.right() - 70;
    String anchor = left ? "end" : "middle";
    double y = at[1] + 26 > plane.bottom() - 20 ? at[1] - 30 : at[1] + 26;
    String number =
        words
            .figures()
            .value(ChartSource.number(shown), source.decimals(shown), source.definition().unit());
    sketch.label("em", at[0], y, anchor, number);
    if (!plane.compact()) {
      sketch.label("", at[0], y + 16, anchor, words.periods().row(shown.period()));
    }
  }

  private double[] at(IndicatorValue value) {
    return new double[] {
      axis.x(value.end()), plane.y(ChartSource.number(value).doubleValue(), steps)
    };
  }
}
