package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.util.List;
import si.kazalnik.contract.catalogue.Indicator;

/** The ground of every chart: horizontal rules with numbers, and the words that go with a copy. */
final class ChartBase {

  private ChartBase() {}

  static void rules(Sketch sketch, Plane plane, Steps steps, ChartWords words, Indicator unit) {
    List<BigDecimal> ticks = steps.ticks();
    for (int i = 0; i < ticks.size(); i++) {
      BigDecimal tick = ticks.get(i);
      double y = plane.y(tick.doubleValue(), steps);
      sketch.line(tick.signum() == 0 ? "g0" : "g", plane.left(), y, plane.right(), y);
      String number = words.figures().number(tick);
      boolean last = i == ticks.size() - 1;
      String sign = last ? words.figures().sign(unit.unit()) : "";
      sketch.label("", plane.left() - 6.0, y + 4, "end", number + sign);
    }
  }

  static void illustrative(Sketch sketch, Plane plane, ChartWords words, boolean illustrative) {
    if (illustrative) {
      sketch.label("", plane.right(), 12, "end", words.words().say("ill.chart"));
    }
  }
}
