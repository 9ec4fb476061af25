package si.kazalnik.indicator.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.page.chart.Chart;

/**
 * An indicator.
 *
 * @param goals the way to it: goal and objective, empty where it serves no measure
 * @param known the day as known on which it is shown, else null
 * @param lead the verdict in sentences
 * @param chart null where there is nothing to draw
 */
public record IndicatorView(
    Frame frame,
    String id,
    String title,
    List<Link> goals,
    @Nullable Known known,
    Verdict verdict,
    List<String> lead,
    List<Figure> figures,
    @Nullable Picture chart,
    ValueTable table,
    List<Judged> judged,
    @Nullable Computation computation,
    List<Earlier> earlier,
    AsOf asOf,
    List<ProjectItem> projects,
    List<Fact> facts,
    String csv,
    String json) {

  /** That it isn't the page of today. */
  public record Known(String sentence, Link now) {}

  /** Verdict, data health, what is invented; the last two may be empty. */
  public record Verdict(Chip chip, String health, String illustrative) {}

  /** A number with its name. */
  public record Figure(String name, String number, String about, boolean illustrative) {}

  /** The chart under a heading that says what it shows. */
  public record Picture(String finding, String caption, Chart chart, List<KeyItem> keys) {}

  /** What a mark means; {@code mark} names its drawing in the template. */
  public record KeyItem(String mark, String text) {}

  /**
   * Values by period, the newest first.
   *
   * @param unit that stands behind the heads
   * @param judged whether there are a target and verdicts
   * @param summary what the folded part holds
   * @param more that even older ones are elsewhere; empty where they aren't
   */
  public record ValueTable(
      String caption,
      String unit,
      boolean judged,
      List<Row> latest,
      List<Row> before,
      String summary,
      String more) {}

  /** One period; {@code remark} stands where there is no verdict. */
  public record Row(
      String period,
      String value,
      String expected,
      String target,
      @Nullable Chip verdict,
      String remark,
      String version,
      boolean revised) {}

  /** A dated target or a quota's period and how it came out. */
  public record Judged(
      String period,
      String target,
      String value,
      Chip verdict,
      String remark,
      boolean illustrative) {}

  /** How a period's value and verdict came about: to be read, and step by step. */
  public record Computation(String period, String paragraph, List<Step> steps, String about) {}

  /** One step and its number; the number may be empty. */
  public record Step(String text, String result) {}

  /** One revision of one period. */
  public record Earlier(
      String period, String published, String value, @Nullable Chip verdict, String why) {}

  /** The days that the page can be asked for. */
  public record AsOf(String first, String last, String chosen) {}

  /** What there is to know about it. */
  public record Fact(String name, List<Told> told) {}

  /** One statement; {@code href} and {@code source} may be empty. */
  public record Told(String text, String href, boolean illustrative, String source) {

    static Told plain(String text) {
      return new Told(text, "", false, "");
    }
  }
}
