package si.kazalnik.notification.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.notification.chart.ChartData;

/**
 * All that one mail says, in the owner's language; how it looks is the mail package's.
 *
 * @param subject one line
 * @param strategy title of the strategy
 * @param heading how many deviations, where there are several; else null
 * @param sections one for each deviation, the worst first
 * @param more those that have no section of their own, or null where all have
 * @param others who else was told, or null
 * @param next what comes next, or null
 * @param footer why it was sent, what is invented, when
 */
public record MailContent(
    String language,
    String subject,
    String strategy,
    @Nullable String heading,
    List<Section> sections,
    @Nullable More more,
    @Nullable String others,
    @Nullable String next,
    String footer) {

  /** One deviation. */
  public record Section(
      Mark mark,
      String verdict,
      String title,
      String sentence,
      @Nullable Link link,
      List<Fact> facts,
      @Nullable Figure figure,
      @Nullable Table table) {}

  /** A status as shape and colour; the word stands beside it. */
  public record Mark(String shape, String color) {}

  /** A link with an absolute address. */
  public record Link(String text, String url) {}

  /** A row of facts: what counts is strong, what is said of it soft. */
  public record Fact(String label, String strong, String plain, String soft, List<Link> links) {

    static Fact strong(String label, String strong, String plain, String soft) {
      return new Fact(label, strong, plain, soft, List.of());
    }

    static Fact plain(String label, String plain, String soft) {
      return new Fact(label, "", plain, soft, List.of());
    }
  }

  /** The chart and what it shows, in words. */
  public record Figure(ChartData chart, String alt) {}

  /** The last values, newest first. */
  public record Table(String title, Columns head, List<Row> rows) {}

  /** What the columns hold. */
  public record Columns(String when, String value, String expected, String verdict) {}

  /** One period. */
  public record Row(String when, String value, String expected, Mark mark, String verdict) {}

  /** Deviations that are only named, and where to see them. */
  public record More(String text, List<String> titles, String url) {}
}
