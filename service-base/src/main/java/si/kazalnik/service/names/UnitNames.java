package si.kazalnik.service.names;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What is counted, in the words that pages and mails share: of each of the catalogue's units the
 * forms that numbers ask for.
 */
public final class UnitNames {

  private static final Map<String, UnitNames> KNOWN =
      Map.of("sl", new UnitNames("sl", 2), "en", new UnitNames("en", 1));

  private final Properties words = new Properties();
  private final int plural;

  private UnitNames(String language, int plural) {
    this.plural = plural;
    String name = "units_" + language + ".properties";
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(UnitNames.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      words.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }

  /**
   * Those of a language.
   *
   * @param language {@code sl} or {@code en}
   * @throws IllegalArgumentException for any other
   */
  public static UnitNames in(String language) {
    return Optional.ofNullable(KNOWN.get(language))
        .orElseThrow(() -> new IllegalArgumentException("no names of units in " + language));
  }

  /**
   * The forms: in English for one and for others; in Slovene for one, two, three, five, and after a
   * fraction. A single empty one where the bare number says it; nothing for a unit without a name.
   */
  public Optional<List<String>> forms(String unit) {
    return Optional.ofNullable(words.getProperty(unit.replace(' ', '-')))
        .map(forms -> List.of(forms.split("\\|", -1)));
  }

  /** What the numbers count, alone: {@code participants}; nothing for a unit without a name. */
  public Optional<String> plural(String unit) {
    return forms(unit).filter(forms -> forms.size() > plural).map(forms -> forms.get(plural));
  }
}
