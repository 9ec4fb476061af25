package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.page.chart.ChartSource.Level;
import si.kazalnik.indicator.page.chart.ChartSource.Point;
import si.kazalnik.indicator.published.Era;

/**
 * Small drawings that share one axis: lines for paths, bars for quotas, shapes for deliverables.
 */
public final class Sparks {

  private static final Plane PLANE = new Plane(170, 40, 0, 170, 3, 37, true);
  private static final double SIGN = 13;

  private final ChartSource source;
  private final TimeAxis axis;
  private final Sketch sketch = new Sketch();

  private Sparks(ChartSource source) {
    this.source = source;
    this.axis = new TimeAxis(PLANE, source.from(), source.to());
  }

  /** The drawing, or null where nothing lies within the strategy's years. */
  public static @Nullable Spark of(ChartSource source, ChartWords words, String label) {
    Sparks sparks = new Sparks(source);
    switch (ChartKind.of(source.definition())) {
      case LINE -> sparks.line();
      case QUOTA, BARS -> sparks.bars();
      case DELIVERABLE -> sparks.signs();
    }
    List<Mark> marks = sparks.sketch.marks();
    if (marks.isEmpty()) {
      return null;
    }
    Sketch years = new Sketch();
    List<String> names = years(source.from(), source.to());
    for (int i = 0; i < names.size(); i++) {
      years.label("", PLANE.x((i + 0.5) / names.size()), 52, "middle", names.get(i));
    }
    return new Spark(label, marks, years.marks());
  }

  /** {@code ’23}, with gaps where they would stand too close. */
  public static List<String> years(int from, int to) {
    int every = (int) Math.ceil((to - from + 1) / 6.0);
    return IntStream.rangeClosed(from, to)
        .mapToObj(year -> (year - from) % every == 0 ? "’" + String.valueOf(year).substring(2) : "")
        .toList();
  }

  private List<IndicatorValue> shown() {
    return source.withValue().stream().filter(value -> within(value.end())).toList();
  }

  private boolean within(LocalDate day) {
    return day.getYear() >= source.from() && day.getYear() <= source.to();
  }

  private void line() {
    List<IndicatorValue> values = shown();
    List<Point> targets = source.targets();
    List<Level> quotas = source.quotas();
    if (values.isEmpty() && targets.isEmpty() && quotas.isEmpty()) {
      return;
    }
    Steps steps = LineChart.scale(source);
    for (Era era : source.eras()) {
      if (ChartSource.isLinear(era.definition())) {
        List<Point> path = PathLines.of(era, LocalDate.MIN);
        sketch.path(
            "p", path.stream().map(point -> at(point.day(), point.value(), steps)).toList());
      }
    }
    for (Point point : targets) {
      double[] at = at(point.day(), point.value(), steps);
      sketch.line("t", at[0] - 4, at[1], Math.min(at[0] + 4, PLANE.width()), at[1]);
    }
    for (Level quota : quotas) {
      double y = PLANE.y(quota.value().doubleValue(), steps);
      double left = edge(quota.from());
      double right = edge(quota.until());
      if (left < right) {
        sketch.line("t", left, y, right, y);
      }
    }
    List<double[]> run =
        values.stream().map(v -> at(v.end(), ChartSource.number(v), steps)).toList();
    sketch.path("d", run);
    if (!run.isEmpty()) {
      double[] last = run.get(run.size() - 1);
      boolean open = values.get(values.size() - 1).status() == ValueStatus.PROVISIONAL;
      sketch.dot(open ? "ring" : "dot", last[0], last[1], 3);
    }
  }

  private double edge(LocalDate day) {
    if (day.getYear() < source.from()) {
      return 0;
    }
    return day.getYear() > source.to() ? PLANE.width() : axis.x(day.minusDays(1));
  }

  private double[] at(LocalDate day, BigDecimal value, Steps steps) {
    double x = Math.max(0, Math.min(PLANE.width(), axis.x(day)));
    return new double[] {x, PLANE.y(value.doubleValue(), steps)};
  }

  // A year's bar is its last value: of a count that starts anew it is the year's, else the latest.
  private void bars() {
    TreeMap<Integer, IndicatorValue> years = new TreeMap<>();
    shown().forEach(value -> years.put(value.end().getYear(), value));
    Map<Integer, BigDecimal> quotas = new TreeMap<>();
    for (int year = source.from(); year <= source.to(); year++) {
      BigDecimal quota = source.quotaAtEndOf(year);
      if (quota != null) {
        quotas.put(year, quota);
      }
    }
    double greatest = quotas.values().stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    for (IndicatorValue value : years.values()) {
      greatest = Math.max(greatest, ChartSource.number(value).doubleValue());
    }
    if (years.isEmpty() && quotas.isEmpty()) {
      return;
    }
    double width = Math.min(16, slot() * 0.5);
    sketch.line("g", 0, PLANE.bottom() + 1.0, PLANE.width(), PLANE.bottom() + 1.0);
    for (int year = source.from(); year <= source.to(); year++) {
      double middle = slot() * (year - source.from() + 0.5);
      IndicatorValue value = years.get(year);
      if (value != null) {
        double share =
            Math.max(0, ChartSource.number(value).doubleValue()) / Math.max(1e-9, greatest);
        double height = (PLANE.bottom() - 8) * share;
        boolean open = value.status() == ValueStatus.PROVISIONAL || isRunning(value);
        sketch.bar(
            open ? "bar open" : "bar",
            middle - width / 2,
            PLANE.bottom() + 1 - height,
            width,
            height);
      }
      BigDecimal quota = quotas.get(year);
      if (quota != null) {
        double y =
            PLANE.bottom()
                + 1
                - (PLANE.bottom() - 8) * quota.doubleValue() / Math.max(1e-9, greatest);
        sketch.line("t", middle - width / 2 - 4, y, middle + width / 2 + 4, y);
      }
    }
  }

  private boolean isRunning(IndicatorValue value) {
    boolean yearly =
        source.definition().target() instanceof Target.EveryPeriod quota && quota.per() != null;
    return yearly && value.end().getMonthValue() < 12;
  }

  private double slot() {
    return (double) PLANE.width() / (source.to() - source.from() + 1);
  }

  private void signs() {
    double middle = PLANE.height() / 2.0;
    sketch.line("g", 0, middle, PLANE.width(), middle);
    TreeMap<Integer, String> shapes = new TreeMap<>();
    for (Point point : source.targets()) {
      shapes.put(point.day().getYear(), "not-due");
    }
    for (IndicatorValue value : source.values()) {
      Performance performance = value.performance();
      if (performance != null && within(value.end())) {
        shapes.put(value.end().getYear(), ChartSource.shape(performance));
      } else if (value.expected() != null && value.revision() > 0 && performance == null) {
        shapes.put(value.end().getYear(), "unknown");
      }
    }
    shapes
        .subMap(source.from(), true, source.to(), true)
        .forEach(
            (year, shape) ->
                sketch.sign(shape, slot() * (year - source.from() + 0.5), middle, SIGN));
  }
}
