package si.kazalnik.indicator.http;

/** Untrusted text in a sentence. */
final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /** Between back-ticks, shortened, without control characters. */
  static String of(String untrusted) {
    int[] shown =
        untrusted
            .codePoints()
            .limit(LONGEST)
            .map(c -> Character.isISOControl(c) || c == '`' ? 0xFFFD : c)
            .toArray();
    boolean cut = untrusted.codePointCount(0, untrusted.length()) > LONGEST;
    return '`' + new String(shown, 0, shown.length) + (cut ? "…`" : "`");
  }
}
