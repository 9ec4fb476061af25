package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "From the left, each step DECIMAL128, half even, by a safe library, checked at load." */
class FormulaTest {

  private static final Set<String> INPUTS = Set.of("a", "b", "digital", "all");

  private static BigDecimal value(String text, String a, String b) {
    Formula.Reading reading = Formula.read(text, INPUTS);
    assertThat(reading).isInstanceOf(Formula.Valid.class);
    return ((Formula.Valid) reading)
        .formula()
        .apply(Map.of("a", new BigDecimal(a), "b", new BigDecimal(b)));
  }

  @Test
  void it_is_computed_from_the_left_with_the_usual_precedence() {
    assertThat(value("100 * a / b", "1", "3"))
        .isEqualTo(new BigDecimal("33.33333333333333333333333333333333"));
    assertThat(value("a / b * 100", "1", "3"))
        .isEqualTo(new BigDecimal("33.33333333333333333333333333333333"));
    assertThat(value("a - b - 1", "10", "3")).isEqualByComparingTo("6");
    assertThat(value("a + b * 2", "1", "2")).isEqualByComparingTo("5");
    assertThat(value("(a + b) * 2", "1", "2")).isEqualByComparingTo("6");
    assertThat(value("-a + b", "1", "3")).isEqualByComparingTo("2");
    assertThat(value("a - -b", "1", "3")).isEqualByComparingTo("4");
  }

  @Test
  void each_step_is_rounded_half_even_to_34_digits() {
    BigDecimal third = BigDecimal.ONE.divide(new BigDecimal(3), MathContext.DECIMAL128);
    assertThat(value("a / b * 3", "1", "3"))
        .isEqualByComparingTo(third.multiply(new BigDecimal(3), MathContext.DECIMAL128));
    assertThat(value("a + b", "1", "1E-40")).isEqualByComparingTo("1");
  }

  @Test
  void min_max_and_abs_work_over_the_inputs() {
    assertThat(value("min(a, b, 5)", "7", "6")).isEqualByComparingTo("5");
    assertThat(value("max(a, b)", "7", "6")).isEqualByComparingTo("7");
    assertThat(value("abs(a - b)", "1", "4")).isEqualByComparingTo("3");
    assertThat(value("MAX(a, b)", "7", "6")).isEqualByComparingTo("7");
  }

  @Test
  void a_division_by_zero_is_told_from_everything_else() {
    assertThatThrownBy(() -> value("a / b", "1", "0")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> value("a / b", "0", "0.00")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> value("min(1, a / (b - b))", "1", "2"))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a +",
        "a b",
        "2a",
        "a ^ b",
        "a % b",
        "a > b",
        "a && b",
        "c",
        "A",
        "PI * a",
        "TRUE",
        "sqrt(a)",
        "random()",
        "if(a, b, a)",
        "\"text\"",
        "a.b",
        "a[0]",
        "1e9",
        "0x10",
        "min()",
        "a = b",
        "a; b",
        "((a)",
        "e * a",
        "dt_now()",
        "dt_now(a)"
      })
  void whatever_else_a_text_holds_is_refused_and_never_computed(String text) {
    assertThat(Formula.read(text, INPUTS)).isInstanceOf(Formula.Invalid.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/a b            | `/` at character 1 stands where an input or a number is expected",
        "a b /           | `b` at character 3 follows `a` without an operator between them",
        "a * (- a b)     | `b` at character 10 follows `a` without an operator between them",
        "min(a, / a b)   | `/` at character 8 stands where an input or a number is expected",
        "a b + 2 *       | `b` at character 3 follows `a` without an operator between them",
        "max(a b)        | `b` at character 7 follows `a` without an operator between them",
        "a, * b          | `,` at character 2 stands outside of min, max and abs",
        "max(a, (a, b))  | `,` at character 10 stands outside of min, max and abs",
        "100 * a / b,    | `,` at character 12 stands outside of min, max and abs",
        "min(,a)         | `,` at character 5 stands where an input or a number is expected",
        "() a            | `)` at character 2 stands where an input or a number is expected"
      })
  void what_nobody_would_read_like_the_library_is_refused_by_name(String text, String message) {
    assertThat(Formula.read(text, INPUTS)).isEqualTo(new Formula.Invalid(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a)", "-(-a)", "+a - +b", "max(min(a, b), (a + b) * 2, abs(-a))"})
  void brackets_signs_and_functions_may_stand_within_each_other(String text) {
    assertThat(Formula.read(text, INPUTS)).isInstanceOf(Formula.Valid.class);
  }

  @Test
  void every_letter_belongs_to_a_name_where_numbers_are_put_in() {
    assertThat(Formula.filled("100 * število / vsi", Map.of("število", "7", "vsi", "9")))
        .isEqualTo("100 * 7 / 9");
    assertThat(Formula.filled("max(a, ča) + a_2", Map.of("a", "1", "ča", "2", "a_2", "3")))
        .isEqualTo("max(1, 2) + 3");
    assertThat(Formula.read("100 * število / vsi", Set.of("število", "vsi")))
        .isInstanceOf(Formula.Valid.class);
  }

  @Test
  void a_text_too_long_is_refused() {
    assertThat(Formula.read("a" + "+a".repeat(1000), INPUTS)).isInstanceOf(Formula.Invalid.class);
  }

  @Property(tries = 500)
  void no_text_throws(@ForAll String text) {
    assertThat(Formula.read(text, INPUTS)).isNotNull();
  }

  @Test
  void nesting_as_deep_as_the_length_allows_is_read_or_refused() {
    String deep = "(".repeat(900) + "a" + ")".repeat(900);
    assertThat(Formula.read(deep, INPUTS)).isNotNull();
    assertThat(Formula.read("-".repeat(1900) + "a", INPUTS)).isNotNull();
    assertThat(value("1" + "+a".repeat(900), "1", "0")).isEqualByComparingTo("901");
  }
}
