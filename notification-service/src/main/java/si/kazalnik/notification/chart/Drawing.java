package si.kazalnik.notification.chart;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.ULocale;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One drawing: grid, target, values, verdict, words. */
final class Drawing {

  private static final double TEXT = 13;
  private static final double TOP = 28;
  private static final double BOTTOM = 24;
  private static final double RIGHT = 34;
  private static final double GAP = 8;

  private final Graphics2D canvas;
  private final ChartData data;
  private final Plane plane;

  Drawing(Graphics2D canvas, ChartData data) {
    this.canvas = canvas;
    this.data = data;
    double[] numbers = numbers(data).mapToDouble(BigDecimal::doubleValue).toArray();
    double least = java.util.Arrays.stream(numbers).min().orElse(0);
    double greatest = java.util.Arrays.stream(numbers).max().orElse(1);
    Axis axis = Axis.holding(least, greatest, data.quota());
    double left = GAP + widest(axis);
    double room =
        data.quota() ? (MailChart.WIDTH - RIGHT - left) / (2.0 * data.values().size()) : 0;
    this.plane =
        new Plane(
            axis,
            data.values().get(0).day(),
            lastDay(data),
            left + room,
            MailChart.WIDTH - RIGHT - room,
            TOP,
            MailChart.HEIGHT - BOTTOM);
  }

  void draw() {
    grid();
    years();
    if (data.quota()) {
      bars();
      path();
    } else {
      path();
      line();
    }
    targets();
    verdict();
    if (data.note() != null) {
      words(data.note(), MailChart.WIDTH - Lettering.REGULAR.width(data.note(), TEXT) - 2, 12);
    }
  }

  private void grid() {
    List<Double> lines = plane.axis().lines();
    for (int i = 0; i < lines.size(); i++) {
      double y = plane.y(lines.get(i));
      canvas.setColor(Ink.RULE);
      canvas.setStroke(Ink.HAIRLINE);
      canvas.draw(new Line2D.Double(gridLeft(), y, MailChart.WIDTH - RIGHT, y));
      String label = label(lines.get(i), i == lines.size() - 1);
      words(label, gridLeft() - GAP - Lettering.REGULAR.width(label, TEXT), y + 4.5);
    }
  }

  private double gridLeft() {
    return GAP + widest(plane.axis());
  }

  private void years() {
    int first = plane.first().getYear();
    int last = plane.last().getYear();
    int every = Math.max(1, (int) Math.ceil((last - first + 1) / 7.0));
    for (int year = first; year <= last; year += every) {
      LocalDate from = later(plane.first(), LocalDate.of(year, 1, 1));
      LocalDate to = earlier(plane.last(), LocalDate.of(year, 12, 31));
      double middle = data.quota() && isYearly() ? plane.x(to) : (plane.x(from) + plane.x(to)) / 2;
      String label = Integer.toString(year);
      double width = Lettering.REGULAR.width(label, TEXT);
      boolean whole = plane.x(to) - plane.x(from) > width || (data.quota() && isYearly());
      if (whole) {
        words(label, middle - width / 2, MailChart.HEIGHT - 6);
      }
    }
  }

  private boolean isYearly() {
    return data.values().stream().allMatch(value -> value.day().getDayOfYear() >= 365);
  }

  private void path() {
    canvas.setColor(Ink.PATH);
    canvas.setStroke(Ink.DASHES);
    Path2D path = polyline(ChartData.Value::expected);
    if (data.linear() && !data.targets().isEmpty() && path.getCurrentPoint() != null) {
      // On to the next target, which is where the path leads.
      ChartData.TargetPoint next = data.targets().get(data.targets().size() - 1);
      path.lineTo(plane.x(next.day()), plane.y(next.value().doubleValue()));
    }
    canvas.draw(path);
    if (!data.quota()) {
      pathLabel();
    }
  }

  /** Beside the path, at the first place where it covers no line. */
  private void pathLabel() {
    double width = Lettering.REGULAR.width(data.pathLabel(), TEXT);
    List<Path2D> lines =
        List.of(polyline(ChartData.Value::expected), polyline(ChartData.Value::value));
    for (ChartData.Value each : data.values()) {
      if (each.expected() == null) {
        continue;
      }
      double x = plane.x(each.day());
      double y = plane.y(each.expected().doubleValue());
      for (Rectangle2D place : places(x, y, width)) {
        if (isFree(place, lines)) {
          words(data.pathLabel(), place.getX(), place.getMaxY() - 3);
          return;
        }
      }
    }
  }

  private static List<Rectangle2D> places(double x, double y, double width) {
    return List.of(
        new Rectangle2D.Double(x - width - 6, y - 20, width, TEXT + 3),
        new Rectangle2D.Double(x + 6, y + 6, width, TEXT + 3),
        new Rectangle2D.Double(x + 6, y - 20, width, TEXT + 3),
        new Rectangle2D.Double(x - width - 6, y + 6, width, TEXT + 3));
  }

