package si.kazalnik.notification.wording;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The texts of one language. */
public final class Wording {

  private static final Map<String, Wording> KNOWN =
      Map.of("sl", new Wording("sl"), "en", new Wording("en"));

  private final ULocale locale;
  private final Map<String, String> patterns = new HashMap<>();

  private Wording(String language) {
    this.locale = new ULocale(language);
    Properties read = Resource.properties("/wording/" + language + ".properties");
    read.stringPropertyNames().forEach(key -> patterns.put(key, read.getProperty(key)));
  }

  /** The texts of that language; English where we have none in it. */
  public static Wording in(String language) {
    return Optional.ofNullable(KNOWN.get(language)).orElseGet(() -> known("en"));
  }

  private static Wording known(String language) {
    return Optional.ofNullable(KNOWN.get(language)).orElseThrow();
  }

  /** BCP 47 tag. */
  public String language() {
    return locale.getLanguage();
  }

  ULocale locale() {
    return locale;
  }

  /**
   * The text.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public String say(String key) {
    return say(key, Map.of());
  }

  /**
   * The text with its arguments filled in, as they are.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public String say(String key, Map<String, ?> arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text `" + key + "` in " + locale);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  Stream<String> keys() {
    return patterns.keySet().stream();
  }

  boolean has(String key) {
    return patterns.containsKey(key);
  }
}
