package si.kazalnik.indicator.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects marks; later ones lie above earlier ones. */
final class Sketch {

  private final List<Mark> marks = new ArrayList<>();

  /** A pixel coordinate with one decimal at most. */
  static String px(double at) {
    double rounded = Math.round(at * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  void line(String css, double x1, double y1, double x2, double y2) {
    marks.add(new Mark.Line(css, px(x1), px(y1), px(x2), px(y2)));
  }

  void path(String css, List<double[]> points) {
    if (points.size() > 1) {
      marks.add(new Mark.Shape(css, points(points), false));
    }
  }

  void area(String css, List<double[]> points) {
    if (points.size() > 2) {
      marks.add(new Mark.Shape(css, points(points), true));
    }
  }

  void dot(String css, double x, double y, double r) {
    marks.add(new Mark.Dot(css, px(x), px(y), px(r)));
  }

  void bar(String css, double x, double y, double width, double height) {
    marks.add(new Mark.Bar(css, px(x), px(y), px(width), px(height)));
  }

  void label(String css, double x, double y, String anchor, String text) {
    marks.add(new Mark.Label(css, px(x), px(y), anchor, text));
  }

  /** A status shape with its centre there, on a patch of the ground's colour. */
  void sign(String shape, double x, double y, double size) {
    dot("halo", x, y, size / 2 + 2);
    marks.add(new Mark.Sign(shape, px(x - size / 2), px(y - size / 2), px(size)));
  }

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  private static String points(List<double[]> points) {
    StringBuilder text = new StringBuilder();
    for (double[] point : points) {
      text.append(text.isEmpty() ? "" : " ").append(px(point[0])).append(',').append(px(point[1]));
    }
    return text.toString();
  }
}
