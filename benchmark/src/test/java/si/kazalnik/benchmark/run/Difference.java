package si.kazalnik.benchmark.run;

/** One field that is not what the oracle computed. */
public record Difference(
    String indicator, String period, String field, String expected, String got, String context) {
  @Override
  public String toString() {
    return indicator
        + " "
        + period
        + " "
        + field
        + ": expected "
        + expected
        + ", got "
        + got
        + (context.isEmpty() ? "" : "  (" + context + ")");
  }
}
