package si.kazalnik.benchmark.result;

import java.util.Locale;

/**
 * Whether a target is reached.
 *
 * @param measured in the target's unit
 * @param atLeast whether it must be at least the bound; else below it
 */
public record Verdict(String target, double measured, double bound, boolean atLeast) {

  /** What is not a number is not reached. */
  public boolean reached() {
    return atLeast ? measured >= bound : measured < bound;
  }

  /** As a row of a table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s %.1f | %.2f | %s |%n",
        target,
        atLeast ? "≥" : "<",
        bound,
        measured,
        reached() ? "reached" : "**missed**");
  }
}
