package si.kazalnik.indicator.page.chart;

import java.util.List;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;

/** A row of verdicts, one for each period, with what was done as a dot below. */
final class DeliverableChart {

  private DeliverableChart() {}

  static List<Mark> marks(ChartSource source, ChartWords words, Plane plane) {
    Sketch sketch = new Sketch();
    List<IndicatorValue> all = source.values();
    List<IndicatorValue> periods =
        all.subList(Math.max(0, all.size() - (plane.compact() ? 6 : 14)), all.size());
    double slot = (double) (plane.right() - plane.left()) / Math.max(1, periods.size());
    int every = (int) Math.ceil((plane.compact() ? 60 : 90) / slot);
    double y = (plane.top() + plane.bottom()) / 2.0;
    sketch.line("g", plane.left(), y, plane.right(), y);
    for (int i = 0; i < periods.size(); i++) {
      IndicatorValue value = periods.get(i);
      double x = plane.left() + slot * (i + 0.5);
      Performance performance = value.performance();
      boolean done = value.value() != null && value.value().signum() > 0;
      if (performance != null) {
        sketch.sign(ChartSource.shape(performance), x, y, 18);
      } else {
        sketch.dot(done ? "dot" : "ring", x, y, 6);
      }
      if ((periods.size() - 1 - i) % every == 0) {
        String name = words.periods().row(value.period());
        sketch.label("", x, plane.bottom() + 14.0, "middle", name);
      }
    }
    ChartBase.illustrative(sketch, plane, words, source.illustrative());
    return sketch.marks();
  }
}
