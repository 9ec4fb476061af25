package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A formula of a catalogue. */
class FormulaFuzzTest {

  private static final int DIGITS_OF_DECIMAL128 = 34;

  private static final Map<String, BigDecimal> INPUTS =
      Map.of(
          "a", new BigDecimal("0.000000000001"),
          "b", new BigDecimal("999999999999999999.999999999999"),
          "čas", BigDecimal.ZERO);

  /** "each step DECIMAL128 …, by a safe library"; the one thing that can go wrong: a zero below. */
  @FuzzTest
  void it_is_a_fault_or_a_number_of_34_digits_or_a_division_by_zero(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Formula.Reading reading = Formula.read(text, INPUTS.keySet());
    if (reading instanceof Formula.Invalid invalid) {
      assertThat(invalid.message()).isNotBlank();
    } else if (reading instanceof Formula.Valid valid) {
      try {
        BigDecimal value = valid.formula().apply(INPUTS);
        assertThat(value.round(java.math.MathContext.DECIMAL128)).isNotNull();
        assertThat(value.precision()).isLessThan(text.length() + DIGITS_OF_DECIMAL128);
      } catch (ArithmeticException division) {
        assertThat(text).contains("/");
      }
    }
    assertThat(Formula.filled(text, Map.of("a", "$1\\"))).isNotNull();
  }
}
