package si.kazalnik.contract.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.calendar.Frequency;

/** What is to be reached, and by when. */
public sealed interface Target {

  /** No target. */
  record None() implements Target {}

  /**
   * A quota or recurring deliverable.
   *
   * @param per the calendar whose period it is for; null for the reporting period ({@code ON_EVENT}
   *     included)
   * @param forEachSubject whether each subject of the roster is judged
   */
  record EveryPeriod(
      Bounds bounds,
      @Nullable Frequency per,
      boolean forEachSubject,
      boolean perCell,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note)
      implements Target {}

  /** A path of dated points, in their order. */
  record Path(
      List<Point> points,
      Interpolate interpolate,
      After after,
      boolean forEachSubject,
      boolean perCell,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note)
      implements Target {}

  /**
   * A dated point.
   *
   * @param period judged on the reporting period that ends on its last day
   * @param assumed the strategy gives no date, its end is assumed
   */
  record Point(
      String period,
      Bounds bounds,
      boolean assumed,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note) {}

  /** What is expected between two points. */
  enum Interpolate {
    LINEAR,
    STEP,
    NONE
  }

  /** What applies after the last point. */
  enum After {
    HOLD,
    END
  }
}
