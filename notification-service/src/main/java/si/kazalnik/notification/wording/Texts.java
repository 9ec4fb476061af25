package si.kazalnik.notification.wording;

import java.util.Locale;
import java.util.Map;

/** Small rules of writing. */
final class Texts {

  private Texts() {}

  /** The text in that language; else in any that there is. */
  static String in(String language, Map<String, String> texts, String otherwise) {
    String found = texts.get(language);
    return found != null ? found : texts.values().stream().findFirst().orElse(otherwise);
  }

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + text.substring(Character.charCount(first));
  }

  /** For the middle of a sentence; an abbreviation or a name with capitals inside stays. */
  static String uncapitalized(String title) {
    String word = title.split("[\\s\\u00a0]", 2)[0];
    if (word.isEmpty() || !word.substring(1).toLowerCase(Locale.ROOT).equals(word.substring(1))) {
      return title;
    }
    boolean oneLetterName = word.length() == 1 && !Character.isLetter(word.charAt(0));
    return oneLetterName
        ? title
        : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }
}
