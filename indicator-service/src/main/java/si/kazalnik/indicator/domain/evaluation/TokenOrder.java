package si.kazalnik.indicator.domain.evaluation;

import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.domain.evaluation.StepReader.NotAStepException;

/**
 * Whether the parts of a formula stand in an order that people would read as EvalEx does. It also
 * takes an operator before or behind both its operands and commas anywhere: {@code / a b}, {@code
 * max(a b)} and {@code a, * b} are all computed.
 */
final class TokenOrder {

  /** Whether each bracket that is open is a function's. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  private boolean operandExpected = true;
  private @Nullable Token before;

  private TokenOrder() {}

  /**
   * Checks a formula's tokens.
   *
   * @throws NotAStepException where a part is out of place
   */
  static void check(List<Token> tokens) {
    TokenOrder order = new TokenOrder();
    tokens.forEach(order::take);
    Token last = order.before;
    if (order.operandExpected && last != null) {
      throw new NotAStepException(
          "behind `" + last.getValue() + "` an input or a number is expected");
    }
  }

  private void take(Token token) {
    switch (token.getType()) {
      case PREFIX_OPERATOR, FUNCTION -> begin(token);
      case BRACE_OPEN -> {
        begin(token);
        open.push(before != null && before.getType() == TokenType.FUNCTION);
      }
      case INFIX_OPERATOR -> {
        end(token);
        operandExpected = true;
      }
      case COMMA -> {
        end(token);
        if (!Boolean.TRUE.equals(open.peek())) {
          throw new NotAStepException(at(token) + " stands outside of min, max and abs");
        }
        operandExpected = true;
      }
      case BRACE_CLOSE -> {
        end(token);
        open.poll();
      }
      default -> {
        begin(token);
        operandExpected = false;
      }
    }
    before = token;
  }

  /** Here an operand begins. */
  private void begin(Token token) {
    if (!operandExpected && before != null) {
      throw new NotAStepException(
          at(token) + " follows `" + before.getValue() + "` without an operator between them");
    }
  }

  /** Here one has ended. */
  private void end(Token token) {
    if (operandExpected) {
      throw new NotAStepException(at(token) + " stands where an input or a number is expected");
    }
  }

  private static String at(Token token) {
    return "`" + token.getValue() + "` at character " + token.getStartPosition();
  }
}
