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
        " /a b",
        "a b /",
        "a * (- a b)",
        "min(a, / a b)",
        "a b + 2 *"
      })
  void whatever_else_a_text_holds_is_refused_and_never_computed(String text) {
    assertThat(Formula.read(text, INPUTS)).isInstanceOf(Formula.Invalid.class);
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
