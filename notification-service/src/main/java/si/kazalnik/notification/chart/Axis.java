package si.kazalnik.notification.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale with round steps (1, 2 or 5 times a power of ten) that holds all numbers.
 *
 * @param decimals that its numbers need
 */
record Axis(double low, double high, double step, int decimals) {

  private static final int MOST_STEPS = 4;

  /**
   * The axis.
   *
   * @param fromZero whether it must begin at zero, as bars do
   */
  static Axis holding(double least, double greatest, boolean fromZero) {
    double low = fromZero ? Math.min(0, least) : least;
    double high = greatest > low ? greatest : low + 1;
    double step = roundStep((high - low) / MOST_STEPS);
    double first = Math.floor(low / step) * step;
    double last = Math.ceil(high / step) * step;
    if (!fromZero && first < 0 && least >= 0) {
      first = 0;
    }
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step)));
    return new Axis(first, last, step, decimals);
  }

  List<Double> lines() {
    List<Double> lines = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      lines.add(low + i * step);
    }
    return lines;
  }

  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
