package si.kazalnik.notification.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mail's picture shows.
 *
 * @param values oldest first
 * @param targets dated targets, in their order; empty for a quota
 * @param linear whether the path goes straight from target to target
 * @param quota whether each period has a target of its own and begins anew: bars from zero, the
 *     target a level
 * @param verdict of the latest judged period
 * @param latest label of the latest value
 * @param percent whether the axis' top number bears a per cent sign
 * @param pathLabel beside the path
 * @param note said inside the picture so that a copy keeps it, or null
 * @param language of the numbers on the axis
 */
public record ChartData(
    List<Value> values,
    List<TargetPoint> targets,
    boolean linear,
    boolean quota,
    Verdict verdict,
    String latest,
    boolean percent,
    String pathLabel,
    @Nullable String note,
    String language) {

  /**
   * One period.
   *
   * @param day its last day
   */
  public record Value(LocalDate day, @Nullable BigDecimal value, @Nullable BigDecimal expected) {}

  /** A dated target with its number as text. */
  public record TargetPoint(LocalDate day, BigDecimal value, String label) {}

  /** The shape that the latest judged period carries. */
  public enum Verdict {
    MET,
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    MISSED,
    NONE
  }
}
