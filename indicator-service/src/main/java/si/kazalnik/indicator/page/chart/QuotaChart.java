package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.ValueStatus;

/** A count that starts anew every year: this year's line over the earlier ones'. */
final class QuotaChart {

  private static final int EARLIER_YEARS = 4;
  private static final double LINE_HEIGHT = 16;

  private final ChartSource source;
  private final ChartWords words;
  private final Plane plane;
  private final NavigableMap<Integer, List<IndicatorValue>> years;
  private final Steps steps;
  private final Sketch sketch = new Sketch();

  QuotaChart(ChartSource source, ChartWords words, Plane whole) {
    this.source = source;
    this.words = words;
    this.plane = whole.withMargin(whole.compact() ? 36 : 110);
    this.years = byYear(source);
    BigDecimal quota = source.quota();
    double greatest = quota == null ? 0 : quota.doubleValue();
    for (IndicatorValue value : source.withValue()) {
      greatest = Math.max(greatest, ChartSource.number(value).doubleValue());
    }
    this.steps = Steps.over(0, greatest, true);
  }

  /** The values of each year that has any, by period. */
  static NavigableMap<Integer, List<IndicatorValue>> byYear(ChartSource source) {
    return source.withValue().stream()
        .collect(Collectors.groupingBy(v -> v.end().getYear(), TreeMap::new, Collectors.toList()));
  }

  List<Mark> marks() {
    ChartBase.rules(sketch, plane, steps, words, source.definition());
    months();
    level(source.quota());
    List<double[]> ends = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int current = years.isEmpty() ? 0 : years.lastKey();
    years
        .headMap(current)
        .tailMap(current - EARLIER_YEARS)
        .forEach(
            (year, values) -> {
              List<double[]> line = line(values);
              sketch.path("old", line);
              ends.add(line.get(line.size() - 1));
              names.add(name(year, values));
            });
    namesOfYears(ends, names);
    if (!years.isEmpty()) {
      thisYear(current, years.lastEntry());
    }
    ChartBase.illustrative(sketch, plane, words, source.illustrative());
    return sketch.marks();
  }

  private void months() {
    for (int month = 0; month <= 12; month++) {
      double x = plane.x(month / 12.0);
      sketch.line("g0", x, plane.bottom(), x, plane.bottom() + 4.0);
      if (month < 12) {
        String name =
            plane.compact()
                ? words.dates().monthLetter(month + 1)
                : words.dates().monthShort(month + 1);
        sketch.label("", plane.x((month + 0.5) / 12), plane.bottom() + 17.0, "middle", name);
      }
    }
  }

  private void level(@Nullable BigDecimal quota) {
    if (quota != null) {
      double y = plane.y(quota.doubleValue(), steps);
      sketch.line("t", plane.left(), y, plane.right(), y);
      String number = words.figures().value(quota, source.definition().unit());
      sketch.label(
          "em",
          plane.left() + 2.0,
          y - 8,
          "start",
          words.words().say("chart.targetWord", "target", number));
    }
  }

  private void thisYear(int year, Map.Entry<Integer, List<IndicatorValue>> entry) {
    List<double[]> line = line(entry.getValue());
    IndicatorValue last = entry.getValue().get(entry.getValue().size() - 1);
    boolean open = last.status() == ValueStatus.PROVISIONAL;
    double[] end = line.get(line.size() - 1);
    if (open) {
      double[] before = line.get(line.size() - 2);
      sketch.path("d", line.subList(0, line.size() - 1));
      sketch.line("d open", before[0], before[1], end[0], end[1]);
      sketch.dot("ring", end[0], end[1], 4);
    } else {
      sketch.path("d", line);
      sketch.dot("dot", end[0], end[1], 4);
    }
    String text = year + ": " + number(last);
    boolean below = end[1] + 40 < plane.bottom();
    double y = below ? end[1] + 34 : end[1] - 14;
    boolean left = end[0] > plane.right() - 60;
    String anchor = left ? "end" : "start";
    sketch.label("em", end[0] + (left ? -4 : 10), y, anchor, text);
    if (open && !plane.compact() && below) {
      String until = words.periods().genitive(last.period());
      sketch.label(
          "",
          end[0] + (left ? -4 : 10),
          y + LINE_HEIGHT,
          anchor,
          words.words().say("chart.provisionalTo", "period", until));
    }
  }

  // Pushed apart where the lines end close to one another.
  private void namesOfYears(List<double[]> ends, List<String> names) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> ends.get(i)[1]));
    double free = 0;
    for (int i : order) {
      double y = Math.max(ends.get(i)[1] + 4, free);
      sketch.label("", plane.right() + 8.0, y, "start", names.get(i));
      free = y + LINE_HEIGHT;
    }
  }

  private String name(int year, List<IndicatorValue> values) {
    String number = number(values.get(values.size() - 1));
    return plane.compact() ? Integer.toString(year) : year + ": " + number;
  }

  private String number(IndicatorValue value) {
    return words
        .figures()
        .value(ChartSource.number(value), source.decimals(value), source.definition().unit());
  }

  private List<double[]> line(List<IndicatorValue> values) {
    List<double[]> line = new ArrayList<>();
    line.add(new double[] {plane.left(), plane.y(0, steps)});
    for (IndicatorValue value : values) {
      LocalDate end = value.end();
      double x = plane.x((double) end.getDayOfYear() / end.lengthOfYear());
      line.add(new double[] {x, plane.y(ChartSource.number(value).doubleValue(), steps)});
    }
    return line;
  }
}
