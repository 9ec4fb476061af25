package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates `+ - * / ( )`, `min`, `max`, `abs` from the left, each step DECIMAL128, half even.
 *
 * <p>Room: the rules do not say whether a single literal or input is a step. Here it is none: only
 * an operation rounds.
 */
final class Formula {
  private final String text;
  private final Map<String, BigDecimal> inputs;
  private int at;

  private Formula(String text, Map<String, BigDecimal> inputs) {
    this.text = text.replaceAll("\\s+", " ");
    this.inputs = inputs;
  }

  /** The exact result, or null where it divides by zero. */
  static @Nullable BigDecimal value(String text, Map<String, BigDecimal> inputs) {
    try {
      Formula formula = new Formula(text, inputs);
      BigDecimal value = formula.sum();
      if (formula.peek() != 0) {
        throw new IllegalStateException("cannot read " + text + " from " + formula.at);
      }
      return value;
    } catch (DivisionByZero none) {
      return null;
    }
  }

  private BigDecimal sum() {
    BigDecimal value = product();
    while (peek() == '+' || peek() == '-') {
      char operator = take();
      BigDecimal right = product();
      value =
          operator == '+'
              ? value.add(right, MathContext.DECIMAL128)
              : value.subtract(right, MathContext.DECIMAL128);
    }
    return value;
  }

  private BigDecimal product() {
    BigDecimal value = single();
    while (peek() == '*' || peek() == '/') {
      char operator = take();
      BigDecimal right = single();
      if (operator == '*') {
        value = value.multiply(right, MathContext.DECIMAL128);
      } else if (right.signum() == 0) {
        throw new DivisionByZero();
      } else {
        value = value.divide(right, MathContext.DECIMAL128);
      }
    }
    return value;
  }

  private BigDecimal single() {
    char next = peek();
    if (next == '-') {
      take();
      return single().negate();
    }
    if (next == '(') {
      take();
      BigDecimal value = sum();
      take();
      return value;
    }
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || text.charAt(at) == '.'
            || text.charAt(at) == '_')) {
      at++;
    }
    String word = text.substring(from, at);
    if (Character.isDigit(word.charAt(0))) {
      return new BigDecimal(word);
    }
    if (peek() == '(') {
      return function(word);
    }
    BigDecimal input = inputs.get(word);
    if (input == null) {
      throw new IllegalStateException("no input " + word + " in " + text);
    }
    return input;
  }

  private BigDecimal function(String name) {
    take();
    BigDecimal value = sum();
    while (peek() == ',') {
      take();
      BigDecimal other = sum();
      value = name.equalsIgnoreCase("min") ? value.min(other) : value.max(other);
    }
    take();
    return name.equalsIgnoreCase("abs") ? value.abs() : value;
  }

  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char take() {
    char next = peek();
    at++;
    return next;
  }

  private static final class DivisionByZero extends RuntimeException {}
}
