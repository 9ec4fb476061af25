package si.kazalnik.indicator.published;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The right names that a wrong one may have been meant to be. */
public final class NearNames {

  private static final int MOST = 3;
  private static final int LONGEST = 200;
  private static final double ALIKE = 0.75;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private NearNames() {}

  /** At most three, the nearest first (Jaro–Winkler, upper and lower case alike). */
  public static List<String> of(String word, Collection<String> names) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return List.of();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return names.stream()
        .map(name -> new Near(name, SIMILARITY.apply(lower, name.toLowerCase(Locale.ROOT))))
        .filter(near -> near.likeness >= ALIKE)
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  private record Near(String name, double likeness) {}
}
