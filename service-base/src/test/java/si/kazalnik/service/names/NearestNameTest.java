package si.kazalnik.service.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  private static final List<String> NAMES = List.of("frequency", "from", "only", "x");

  @Test
  void a_slip_of_the_keyboard_finds_its_name() {
    assertThat(NearestName.to("fequency", NAMES)).contains("frequency");
    assertThat(NearestName.to("FROM", NAMES)).contains("from");
    assertThat(NearestName.didYouMean("form", NAMES)).isEqualTo("; did you mean `from`?");
  }

  @Test
  void a_word_like_none_of_them_finds_nothing() {
    assertThat(NearestName.to("polarity", NAMES)).isEmpty();
    assertThat(NearestName.to("y", NAMES)).isEmpty();
    assertThat(NearestName.to("", NAMES)).isEmpty();
    assertThat(NearestName.to("f".repeat(100_000), NAMES)).isEmpty();
    assertThat(NearestName.didYouMean("polarity", NAMES)).isEmpty();
  }
}
