package si.kazalnik.notification.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape of a verdict, on a white disc so that lines do not run into it. */
final class StatusShape {

  private static final double RADIUS = 7;
  private static final double HALO = 9.5;

  private StatusShape() {}

  static void draw(Graphics2D canvas, ChartData.Verdict verdict, double x, double y) {
    canvas.setColor(Ink.PAPER);
    canvas.fill(disc(x, y, HALO));
    canvas.setColor(color(verdict));
    switch (verdict) {
      case MET -> {
        canvas.fill(disc(x, y, RADIUS));
        line(canvas, x - 3, y, x - 1, y + 2.5, x + 3.5, y - 2.5);
      }
      case ON_TRACK -> canvas.fill(disc(x, y, RADIUS));
      case AT_RISK -> canvas.fill(polygon(x, y - 7, x + 7.5, y + 6, x - 7.5, y + 6));
      case OFF_TRACK -> canvas.fill(polygon(x, y - 7.5, x + 7.5, y, x, y + 7.5, x - 7.5, y));
      case MISSED -> {
        canvas.fill(new Rectangle2D.Double(x - 6.5, y - 6.5, 13, 13));
        line(canvas, x - 3, y - 3, x + 3, y + 3);
        line(canvas, x - 3, y + 3, x + 3, y - 3);
      }
      case NONE -> {
        canvas.setStroke(Ink.LINE);
        canvas.draw(disc(x, y, RADIUS - 2));
      }
    }
  }

  private static Color color(ChartData.Verdict verdict) {
    return switch (verdict) {
      case MET, ON_TRACK -> Ink.GOOD;
      case AT_RISK -> Ink.WARN;
      case OFF_TRACK, MISSED -> Ink.BAD;
      case NONE -> Ink.NONE;
    };
  }

  private static void line(Graphics2D canvas, double... points) {
    canvas.setColor(Ink.PAPER);
    canvas.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(path(points));
  }

  private static Shape disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape polygon(double... points) {
    Path2D path = path(points);
    path.closePath();
    return path;
  }

  private static Path2D path(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }
}
