package si.kazalnik.indicator.domain.summary;

import java.util.Comparator;

/**
 * The order of texts by code point. {@link String#compareTo} compares UTF-16 units, which puts
 * characters beyond the basic plane before some that are within it.
 */
public final class CodePoints {

  /** By code point, a text before every longer one that begins with it. */
  public static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean xBeyond = Character.isSurrogate(x);
        return xBeyond == Character.isSurrogate(y) ? Character.compare(x, y) : (xBeyond ? 1 : -1);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
