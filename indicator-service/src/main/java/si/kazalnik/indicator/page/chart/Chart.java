package si.kazalnik.indicator.page.chart;

import java.util.List;

/**
 * A drawing in two sizes, of which the style sheet shows one.
 *
 * @param kind its form, which its key goes by
 * @param scaleFrom what a line's scale begins with, as text; empty where it begins at zero
 */
public record Chart(ChartKind kind, Drawing wide, Drawing narrow, String scaleFrom) {

  /** Draws it; title and description go with both sizes. */
  public static Chart of(ChartSource source, ChartWords words, String title, String description) {
    ChartKind kind = ChartKind.of(source.definition());
    int wide = kind == ChartKind.DELIVERABLE ? 110 : kind == ChartKind.LINE ? 400 : 360;
    int narrow = kind == ChartKind.DELIVERABLE ? 110 : 320;
    return new Chart(
        kind,
        drawing("cw", source, words, Plane.wide(wide), title, description),
        drawing("cn", source, words, Plane.narrow(narrow), title, description),
        scaleFrom(kind, source, words));
  }

  private static Drawing drawing(
      String id,
      ChartSource source,
      ChartWords words,
      Plane plane,
      String title,
      String description) {
    List<Mark> marks =
        switch (ChartKind.of(source.definition())) {
          case LINE -> new LineChart(source, words, plane).marks();
          case QUOTA -> new QuotaChart(source, words, plane).marks();
          case BARS -> new BarChart(source, words, plane).marks();
          case DELIVERABLE -> DeliverableChart.marks(source, words, plane);
        };
    return new Drawing(id, plane.width(), plane.height(), title, description, marks);
  }

  private static String scaleFrom(ChartKind kind, ChartSource source, ChartWords words) {
    Steps scale = LineChart.scale(source);
    return kind != ChartKind.LINE || scale.low() <= 0
        ? ""
        : words.figures().value(scale.ticks().get(0), source.definition().unit());
  }
}
