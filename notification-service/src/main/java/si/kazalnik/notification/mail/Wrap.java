package si.kazalnik.notification.mail;

import java.util.ArrayList;
import java.util.List;

/** Lines of at most 72 columns, broken at plain spaces only. */
final class Wrap {

  private static final int COLUMNS = 72;

  private Wrap() {}

  /**
   * The lines.
   *
   * @param first what the first line begins with
   * @param further what the others begin with
   */
  static List<String> lines(String text, String first, String further) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split("[ \\r\\n\\t]+", -1)) {
      if (!empty && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(further);
        empty = true;
      }
      if (!empty) {
        line.append(' ');
      }
      line.append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  static String padded(String text, int width) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }

  static String indented(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
