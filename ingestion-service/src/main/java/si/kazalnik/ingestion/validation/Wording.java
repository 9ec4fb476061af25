package si.kazalnik.ingestion.validation;

import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How refusals speak: what they quote, and the nearest right name. */
final class Wording {

  private static final int LONGEST_QUOTE = 60;

  private static final int MOST_NAMES = 12;

  private Wording() {}

  /** An untrusted text between back-ticks, shortened, without control characters. */
  static String quote(String untrusted) {
    int[] shown =
        untrusted
            .codePoints()
            .limit(LONGEST_QUOTE)
            .map(c -> Character.isISOControl(c) || c == '`' ? '�' : c)
            .toArray();
    boolean cut = untrusted.codePointCount(0, untrusted.length()) > LONGEST_QUOTE;
    return '`' + new String(shown, 0, shown.length) + (cut ? "…`" : "`");
  }

  /** Names as a list; of many only the first. */
  static String names(Collection<String> names) {
    String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  /** {@code ; did you mean `x`?} where a name is near, else nothing. */
  static String didYouMean(String wrong, Collection<String> names) {
    int far = Math.max(2, Math.min(wrong.length(), LONGEST_QUOTE) / 3);
    if (wrong.length() > 2 * LONGEST_QUOTE) {
      return "";
    }
    LevenshteinDistance distance = new LevenshteinDistance(far);
    String nearest = "";
    int least = far + 1;
    for (String name : names) {
      int away = distance.apply(wrong, name);
      if (away >= 0 && away < least) {
        least = away;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? "" : "; did you mean " + quote(nearest) + "?";
  }
}
