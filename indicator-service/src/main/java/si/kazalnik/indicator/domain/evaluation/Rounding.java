package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import si.kazalnik.indicator.domain.summary.Numbers;

/** From an exact number to the one that is published. */
public final class Rounding {

  private static final String PERCENT = "percent";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Rounding() {}

  /** Half away from zero, zeros at the end dropped. */
  public static BigDecimal to(int decimals, BigDecimal exact) {
    return Numbers.canonical(exact.setScale(decimals, RoundingMode.HALF_UP));
  }

  /**
   * As an indicator's value: with unit {@code percent}, what would round to 0 or 100 without being
   * it becomes the nearest other value on its side (0.1, 99.9).
   */
  public static BigDecimal published(BigDecimal exact, int decimals, String unit) {
    BigDecimal rounded = to(decimals, exact);
    if (unit.equals(PERCENT)
        && rounded.compareTo(exact) != 0
        && (rounded.signum() == 0 || rounded.compareTo(HUNDRED) == 0)) {
      BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
      return Numbers.canonical(
          exact.compareTo(rounded) > 0 ? rounded.add(step) : rounded.subtract(step));
    }
    return rounded;
  }
}
