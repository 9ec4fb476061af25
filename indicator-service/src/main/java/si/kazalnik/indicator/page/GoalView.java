package si.kazalnik.indicator.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.page.chart.Spark;

/**
 * A goal with its objectives, measures and indicators.
 *
 * @param status the city's own words; empty where there are none
 * @param source where the titles come from; empty where that isn't said
 * @param sparks what the small drawings show; empty where there are none
 * @param csv its indicators as a table
 * @param json the goal as the API gives it
 */
public record GoalView(
    Frame frame,
    String title,
    String crumb,
    String lead,
    Counts counts,
    String description,
    String status,
    boolean illustrative,
    String source,
    List<String> note,
    String sparks,
    List<String> years,
    List<Part> parts,
    String csv,
    String json) {

  /**
   * An objective, or what lies directly under the goal.
   *
   * @param anchor its id on the page
   */
  public record Part(
      String anchor,
      String title,
      String description,
      String status,
      boolean illustrative,
      String source,
      List<MeasureItem> measures) {}

  /** A measure, its projects and its indicators. */
  public record MeasureItem(
      String anchor,
      String title,
      String description,
      String status,
      boolean illustrative,
      List<ProjectItem> projects,
      List<IndicatorItem> indicators) {}

  /**
   * An indicator in one paragraph.
   *
   * @param health of its data, where that is worth a word, else empty
   * @param figures its value and target
   * @param illustrative what of it is invented; empty where nothing is
   * @param spark a small drawing, or null where there is nothing to draw
   */
  public record IndicatorItem(
      Link link,
      Chip verdict,
      String health,
      String figures,
      String illustrative,
      String alsoIn,
      @Nullable Spark spark) {}
}
