package si.kazalnik.notification.chart;

import java.awt.BasicStroke;
import java.awt.Color;

/** The page's colours on white, and the strokes. */
final class Ink {

  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x1a1d21);
  static final Color SOFT = new Color(0x555b62);
  static final Color RULE = new Color(0xd8d6d0);
  static final Color DATA = new Color(0x0a4f8c);
  static final Color FAN = new Color(0xc9dcee);
  static final Color PATH = new Color(0x6a6f76);
  static final Color GOOD = new Color(0x00675b);
  static final Color WARN = new Color(0x875500);
  static final Color BAD = new Color(0xab310d);
  static final Color NONE = new Color(0x5d636a);

  static final BasicStroke HAIRLINE = new BasicStroke(1);
  static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final BasicStroke TARGET = new BasicStroke(2);
  static final BasicStroke DASHES =
      new BasicStroke(
          1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);

  private Ink() {}
}
