package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * "`+ - * / ( )`, `min`, `max`, `abs` over the inputs, from the left, each step DECIMAL128, half
 * even": random formulas, written with as few brackets as may be, against the tree from which each
 * was written.
 */
class FormulaOracleTest {

  private static final MathContext STEP = new MathContext(34, RoundingMode.HALF_EVEN);

  /** Either a leaf's text, or what stands between, before or around its parts. */
  private record Node(String sign, Optional<Node> left, Optional<Node> right) {

    /** How strongly it holds together: 1 for a sum, 2 for a product, 3 for all else. */
    int strength() {
      return switch (sign) {
        case "+", "-" -> 1;
        case "*", "/" -> 2;
        default -> 3;
      };
    }

    String text() {
      if (left.isEmpty()) {
        return sign;
      }
      String one = left.get().text();
      if (right.isEmpty()) {
        return sign + "(" + one + ")";
      }
      String other = right.get().text();
      if (strength() == 3) {
        return sign + "(" + one + ", " + other + ")";
      }
      return (left.get().strength() < strength() ? "(" + one + ")" : one)
          + " "
          + sign
          + " "
          + (right.get().strength() <= strength() ? "(" + other + ")" : other);
    }

    BigDecimal value(Map<String, BigDecimal> inputs) {
      if (left.isEmpty()) {
        BigDecimal input = inputs.get(sign);
        return input == null ? new BigDecimal(sign) : input;
      }
      BigDecimal a = left.get().value(inputs);
      if (right.isEmpty()) {
        return a.signum() < 0 ? BigDecimal.ZERO.subtract(a) : a;
      }
      BigDecimal b = right.get().value(inputs);
      return switch (sign) {
        case "+" -> a.add(b, STEP);
        case "-" -> a.subtract(b, STEP);
        case "*" -> a.multiply(b, STEP);
        case "/" -> a.divide(b, STEP);
        case "min" -> a.compareTo(b) <= 0 ? a : b;
        default -> a.compareTo(b) >= 0 ? a : b;
      };
    }
  }

  @Property(tries = 2_000)
  void a_formula_is_worth_what_its_tree_is(
      @ForAll("trees") Node tree,
      @ForAll("numbers") BigDecimal a,
      @ForAll("numbers") BigDecimal b) {
    Map<String, BigDecimal> inputs = Map.of("a", a, "b", b);
    Formula.Reading reading = Formula.read(tree.text(), inputs.keySet());
    assertThat(reading).as(tree.text()).isInstanceOf(Formula.Valid.class);
    Formula formula = ((Formula.Valid) reading).formula();
    BigDecimal expected;
    try {
      expected = tree.value(inputs);
    } catch (ArithmeticException byZero) {
      assertThatThrownBy(() -> formula.apply(inputs)).isInstanceOf(ArithmeticException.class);
      return;
    }
    assertThat(formula.apply(inputs)).as(tree.text()).isEqualByComparingTo(expected);
  }

  @Provide
  Arbitrary<Node> trees() {
    return tree(4);
  }

  private static Arbitrary<Node> tree(int depth) {
    Arbitrary<Node> leaf =
        Arbitraries.of("a", "b", "0", "3", "7", "100", "0.5")
            .map(text -> new Node(text, Optional.empty(), Optional.empty()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Node> part = Arbitraries.lazy(() -> tree(depth - 1));
    Arbitrary<Node> two =
        Combinators.combine(Arbitraries.of("+", "-", "*", "/", "min", "max"), part, part)
            .as((sign, left, right) -> new Node(sign, Optional.of(left), Optional.of(right)));
    Arbitrary<Node> one = part.map(of -> new Node("abs", Optional.of(of), Optional.empty()));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, leaf),
        net.jqwik.api.Tuple.of(1, one),
        net.jqwik.api.Tuple.of(6, two));
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-999999999999999999"), new BigDecimal("999999999999999999"))
        .ofScale(12);
  }
}
