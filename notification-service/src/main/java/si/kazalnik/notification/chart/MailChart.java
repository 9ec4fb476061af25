package si.kazalnik.notification.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws the mail's picture: {@value #WIDTH} wide, at {@value #SCALE} times the pixels, on white.
 */
public final class MailChart {

  static final int WIDTH = 400;
  static final int HEIGHT = 230;
  static final int SCALE = 3;

  private MailChart() {}

  /** The picture as PNG. */
  public static byte[] png(ChartData data) {
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      canvas.scale(SCALE, SCALE);
      canvas.setColor(Ink.PAPER);
      canvas.fillRect(0, 0, WIDTH, HEIGHT);
      new Drawing(canvas, data).draw();
    } finally {
      canvas.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", png)) {
        throw new IllegalStateException("this JDK writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the chart can't be written", e);
    }
    return png.toByteArray();
  }
}
