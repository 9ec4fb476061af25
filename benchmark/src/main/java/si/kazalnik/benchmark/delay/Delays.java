package si.kazalnik.benchmark.delay;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Percentiles of delays, in seconds. */
record Delays(
    String what, String load, long count, double median, double ninetyNinth, double worst) {

  static final String HEAD =
      """
      | delay | load | number | 50th percentile ms | 99th ms | worst ms |
      |---|---|--:|--:|--:|--:|
      """;

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1_000;

  static Delays of(String what, String load, Histogram nanos) {
    return new Delays(
        what,
        load,
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / NANOS,
        nanos.getValueAtPercentile(99) / NANOS,
        nanos.getMaxValue() / NANOS);
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.0f | %.0f | %.0f |%n",
        what,
        load,
        count,
        median * MILLIS,
        ninetyNinth * MILLIS,
        worst * MILLIS);
  }
}
