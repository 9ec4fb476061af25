package si.kazalnik.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One incident on one indicator (or one silent provider): a record of the {@code deviations} topic,
 * keyed by {@code id}, partitioned by indicator or by {@code provider:<id>}. Each record is the
 * whole present state as the indicator service sees it; human acts are the notification service's.
 *
 * @param schema version of this shape, {@link #SCHEMA}
 * @param id deterministic: the same incident has the same id after a replay
 * @param indicator id, or null for a provider's deviation
 * @param provider id of the silent provider, or null for an indicator's deviation
 * @param dimensions the judged tuple; empty for the headline
 * @param state present state
 * @param severity that of its worst cause still open; when ended, of its worst cause
 * @param causes in the order in which they joined
 * @param openedAt by the clock
 * @param resolvedAt when the last cause ended, or null
 * @param reopened how many times it came back within the same period
 * @param history the tuple's last judged or closed values, oldest first, at most 24: what a mail
 *     shows; empty for a provider's deviation
 * @param catalogue version of the catalogue
 */
public record Deviation(
    int schema,
    String id,
    @Nullable String indicator,
    @Nullable String provider,
    Map<String, String> dimensions,
    State state,
    Severity severity,
    List<Cause> causes,
    Instant openedAt,
    @Nullable Instant resolvedAt,
    int reopened,
    List<Point> history,
    String catalogue) {

  /** The version of this shape that this code writes. */
  public static final int SCHEMA = 1;

  /** Where an incident stands. */
  public enum State {
    OPEN,
    RESOLVED,
    /** A correction showed that a cause never was. */
    AMENDED,
    /** Found by a backfill in an older period: recorded, nobody is told. */
    SUPPRESSED
  }

  /** From mild to severe. */
  public enum Severity {
    SHIFT,
    AT_RISK,
    OVERDUE,
    OFF_TRACK,
    MISSED
  }

  /** What kind of rule found it. */
  public enum Kind {
    PERFORMANCE,
    OUTLOOK,
    DATA,
    SHIFT
  }

  /**
   * One reason for the incident.
   *
   * @param kind which rule
   * @param severity how bad
   * @param indicator the indicator it concerns (a provider's deviation has one per held-up
   *     indicator and series)
   * @param series the overdue series, for {@code DATA}; else null
   * @param period the judged or overdue period
   * @param since by the clock
   * @param endedAt when it ended, or null while it lasts
   * @param value the judged value, or null
   * @param expected what was expected, or null
   * @param target the target, or null
   * @param shortfall expected less value in the sense of the polarity, in the indicator's unit; or
   *     null
   * @param tolerance in the indicator's unit, or null
   * @param dueAt when the overdue period closed, for {@code DATA}; else null
   * @param failing with {@code forEach}, the subjects that do not meet the target; else null
   */
  public record Cause(
      Kind kind,
      Severity severity,
      String indicator,
      @Nullable String series,
      String period,
      Instant since,
      @Nullable Instant endedAt,
      @Nullable BigDecimal value,
      @Nullable Bounds expected,
      @Nullable Bounds target,
      @Nullable BigDecimal shortfall,
      @Nullable BigDecimal tolerance,
      @Nullable Instant dueAt,
      @Nullable List<String> failing) {

    /** One of which nobody asks which subjects fail. */
    public Cause(
        Kind kind,
        Severity severity,
        String indicator,
        @Nullable String series,
        String period,
        Instant since,
        @Nullable Instant endedAt,
        @Nullable BigDecimal value,
        @Nullable Bounds expected,
        @Nullable Bounds target,
        @Nullable BigDecimal shortfall,
        @Nullable BigDecimal tolerance,
        @Nullable Instant dueAt) {
      this(
          kind, severity, indicator, series, period, since, endedAt, value, expected, target,
          shortfall, tolerance, dueAt, null);
    }
  }

  /** One value of the indicator's recent past. */
  public record Point(
      String period,
      @Nullable BigDecimal value,
      @Nullable Bounds expected,
      @Nullable Bounds target,
      @Nullable Performance performance,
      ValueStatus status) {}
}
