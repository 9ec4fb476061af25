package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A formula read and computed at once, by recursive descent: what the real one is held to. */
final class NaiveFormula {

  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private final String text;
  private final Map<String, BigDecimal> inputs;
  private int at;

  NaiveFormula(String text, Map<String, BigDecimal> inputs) {
    this.text = text;
    this.inputs = inputs;
  }

  /** The value, or null where something is divided by zero. */
  @Nullable BigDecimal value() {
    BigDecimal value;
    try {
      value = sum();
    } catch (ArithmeticException division) {
      return null;
    }
    space();
    if (at < text.length()) {
      throw new AssertionError("the formula goes on at " + at + ": " + text);
    }
    return value;
  }

  /** Where a name that begins there ends; there itself where none does. */
  static int endOfName(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean inner = c == '_' || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
      if (!Character.isLetter(c) && !(at > from && inner)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private BigDecimal sum() {
    BigDecimal left = product();
    while (true) {
      if (eat('+')) {
        left = left.add(product(), PRECISION);
      } else if (eat('-')) {
        left = left.subtract(product(), PRECISION);
      } else {
        return left;
      }
    }
  }

  private BigDecimal product() {
    BigDecimal left = signed();
    while (true) {
      if (eat('*')) {
        left = left.multiply(signed(), PRECISION);
      } else if (eat('/')) {
        left = left.divide(signed(), PRECISION);
      } else {
        return left;
      }
    }
  }

  private BigDecimal signed() {
    if (eat('+')) {
      return signed();
    }
    return eat('-') ? signed().negate(PRECISION) : part();
  }

  private BigDecimal part() {
    if (eat('(')) {
      BigDecimal inner = sum();
      need(')');
      return inner;
    }
    int end = endOfName(text, at);
    if (end > at) {
      String name = text.substring(at, end);
      at = end;
      return eat('(')
          ? function(name.toLowerCase(Locale.ROOT))
          : Objects.requireNonNull(inputs.get(name), name);
    }
    while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    BigDecimal literal = new BigDecimal(text.substring(at, end));
    at = end;
    return literal;
  }

  private BigDecimal function(String name) {
    List<BigDecimal> of = new ArrayList<>();
    do {
      of.add(sum());
    } while (eat(','));
    need(')');
    return switch (name) {
      case "min" -> of.stream().reduce(BigDecimal::min).orElseThrow().round(PRECISION);
      case "max" -> of.stream().reduce(BigDecimal::max).orElseThrow().round(PRECISION);
      case "abs" -> of.get(0).abs(PRECISION);
      default -> throw new AssertionError("no function of a formula: " + name);
    };
  }

  private void need(char c) {
    if (!eat(c)) {
      throw new AssertionError("no " + c + " at " + at + ": " + text);
    }
  }

  private boolean eat(char c) {
    space();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      space();
      return true;
    }
    return false;
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
