package si.kazalnik.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an indicator's value for one reporting period and one dimension tuple: a record
 * of the {@code indicator-values} topic, keyed {@link #key()} and partitioned by indicator.
 *
 * @param schema version of this shape, {@link #SCHEMA}
 * @param indicator id
 * @param period in the calendar's notation ({@code 2025}, {@code 2025-Q3}, …)
 * @param start first local day of the period
 * @param end last local day of the period
 * @param dimensions empty for the headline
 * @param revision 0 while the period is open, from 1 on once it has closed
 * @param value rounded to the indicator's decimals, or null with a {@code reason}
 * @param reason why there is no value; null where there is one
 * @param status firm or not
 * @param cause why a revision above 1 was made; null for 0 and 1
 * @param performance verdict, or null where unjudged
 * @param expected what applies on the period's last day, or null
 * @param target the first target point at or after the last day, else the last; or null
 * @param coverage with a roster, who reported; else null
 * @param measurements number of measurements behind the value
 * @param computedAt the closing instant where the clock passed it while the indicator was in force,
 *     else the clock's time
 * @param due whether the period is due by calendar
 * @param closesAt when the period closes
 * @param missing names of the inputs that miss their data in this period; what data health is
 *     computed from
 * @param milestone whether this period is judged on a dated point of a path, or as a quota
 * @param deliveredLate the local day of a delivery after the closing, or null
 * @param tolerance the tolerance that was applied, in the indicator's unit; null where unjudged
 * @param inputs what the formula was computed from
 * @param catalogue version of the catalogue it was computed with
 * @param failing with {@code forEach}, the subjects that do not meet the target, in the roster's
 *     order; null where there are none
 */
public record IndicatorValue(
    int schema,
    String indicator,
    String period,
    LocalDate start,
    LocalDate end,
    Map<String, String> dimensions,
    int revision,
    @Nullable BigDecimal value,
    @Nullable NoValueReason reason,
    ValueStatus status,
    @Nullable RevisionCause cause,
    @Nullable Performance performance,
    @Nullable Bounds expected,
    @Nullable Bounds target,
    @Nullable Coverage coverage,
    long measurements,
    Instant computedAt,
    boolean due,
    Instant closesAt,
    List<String> missing,
    boolean milestone,
    @Nullable LocalDate deliveredLate,
    @Nullable BigDecimal tolerance,
    List<InputValue> inputs,
    String catalogue,
    @Nullable List<String> failing) {

  /** The version of this shape that this code writes. */
  public static final int SCHEMA = 1;

  /** One of which nobody asks which subjects fail. */
  public IndicatorValue(
      int schema,
      String indicator,
      String period,
      LocalDate start,
      LocalDate end,
      Map<String, String> dimensions,
      int revision,
      @Nullable BigDecimal value,
      @Nullable NoValueReason reason,
      ValueStatus status,
      @Nullable RevisionCause cause,
      @Nullable Performance performance,
      @Nullable Bounds expected,
      @Nullable Bounds target,
      @Nullable Coverage coverage,
      long measurements,
      Instant computedAt,
      boolean due,
      Instant closesAt,
      List<String> missing,
      boolean milestone,
      @Nullable LocalDate deliveredLate,
      @Nullable BigDecimal tolerance,
      List<InputValue> inputs,
      String catalogue) {
    this(
        schema,
        indicator,
        period,
        start,
        end,
        dimensions,
        revision,
        value,
        reason,
        status,
        cause,
        performance,
        expected,
        target,
        coverage,
        measurements,
        computedAt,
        due,
        closesAt,
        missing,
        milestone,
        deliveredLate,
        tolerance,
        inputs,
        catalogue,
        null);
  }

  /**
   * One input of the formula.
   *
   * @param name its name in the formula
   * @param value exact, or null where the input has none
   * @param measurements in its window
   * @param error relative error of an estimate (of {@code DISTINCT} its standard error, of {@code
   *     PERCENTILE} its bound); null where the value is exact
   * @param first when the earliest of the measurements was true, or the end of its whole period;
   *     null where there are none
   * @param last likewise of the latest
   */
  public record InputValue(
      String name,
      @Nullable BigDecimal value,
      long measurements,
      @Nullable BigDecimal error,
      @Nullable Instant first,
      @Nullable Instant last) {

    /** An exact one, of measurements of which it is not said when they were. */
    public InputValue(String name, @Nullable BigDecimal value, long measurements) {
      this(name, value, measurements, null, null, null);
    }
  }

  /** {@code indicator|period|dimensions|revision}; dimensions as {@code name=value,…} by name. */
  public String key() {
    return indicator + '|' + period + '|' + dimensionsKey(dimensions) + '|' + revision;
  }

  /** A dimension tuple as text: {@code name=value} joined by commas in the order of the names. */
  public static String dimensionsKey(Map<String, String> dimensions) {
    StringBuilder text = new StringBuilder();
    new java.util.TreeMap<>(dimensions)
        .forEach(
            (name, value) ->
                text.append(text.isEmpty() ? "" : ",").append(name).append('=').append(value));
    return text.toString();
  }
}
