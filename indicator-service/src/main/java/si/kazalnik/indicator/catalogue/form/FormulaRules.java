package si.kazalnik.indicator.catalogue.form;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.indicator.domain.evaluation.Formula;
import si.kazalnik.service.names.NearestName;

/** The formula's language: {@code + - * / ( )}, {@code min}, {@code max}, {@code abs}, numbers. */
final class FormulaRules {

  static final Set<String> FUNCTIONS = Set.of("min", "max", "abs");

  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/");
  private static final int LONGEST = 2_000;
  private static final String ALLOWED =
      "it may hold the inputs' names, numbers, + - * / ( ), min, max, abs";
  private static final ExpressionConfiguration LANGUAGE =
      ExpressionConfiguration.builder()
          .functionDictionary(functions())
          .defaultConstants(Map.of())
          .arraysAllowed(false)
          .structuresAllowed(false)
          .implicitMultiplicationAllowed(false)
          .build();

  private FormulaRules() {}

  private static FunctionDictionaryIfc functions() {
    FunctionDictionaryIfc functions = new MapBasedFunctionDictionary();
    functions.addFunction("MIN", new MinFunction());
    functions.addFunction("MAX", new MaxFunction());
    functions.addFunction("ABS", new AbsFunction());
    return functions;
  }

  /** Adds what is wrong with the formula, whose inputs bear those names. */
  static void check(String formula, Set<String> names, Item place) {
    if (formula.length() > LONGEST) {
      place.fault("the formula is longer than " + LONGEST + " characters");
      return;
    }
    Set<String> used = new LinkedHashSet<>();
    try {
      walk(new Expression(formula, LANGUAGE).getAbstractSyntaxTree(), used, place);
    } catch (ParseException e) {
      place.fault(
          "the formula `"
              + formula
              + "` can't be read at character "
              + e.getStartPosition()
              + ": "
              + e.getMessage()
              + "; "
              + ALLOWED);
      return;
    } catch (RuntimeException theLibraryGaveUp) {
      place.fault("the formula `" + formula + "` can't be read; " + ALLOWED);
      return;
    }
    Set<String> unknown = new TreeSet<>(used);
    unknown.removeAll(names);
    for (String name : unknown) {
      place.fault(
          "the formula's `"
              + name
              + "` is not an input; there are "
              + String.join(", ", names)
              + NearestName.didYouMean(name, names));
    }
    if (unknown.isEmpty() && Formula.read(formula, names) instanceof Formula.Invalid invalid) {
      // Who computes it has the last word.
      place.fault("the formula `" + formula + "` can't be computed: " + invalid.message());
    }
  }

  private static void walk(ASTNode root, Set<String> used, Item place) {
    Deque<ASTNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      ASTNode node = open.pop();
      Token token = node.getToken();
      switch (token.getType()) {
        case NUMBER_LITERAL -> number(token.getValue(), place);
        case FUNCTION -> {}
        case VARIABLE_OR_CONSTANT -> used.add(token.getValue());
        case INFIX_OPERATOR, PREFIX_OPERATOR -> {
          if (!OPERATORS.contains(token.getValue())) {
            refuse(token, place);
          }
        }
        default -> refuse(token, place);
      }
      node.getParameters().forEach(open::push);
    }
  }

  private static void number(String text, Item place) {
    if (!text.matches("\\d+(\\.\\d+)?")) {
      place.fault("write the formula's number `" + text + "` plainly, as 1000 or 0.5");
    }
  }

  private static void refuse(Token token, Item place) {
    place.fault("the formula's `" + token.getValue() + "` is not allowed; " + ALLOWED);
  }
}
