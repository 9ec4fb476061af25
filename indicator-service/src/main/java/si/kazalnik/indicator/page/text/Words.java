package si.kazalnik.indicator.page.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The pages' sentences in one language, as ICU messages with plurals. */
public final class Words {

  private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Words(language));
    }
  }

  private final Language language;
  private final Properties messages = new Properties();

  private Words(Language language) {
    this.language = language;
    String name = "words_" + language.code() + ".properties";
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      messages.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Words in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /**
   * A sentence.
   *
   * @param arguments names and values by turns
   * @throws IllegalArgumentException where there is no such sentence
   */
  public String say(String key, Object... arguments) {
    String pattern = messages.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + language.code());
    }
    if (arguments.length == 0) {
      return pattern.indexOf('{') < 0 ? pattern.replace("''", "'") : format(pattern, Map.of());
    }
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      named.put((String) arguments[i], arguments[i + 1]);
    }
    return format(pattern, named);
  }

  /** Whether there is a sentence of that name. */
  public boolean has(String key) {
    return messages.containsKey(key);
  }

  String pattern(String key) {
    return Objects.requireNonNull(messages.getProperty(key), key);
  }

  Set<String> keys() {
    return messages.stringPropertyNames();
  }

  private String format(String pattern, Map<String, Object> arguments) {
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }
}
