package si.kazalnik.ingestion.json;

/** Text by Unicode code points, where Java's own order is that of UTF-16 units. */
public final class CodePoints {

  private CodePoints() {}

  /** Order by code point; of two texts that begin alike the shorter is first. */
  public static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean supplementary = Character.isSurrogate(x);
        // Surrogates stand for what lies above every other unit.
        return supplementary == Character.isSurrogate(y) ? x - y : supplementary ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  /** Whether every surrogate has its pair, so that the text can be written as UTF-8. */
  public static boolean wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