  private boolean isFree(Rectangle2D place, List<Path2D> lines) {
    Rectangle2D inside =
        new Rectangle2D.Double(
            gridLeft(), TOP, MailChart.WIDTH - RIGHT - gridLeft(), plane.bottom() - TOP);
    return inside.contains(place)
        && data.targets().stream()
            .noneMatch(
                each ->
                    place.intersects(
                        plane.x(each.day()) - 20, plane.y(each.value().doubleValue()) - 22, 40, 26))
        && lines.stream().noneMatch(line -> Segments.cross(line, place));
  }

  private void line() {
    canvas.setColor(Ink.DATA);
    canvas.setStroke(Ink.LINE);
    canvas.draw(polyline(ChartData.Value::value));
  }

  private void bars() {
    double width =
        Math.min(28, 0.7 * (plane.right() - plane.left()) / Math.max(1, data.values().size() - 1));
    canvas.setColor(Ink.FAN);
    for (ChartData.Value each : data.values()) {
      if (each.value() != null) {
        double y = plane.y(each.value().doubleValue());
        double x = plane.x(each.day()) - width / 2;
        canvas.fill(new Rectangle2D.Double(x, y, width, plane.y(0) - y));
      }
    }
  }

  private void targets() {
    for (ChartData.TargetPoint each : data.targets()) {
      double x = plane.x(each.day());
      double y = plane.y(each.value().doubleValue());
      canvas.setColor(Ink.INK);
      canvas.setStroke(Ink.TARGET);
      canvas.draw(new Line2D.Double(x - 11, y, x + 11, y));
      double width = Lettering.BOLD.width(each.label(), TEXT);
      bold(each.label(), Math.min(x - width / 2, MailChart.WIDTH - width - 1), y - 7);
    }
  }

  private void verdict() {
    for (int i = data.values().size() - 1; i >= 0; i--) {
      ChartData.Value last = data.values().get(i);
      if (last.value() != null) {
        double x = plane.x(last.day());
        double y = plane.y(last.value().doubleValue());
        StatusShape.draw(canvas, data.verdict(), x, y);
        double width = Lettering.BOLD.width(data.latest(), TEXT);
        boolean below = last.expected() == null || plane.y(last.expected().doubleValue()) < y;
        double labelY = below && y + 26 < MailChart.HEIGHT - BOTTOM ? y + 25 : y - 14;
        bold(
            data.latest(),
            Math.max(gridLeft(), Math.min(x - width / 2, MailChart.WIDTH - width - 1)),
            labelY);
        return;
      }
    }
  }

  private Path2D polyline(Function<ChartData.Value, @Nullable BigDecimal> number) {
    Path2D path = new Path2D.Double();
    boolean broken = true;
    for (ChartData.Value each : data.values()) {
      BigDecimal value = number.apply(each);
      if (value == null) {
        broken = true;
        continue;
      }
      double x = plane.x(each.day());
      double y = plane.y(value.doubleValue());
      if (broken) {
        path.moveTo(x, y);
      }
      path.lineTo(x, y);
      broken = false;
    }
    return path;
  }

  private void words(String text, double x, double y) {
    canvas.setColor(Ink.SOFT);
    Lettering.REGULAR.draw(canvas, text, TEXT, x, y);
  }

  private void bold(String text, double x, double y) {
    canvas.setColor(Ink.INK);
    Lettering.BOLD.draw(canvas, text, TEXT, x, y);
  }

  private double widest(Axis axis) {
    List<Double> lines = axis.lines();
    double widest = 0;
    for (int i = 0; i < lines.size(); i++) {
      String label = label(axis, lines.get(i), i == lines.size() - 1);
      widest = Math.max(widest, Lettering.REGULAR.width(label, TEXT));
    }
    return widest + GAP;
  }

  private String label(double number, boolean top) {
    return label(plane.axis(), number, top);
  }

  private String label(Axis axis, double number, boolean top) {
    String shown =
        NumberFormatter.withLocale(new ULocale(data.language()))
            .precision(Precision.fixedFraction(axis.decimals()))
            .format(number)
            .toString()
            .replace('-', '\u2212');
    if (!top || !data.percent()) {
      return shown;
    }
    return shown + (data.language().equals("sl") ? "\u00a0%" : "%");
  }

  private static Stream<BigDecimal> numbers(ChartData data) {
    return Stream.concat(
            data.values().stream().map(ChartData.Value::value),
            Stream.concat(
                data.values().stream().map(ChartData.Value::expected),
                data.targets().stream().map(ChartData.TargetPoint::value)))
        .filter(Objects::nonNull);
  }

  private static LocalDate lastDay(ChartData data) {
    LocalDate last = data.values().get(data.values().size() - 1).day();
    return data.targets().isEmpty()
        ? last
        : later(last, data.targets().get(data.targets().size() - 1).day());
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
