package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/**
 * What is promised or expected: both bounds inclusive.
 *
 * @param one whether it is written as one number, which then is both bounds
 */
public record Range(BigDecimal low, BigDecimal high, boolean one) {
  static Range of(BigDecimal value) {
    return new Range(value, value, true);
  }

  Range map(UnaryOperator<BigDecimal> operation) {
    return new Range(operation.apply(low), operation.apply(high), one);
  }

  /** On the straight line from here to the other, after `passed` of `whole` days. */
  Range towards(Range other, long passed, long whole) {
    return new Range(
        between(low, other.low, passed, whole), between(high, other.high, passed, whole), one);
  }

  private static BigDecimal between(BigDecimal from, BigDecimal to, long passed, long whole) {
    MathContext step = MathContext.DECIMAL128;
    return from.add(
        to.subtract(from, step)
            .multiply(BigDecimal.valueOf(passed), step)
            .divide(BigDecimal.valueOf(whole), step),
        step);
  }

  Range rounded(int scale) {
    return map(value -> Verdicts.strip(value.setScale(scale, RoundingMode.HALF_UP)));
  }

  /** As the API writes it. */
  public String written() {
    return one
        ? low.toPlainString()
        : "{\"low\":" + low.toPlainString() + ",\"high\":" + high.toPlainString() + "}";
  }
}
