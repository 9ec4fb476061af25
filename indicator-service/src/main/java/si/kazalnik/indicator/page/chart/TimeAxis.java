package si.kazalnik.indicator.page.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whole years from left to right, by days.
 *
 * @param firstYear on the left
 * @param lastYear on the right, the same or later
 */
record TimeAxis(Plane plane, int firstYear, int lastYear) {

  /** At the end of the day. */
  double x(LocalDate day) {
    LocalDate from = LocalDate.of(firstYear, 1, 1);
    double days = ChronoUnit.DAYS.between(from, day) + 1.0;
    double all = ChronoUnit.DAYS.between(from, LocalDate.of(lastYear + 1, 1, 1));
    return plane.x(days / all);
  }

  void draw(Sketch sketch) {
    int years = lastYear - firstYear + 1;
    double each = (double) (plane.right() - plane.left()) / years;
    int every = (int) Math.ceil((plane.compact() ? 30 : 44) / each);
    for (int i = 0; i <= years; i++) {
      double x = plane.x((double) i / years);
      sketch.line("g0", x, plane.bottom(), x, plane.bottom() + 5.0);
      if (i < years && i % every == 0) {
        int year = firstYear + i;
        String text = plane.compact() ? "’" + String.valueOf(year).substring(2) : "" + year;
        sketch.label("", x + each / 2, plane.bottom() + 17.0, "middle", text);
      }
    }
  }
}
