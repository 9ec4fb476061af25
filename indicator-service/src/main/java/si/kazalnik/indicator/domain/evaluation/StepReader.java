package si.kazalnik.indicator.domain.evaluation;

import com.ezylang.evalex.parser.ASTNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import si.kazalnik.indicator.domain.evaluation.Formula.Step;

/** Turns the parts of a parsed formula into steps; refuses whatever is not one of ours. */
final class StepReader {

  private static final MathContext PRECISION = MathContext.DECIMAL128;
  private static final Pattern LITERAL = Pattern.compile("\\d+(\\.\\d+)?");

  private final Set<String> inputs;

  StepReader(Set<String> inputs) {
    this.inputs = inputs;
  }

  /** A part of a formula that we do not compute. */
  static final class NotAStepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAStepException(String message) {
      super(message);
    }
  }

  Step read(ASTNode node) {
    String text = node.getToken().getValue();
    List<ASTNode> parts = node.getParameters();
    return switch (node.getToken().getType()) {
      case NUMBER_LITERAL -> literal(text);
      case VARIABLE_OR_CONSTANT -> input(text);
      case PREFIX_OPERATOR -> prefix(text, read(parts.get(0)));
      case INFIX_OPERATOR -> infix(text, read(parts.get(0)), read(parts.get(1)));
      case FUNCTION ->
          function(text.toLowerCase(Locale.ROOT), parts.stream().map(this::read).toList());
      default -> throw new NotAStepException("a formula cannot hold " + text);
    };
  }

  private static Step literal(String text) {
    if (!LITERAL.matcher(text).matches()) {
      throw new NotAStepException(text + " is not a plain number, as 1000 or 0.5");
    }
    BigDecimal number = new BigDecimal(text);
    return values -> number;
  }

  private Step input(String name) {
    if (!inputs.contains(name)) {
      throw new NotAStepException(
          name
              + " is not an input; there is "
              + String.join(", ", inputs.stream().sorted().toList()));
    }
    return values -> {
      BigDecimal value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no value for " + name);
      }
      return value;
    };
  }

  private static Step prefix(String operator, Step of) {
    return switch (operator) {
      case "+" -> of;
      case "-" -> values -> of.of(values).negate(PRECISION);
      default -> throw new NotAStepException("a formula cannot hold the operator " + operator);
    };
  }

  private static Step infix(String operator, Step left, Step right) {
    return switch (operator) {
      case "+" -> values -> left.of(values).add(right.of(values), PRECISION);
      case "-" -> values -> left.of(values).subtract(right.of(values), PRECISION);
      case "*" -> values -> left.of(values).multiply(right.of(values), PRECISION);
      case "/" -> values -> left.of(values).divide(right.of(values), PRECISION);
      default -> throw new NotAStepException("a formula cannot hold the operator " + operator);
    };
  }

  private static Step function(String name, List<Step> of) {
    return switch (name) {
      case "min" -> fold(of, BigDecimal::min);
      case "max" -> fold(of, BigDecimal::max);
      case "abs" -> values -> of.get(0).of(values).abs(PRECISION);
      default ->
          throw new NotAStepException("a formula cannot use " + name + "; there is abs, max, min");
    };
  }

  private static Step fold(List<Step> of, BinaryOperator<BigDecimal> choice) {
    return values ->
        of.stream().map(step -> step.of(values)).reduce(choice).orElseThrow().round(PRECISION);
  }
}
