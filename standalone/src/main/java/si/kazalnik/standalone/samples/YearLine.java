package si.kazalnik.standalone.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;

/** A line through values at the ends of years; level before the first and after the last. */
final class YearLine {

  private YearLine() {}

  static double at(NavigableMap<Integer, BigDecimal> ends, LocalDate day) {
    Map.Entry<Integer, BigDecimal> before = ends.floorEntry(day.getYear() - 1);
    Map.Entry<Integer, BigDecimal> after = ends.ceilingEntry(day.getYear());
    if (before == null) {
      return ends.firstEntry().getValue().doubleValue();
    }
    if (after == null) {
      return before.getValue().doubleValue();
    }
    double years = after.getKey() - before.getKey();
    double passed =
        day.getYear() - before.getKey() - 1 + (double) day.getDayOfYear() / day.lengthOfYear();
    double start = before.getValue().doubleValue();
    return start + (after.getValue().doubleValue() - start) * passed / years;
  }
}
