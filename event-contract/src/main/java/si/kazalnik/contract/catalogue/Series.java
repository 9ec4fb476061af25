package si.kazalnik.contract.catalogue;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;

/**
 * What a provider measures.
 *
 * @param unit as published, or null where there is none
 * @param hasValue false for events without a number ({@code value: NONE})
 * @param period the calendar whose whole periods feed the series, or null where moments do
 * @param min least allowed value, inclusive, or null
 * @param max greatest allowed value, inclusive, or null
 * @param dimensions sorted by name
 * @param roster subjects expected to report; empty where there is no roster
 * @param keep what is kept beside the usual summaries
 * @param acceptFor how far back an event may lie, or null for no limit
 * @param illustrative whether its measurements are invented
 */
public record Series(
    String id,
    String provider,
    Map<String, String> title,
    @Nullable String unit,
    boolean hasValue,
    @Nullable Frequency period,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    List<Dimension> dimensions,
    List<String> roster,
    Set<Keep> keep,
    @Nullable Period acceptFor,
    boolean illustrative,
    @Nullable String source,
    Map<String, String> note) {

  /** What may be kept beside the usual summaries. */
  public enum Keep {
    DISTINCT,
    QUANTILES
  }

  /** A dimension and its allowed values, these in the order of the file. */
  public record Dimension(
      String name,
      Map<String, String> title,
      List<String> values,
      boolean required,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note) {}
}
