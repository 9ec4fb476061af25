package si.kazalnik.indicator.page.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers beside a scale: round, four to seven of them, containing what is drawn.
 *
 * @param ticks from the least to the greatest
 */
record Steps(List<BigDecimal> ticks) {

  private static final int WANTED = 5;
  private static final int[] ROUND = {1, 2, 5, 10};

  /** Over a span; a line that comes near zero begins there, bars always do. */
  static Steps over(double least, double greatest, boolean fromZero) {
    double low = fromZero || (least >= 0 && least < greatest * 0.4) ? Math.min(0, least) : least;
    double high = fromZero ? Math.max(0, greatest) : greatest;
    if (high - low < 1e-9) {
      high = low + 1;
    }
    BigDecimal step = step((high - low) / WANTED);
    BigDecimal at = floor(BigDecimal.valueOf(low), step);
    List<BigDecimal> ticks = new ArrayList<>(List.of(at));
    while (at.doubleValue() < high - 1e-9) {
      at = at.add(step);
      ticks.add(at);
    }
    return new Steps(ticks);
  }

  double low() {
    return ticks.get(0).doubleValue();
  }

  double high() {
    return ticks.get(ticks.size() - 1).doubleValue();
  }

  private static BigDecimal step(double rough) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(rough)));
    for (int factor : ROUND) {
      BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
      if (step.doubleValue() >= rough - 1e-12) {
        return step;
      }
    }
    return power.multiply(BigDecimal.TEN);
  }

  private static BigDecimal floor(BigDecimal number, BigDecimal step) {
    return number
        .divide(step, MathContext.DECIMAL64)
        .setScale(0, RoundingMode.FLOOR)
        .multiply(step);
  }
}
