package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a period are not shown, so that no small group can be made out: neither in itself,
 * nor by taking the others from the headline, nor one period from another.
 */
final class Suppression {

  private static final int AT_LEAST = 2;
  private static final BigDecimal TIMES = BigDecimal.valueOf(3);

  private final BigDecimal smallest;

  Suppression(BigDecimal smallest) {
    this.smallest = smallest;
  }

  /**
   * The cells that are suppressed.
   *
   * @param denominators in the order of the listed values; none is 0
   * @param shownBefore of a cumulative window the denominator with which the cell was last shown,
   *     or null
   */
  Set<String> of(
      Map<String, BigDecimal> denominators, Function<String, @Nullable BigDecimal> shownBefore) {
    Set<String> suppressed = new HashSet<>();
    BigDecimal together = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> each : denominators.entrySet()) {
      if (isSmall(each.getValue(), shownBefore.apply(each.getKey()))) {
        suppressed.add(each.getKey());
        together = together.add(each.getValue());
      }
    }
    if (suppressed.isEmpty()) {
      return suppressed;
    }
    BigDecimal enough = smallest.multiply(TIMES);
    for (Map.Entry<String, BigDecimal> each : denominators.entrySet()) {
      if (suppressed.size() >= AT_LEAST && together.compareTo(enough) >= 0) {
        break;
      }
      if (suppressed.add(each.getKey())) {
        together = together.add(each.getValue());
      }
    }
    return suppressed;
  }

  private boolean isSmall(BigDecimal denominator, @Nullable BigDecimal shown) {
    if (denominator.compareTo(smallest) < 0) {
      return true;
    }
    if (shown == null) {
      return false;
    }
    BigDecimal growth = denominator.subtract(shown);
    return growth.signum() < 0 || (growth.signum() > 0 && growth.compareTo(smallest) < 0);
  }
}
