package si.kazalnik.service.names;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the right name that a wrong one was probably meant to be. */
public final class NearestName {

  private static final int LONGEST = 200;

  private NearestName() {}

  /**
   * The name that takes the fewest edits (Levenshtein, upper and lower case alike), if that is at
   * most two or a third of the word; of equally near ones the first in order.
   */
  public static Optional<String> to(String word, Collection<String> names) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(2, word.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    String lower = word.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int edits = distance.apply(lower, name.toLowerCase(Locale.ROOT));
      boolean sameWordAtAll = edits < Math.max(word.length(), name.length());
      if (edits >= 0 && edits < least && sameWordAtAll) {
        least = edits;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** {@code ; did you mean `name`?}, or nothing where no name is near. To end a sentence with. */
  public static String didYouMean(String word, Collection<String> names) {
    return to(word, names).map(name -> "; did you mean `" + name + "`?").orElse("");
  }
}
