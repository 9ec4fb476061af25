package si.kazalnik.indicator.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Words SL = Words.in(Language.SL);
  private static final Words EN = Words.in(Language.EN);

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

  private static Set<String> withoutUnits(Words words) {
    return words.keys().stream()
        .filter(key -> !key.startsWith("unit."))
        .collect(Collectors.toSet());
  }

  private static Set<String> arguments(Words words, String key) {
    return new MessageFormat(words.pattern(key)).getArgumentNames();
  }
}
