package si.kazalnik.notification.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines of one font that is shipped (Inter). No font of the machine is used, so that a
 * picture is the same wherever it is drawn, and a server without fonts can draw it. Safe for use by
 * several threads.
 */
final class Lettering {

  static final Lettering REGULAR = new Lettering("Inter-Regular.otf");
  static final Lettering BOLD = new Lettering("Inter-SemiBold.otf");

  private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";

  private final OpenTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  private Lettering(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Lettering.class.getResourceAsStream(FOLDER + file), file)) {
      this.font = new OTFParser().parse(new RandomAccessReadBuffer(stream));
      this.glyphs = font.getUnicodeCmapLookup();
      this.unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + file + " can't be read", e);
    }
  }

  /** In the unit of {@code size}. */
  double width(String text, double size) {
    return outline(text, size).width();
  }

  /** Draws with the start of the base line at that point. */
  void draw(Graphics2D canvas, String text, double size, double x, double y) {
    Shape shape = outline(text, size).shape();
    canvas.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape));
  }

  private record Outline(Shape shape, double width) {}

  // The parser of outlines keeps state.
  private synchronized Outline outline(String text, double size) {
    double scale = size / unitsPerEm;
    Path2D path = new Path2D.Double();
    double x = 0;
    try {
      for (int character : text.codePoints().toArray()) {
        int glyph = glyphs.getGlyphId(character);
        // Fonts count upwards, canvases downwards.
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
        path.append(
            place.createTransformedShape(
                font.getCFF().getFont().getType2CharString(glyph).getPath()),
            false);
        x += font.getAdvanceWidth(glyph) * scale;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a letter of `" + text + "` can't be drawn", e);
    }
    return new Outline(path, x);
  }
}
