package si.kazalnik.indicator.domain.evaluation;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Tokenizer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code + - * / ( )}, {@code min}, {@code max}, {@code abs} over the inputs, from the left, each
 * step DECIMAL128, half even. EvalEx reads the text; only the steps listed here are ever taken.
 */
public final class Formula {

  private static final int LONGEST = 2_000;
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]*");

  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .arraysAllowed(false)
          .structuresAllowed(false)
          .binaryAllowed(false)
          .implicitMultiplicationAllowed(false)
          .singleQuoteStringLiteralsAllowed(false)
          .build();

  private final Step result;

  private Formula(Step result) {
    this.result = result;
  }

  /** What reading a formula comes to. */
  public sealed interface Reading {}

  /** It can be computed. */
  public record Valid(Formula formula) implements Reading {}

  /** It cannot; the sentence says why. */
  public record Invalid(String message) implements Reading {}

  /**
   * Reads a formula over inputs of these names.
   *
   * @return a fault as a value, never an exception
   */
  public static Reading read(String text, Set<String> inputs) {
    if (text.length() > LONGEST) {
      return new Invalid("the formula is longer than " + LONGEST + " characters");
    }
    try {
      TokenOrder.check(new Tokenizer(text, CONFIGURATION).parse());
      return new Valid(
          new Formula(
              new StepReader(inputs)
                  .read(new Expression(text, CONFIGURATION).getAbstractSyntaxTree())));
    } catch (ParseException | StepReader.NotAStepException e) {
      return new Invalid(String.valueOf(e.getMessage()));
    } catch (RuntimeException theLibraryGaveUp) {
      return new Invalid("the formula can't be read");
    }
  }

  /**
   * The value over these inputs, every one of which has a value.
   *
   * @throws ArithmeticException on a division by zero
   */
  BigDecimal apply(Map<String, BigDecimal> inputs) {
    return result.of(inputs);
  }

  /** Whether an input may be called so: letters, digits and {@code _}, a letter first. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** A formula's text with numbers in the place of names; a name without one stays. */
  public static String filled(String text, Map<String, String> numbers) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(numbers.getOrDefault(found.group(), found.group())));
  }

  /** One step of a formula. */
  @FunctionalInterface
  interface Step {
    BigDecimal of(Map<String, BigDecimal> inputs);
  }
}
