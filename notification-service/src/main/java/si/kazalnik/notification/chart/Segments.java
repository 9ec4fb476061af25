package si.kazalnik.notification.chart;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** Whether an open line runs through a place (a path's own test would close it). */
final class Segments {

  private Segments() {}

  static boolean cross(Path2D line, Rectangle2D place) {
    double[] to = new double[6];
    double fromX = 0;
    double fromY = 0;
    for (PathIterator i = line.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(to);
      if (kind == PathIterator.SEG_LINETO && place.intersectsLine(fromX, fromY, to[0], to[1])) {
        return true;
      }
      fromX = to[0];
      fromY = to[1];
    }
    return false;
  }
}
