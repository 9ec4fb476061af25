package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.ValueStatus;

/** One bar for each period, from zero, a rule at its target, its verdict on the axis. */
final class BarChart {

  private final ChartSource source;
  private final ChartWords words;
  private final Plane plane;
  private final List<IndicatorValue> periods;
  private final Steps steps;
  private final Sketch sketch = new Sketch();

  BarChart(ChartSource source, ChartWords words, Plane plane) {
    this.source = source;
    this.words = words;
    this.plane = plane;
    this.periods = latest(source.values(), plane.compact() ? 8 : 16);
    double[] drawn =
        periods.stream()
            .flatMap(v -> Stream.of(v.value(), target(v)))
            .filter(Objects::nonNull)
            .mapToDouble(BigDecimal::doubleValue)
            .toArray();
    this.steps =
        Steps.over(
            java.util.Arrays.stream(drawn).min().orElse(0),
            java.util.Arrays.stream(drawn).max().orElse(1),
            true);
  }

  private static List<IndicatorValue> latest(List<IndicatorValue> values, int most) {
    return values.subList(Math.max(0, values.size() - most), values.size());
  }

  private static @org.jspecify.annotations.Nullable BigDecimal target(IndicatorValue value) {
    Bounds target = value.target();
    return target == null ? null : target.value();
  }

  List<Mark> marks() {
    ChartBase.rules(sketch, plane, steps, words, source.definition());
    double zero = plane.y(0, steps);
    double slot = (double) (plane.right() - plane.left()) / Math.max(1, periods.size());
    double width = Math.min(48, slot * 0.6);
    int every = (int) Math.ceil((plane.compact() ? 64 : 96) / slot);
    for (int i = 0; i < periods.size(); i++) {
      IndicatorValue value = periods.get(i);
      double middle = plane.left() + slot * (i + 0.5);
      bar(value, middle, width, zero);
      boolean named = (periods.size() - 1 - i) % every == 0;
      if (named || (slot >= 40 && value.end().getDayOfYear() > 364 && every < 3)) {
        String name = words.periods().row(value.period());
        sketch.label("", middle, plane.bottom() + 20.0, "middle", name);
      }
    }
    ChartBase.illustrative(sketch, plane, words, source.illustrative());
    return sketch.marks();
  }

  private void bar(IndicatorValue value, double middle, double width, double zero) {
    BigDecimal number = value.value();
    boolean open = value.status() == ValueStatus.PROVISIONAL;
    if (number != null) {
      double y = plane.y(number.doubleValue(), steps);
      double top = Math.min(y, zero);
      sketch.bar(open ? "bar open" : "bar", middle - width / 2, top, width, Math.abs(zero - y));
    }
    BigDecimal target = target(value);
    double targetY = target == null ? zero : plane.y(target.doubleValue(), steps);
    if (target != null) {
      sketch.line("t", middle - width / 2 - 5, targetY, middle + width / 2 + 5, targetY);
    }
    if (number != null) {
      double y = plane.y(number.doubleValue(), steps) - 6;
      double label =
          target != null && Math.abs(y + 6 - targetY) < 12 ? Math.min(y, targetY - 6) : y;
      String text =
          words.figures().value(number, source.decimals(value), source.definition().unit());
      sketch.label("em", middle, label, "middle", text);
    }
    Performance performance = value.performance();
    if (performance != null && performance.isVerdict()) {
      sketch.sign(ChartSource.shape(performance), middle, plane.bottom(), 13);
    }
  }
}
