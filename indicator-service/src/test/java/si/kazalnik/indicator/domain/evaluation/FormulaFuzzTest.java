package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A formula of a catalogue. */
class FormulaFuzzTest {

  private static final int DIGITS_OF_DECIMAL128 = 34;

  private static final Map<String, BigDecimal> INPUTS =
      Map.of(
          "a", new BigDecimal("0.000000000001"),
          "b", new BigDecimal("999999999999999999.999999999999"),
          "čas", BigDecimal.ZERO);

  private static final Pattern LONGER_LITERAL = Pattern.compile("[0-9.]{35}");

  /** "`+ - * / ( )`, `min`, `max`, `abs` …, from the left, each step DECIMAL128, half even". */
  @FuzzTest
  void it_is_a_fault_or_what_the_naive_reader_computes(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Formula.Reading reading = Formula.read(text, INPUTS.keySet());
    if (reading instanceof Formula.Invalid invalid) {
      assertThat(invalid.message()).isNotBlank();
    } else if (reading instanceof Formula.Valid valid) {
      BigDecimal expected = new NaiveFormula(text, INPUTS).value();
      BigDecimal value;
      try {
        value = valid.formula().apply(INPUTS);
      } catch (ArithmeticException division) {
        value = null;
      }
      assertThat(value).isEqualTo(expected);
      if (value != null && !LONGER_LITERAL.matcher(text).find()) {
        assertThat(value.precision()).isLessThanOrEqualTo(DIGITS_OF_DECIMAL128);
      }
    }
    filled(text);
  }

  /** The text that shows how a value came about: nothing but whole names is replaced. */
  private static void filled(String text) {
    assertThat(Formula.filled(text, Map.of())).isEqualTo(text);
    StringBuilder expected = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = NaiveFormula.endOfName(text, at);
      String part = text.substring(at, Math.max(end, text.offsetByCodePoints(at, 1)));
      expected.append(part.equals("a") ? "$1\\" : part);
      at += part.length();
    }
    assertThat(Formula.filled(text, Map.of("a", "$1\\"))).isEqualTo(expected.toString());
  }
}
