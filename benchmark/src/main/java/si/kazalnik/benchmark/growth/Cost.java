package si.kazalnik.benchmark.growth;

import java.util.Locale;
import si.kazalnik.benchmark.result.Sample;

/**
 * What a size costs.
 *
 * @param rate events a second, the median
 * @param processorMillis of both services for 1,000 events, the median
 * @param stateBytes on disk for each measurement kept
 * @param restart seconds from starting to settled again
 * @param restore the same without its state on disk
 * @param change seconds from putting a changed definition to settled by it
 * @param page seconds that the public page takes
 * @param list seconds that the API takes for a page of indicators
 * @param values seconds that the API takes for one indicator's values
 */
record Cost(
    String size,
    double rate,
    double processorMillis,
    double stateBytes,
    double restart,
    double restore,
    double change,
    double page,
    double list,
    double values) {

  static final String HEAD =
      "| size | events/s | ÷ smallest | processor ms for 1,000 events | ÷ smallest | bytes of state"
          + " a measurement | start again s | restore s | change a definition s | page ms | list of"
          + " indicators ms | values of one ms |\n"
          + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

  /** Beside what the smallest city costs. */
  String row(double smallestRate, double smallestProcessorMillis) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %.1f | %.2f | %.0f | %.1f | %.1f | %.1f | %.0f | %.0f | %.0f |%n",
        size,
        rate,
        rate / smallestRate,
        processorMillis,
        processorMillis / smallestProcessorMillis,
        stateBytes,
        restart,
        restore,
        change,
        millis(page),
        millis(list),
        millis(values));
  }

  private static double millis(double seconds) {
    return seconds * Sample.MILLIS;
  }
}
