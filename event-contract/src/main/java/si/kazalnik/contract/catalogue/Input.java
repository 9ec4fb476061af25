package si.kazalnik.contract.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregated series.
 *
 * @param name in the formula
 * @param series id
 * @param percentile p of {@code PERCENTILE(p)}, 0 &lt; p ≤ 100; null for other aggregates
 * @param where dimension to the values that pass; empty passes all
 * @param rolling n of {@code ROLLING(n)}, in reporting periods; 0 for other windows
 * @param zeroWhenEmpty {@code whenEmpty: ZERO}
 * @param across how the stocks of several subjects are put together ({@code LAST} only)
 * @param carryForward reporting periods a stock may be carried, 0 for none
 * @param atLeast measurements needed for a value, 1 or more
 */
public record Input(
    String name,
    String series,
    Aggregate aggregate,
    @Nullable Integer percentile,
    Map<String, List<String>> where,
    Window window,
    int rolling,
    boolean zeroWhenEmpty,
    Across across,
    int carryForward,
    int atLeast) {

  /** How the measurements of a window become one number. */
  public enum Aggregate {
    SUM,
    COUNT,
    MEAN,
    MIN,
    MAX,
    EXISTS,
    PERCENTILE,
    DISTINCT,
    LAST
  }

  /** Which measurements count. */
  public enum Window {
    PERIOD,
    YEAR_TO_DATE,
    ROLLING,
    SINCE_START
  }

  /** How several subjects' stocks become one. */
  public enum Across {
    SUM,
    MIN,
    MAX,
    MEAN
  }
}
