package si.kazalnik.indicator.page.chart;

/**
 * Where a drawing's scales lie, in pixels.
 *
 * @param compact whether it is the narrow one
 */
record Plane(int width, int height, int left, int right, int top, int bottom, boolean compact) {

  static Plane wide(int height) {
    return new Plane(780, height, 44, 766, 26, height - 24, false);
  }

  static Plane narrow(int height) {
    return new Plane(340, height, 44, 330, 26, height - 24, true);
  }

  /** The same with room on the right for words. */
  Plane withMargin(int pixels) {
    return new Plane(width, height, left, right - pixels, top, bottom, compact);
  }

  double x(double share) {
    return left + (right - left) * share;
  }

  double y(double value, Steps steps) {
    double span = steps.high() - steps.low();
    return bottom - (bottom - top) * (value - steps.low()) / span;
  }
}
