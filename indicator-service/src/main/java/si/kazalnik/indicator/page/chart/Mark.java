package si.kazalnik.indicator.page.chart;

/** One thing drawn. Coordinates are in pixels of the drawing, as SVG takes them. */
public sealed interface Mark {

  /** A straight line. */
  record Line(String css, String x1, String y1, String x2, String y2) implements Mark {}

  /** A line through points, or the area within them. */
  record Shape(String css, String points, boolean area) implements Mark {}

  /** A circle. */
  record Dot(String css, String cx, String cy, String r) implements Mark {}

  /** A rectangle. */
  record Bar(String css, String x, String y, String width, String height) implements Mark {}

  /** Words; {@code anchor} is start, middle or end. */
  record Label(String css, String x, String y, String anchor, String text) implements Mark {}

  /** A status shape, its upper left corner at x, y. */
  record Sign(String shape, String x, String y, String size) implements Mark {}
}
