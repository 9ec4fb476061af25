package si.kazalnik.indicator.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Words SL = Words.in(Language.SL);
  private static final Words EN = Words.in(Language.EN);
  private static final Pattern TEXT = Pattern.compile("\"([A-Za-z0-9.]+)\"");
  private static final Pattern NAME = Pattern.compile("[A-Z_]+");
  private static final int MOST_PIECES = 3;

  @Test
  void both_languages_have_the_same_sentences() {
    // A unit that the catalogue writes in English needs no English words.
    assertThat(withoutUnits(SL)).isEqualTo(withoutUnits(EN));
  }

  @Test
  void both_languages_ask_for_the_same_arguments() {
    for (String key : withoutUnits(SL)) {
      assertThat(arguments(SL, key)).as(key).isEqualTo(arguments(EN, key));
    }
  }

  @Test
  void every_sentence_is_said_somewhere() throws IOException {
    Set<String> texts = new HashSet<>();
    for (String folder :
        new String[] {"src/main/java/si/kazalnik/indicator/page", "src/main/jte"}) {
      texts.addAll(textsIn(Path.of(folder)));
    }
    assertThat(withoutUnits(SL)).hasSizeGreaterThan(300).allMatch(key -> isSaid(key, texts));
    assertThat(isSaid("nobody.says.this", texts)).isFalse();
  }

  private static boolean isSaid(String key, Set<String> texts) {
    return texts.contains(key) || isMadeOf(key, texts, MOST_PIECES, false);
  }

  /** Whether a key is put together of texts and names of states, one of them with the dot. */
  private static boolean isMadeOf(String key, Set<String> texts, int pieces, boolean dot) {
    if (key.isEmpty()) {
      return dot;
    }
    for (int end = 1; pieces > 0 && end <= key.length(); end++) {
      String piece = key.substring(0, end);
      boolean text = texts.contains(piece);
      boolean dotted = text && (piece.startsWith(".") || piece.endsWith("."));
      if ((text || NAME.matcher(piece).matches())
          && isMadeOf(key.substring(end), texts, pieces - 1, dot || dotted)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> textsIn(Path folder) throws IOException {
    Set<String> texts = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        TEXT.matcher(Files.readString(file)).results().forEach(found -> texts.add(found.group(1)));
      }
    }
    return texts;
  }

  private static Set<String> withoutUnits(Words words) {
    return words.keys().stream()
        .filter(key -> !key.startsWith("unit."))
        .collect(Collectors.toSet());
  }

  private static Set<String> arguments(Words words, String key) {
    return new MessageFormat(words.pattern(key)).getArgumentNames();
  }
}
