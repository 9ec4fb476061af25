package si.kazalnik.notification.chart;

import java.time.LocalDate;

/** Where days and numbers lie on the drawing. */
record Plane(
    Axis axis,
    LocalDate first,
    LocalDate last,
    double left,
    double right,
    double top,
    double bottom) {

  double x(LocalDate day) {
    double days = last.toEpochDay() - first.toEpochDay();
    double share = days == 0 ? 0.5 : (day.toEpochDay() - first.toEpochDay()) / days;
    return left + share * (right - left);
  }

  double y(double number) {
    return bottom - (number - axis.low()) / (axis.high() - axis.low()) * (bottom - top);
  }
}
