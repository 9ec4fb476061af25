package si.kazalnik.notification.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.notification.wording.MailContent.Columns;
import si.kazalnik.notification.wording.MailContent.Row;
import si.kazalnik.notification.wording.MailContent.Table;

/** The last six values as a table, newest first. */
final class LastValues {

  private static final int MOST = 6;

  private LastValues() {}

  /** The table, or null where there is nothing to show. */
  static @Nullable Table of(Story story) {
    List<Deviation.Point> history = story.deviation().history();
    if (history.isEmpty()) {
      return null;
    }
    List<Deviation.Point> last =
        new ArrayList<>(history.subList(Math.max(0, history.size() - MOST), history.size()));
    Wording wording = story.wording();
    Optional<Integer> year = commonYear(story, last);
    Columns head =
        new Columns(
            year.map(each -> Integer.toString(each)).orElseGet(() -> wording.say("table.when")),
            wording.say("table.value"),
            wording.say("table.expected"),
            wording.say("table.verdict"));
    String title = title(wording, last);
    Collections.reverse(last);
    List<Row> rows = last.stream().map(each -> row(story, each, year.isPresent())).toList();
    return new Table(title, head, rows);
  }

  private static Row row(Story story, Deviation.Point point, boolean underYear) {
    String when =
        underYear
            ? story.periods().row(point.period())
            : Texts.capitalized(story.periods().name(point.period()));
    BigDecimal value = point.value();
    String shown =
        value == null ? story.wording().say("table.none") : story.quantities().value(value);
    return new Row(
        when,
        shown,
        expected(story, point),
        Marks.of(point.performance()),
        story.performance(point.performance()));
  }

  private static String expected(Story story, Deviation.Point point) {
    Bounds expected = point.expected();
    if (expected == null) {
      return "\u2013";
    }
    return point.value() == null
        ? story.quantities().target(expected)
        : story.quantities().expected(expected, point.value());
  }

  private static Optional<Integer> commonYear(Story story, List<Deviation.Point> points) {
    List<Optional<Integer>> years =
        points.stream()
            .map(point -> story.periods().year(point.period()))
            .distinct()
            .collect(Collectors.toList());
    boolean yearly =
        ReportingPeriod.parse(points.get(0).period())
            .filter(period -> period.toString().length() == 4)
            .isPresent();
    return years.size() == 1 && !yearly ? years.get(0) : Optional.empty();
  }

  /** Counts the periods only where none is left out between them. */
  private static String title(Wording wording, List<Deviation.Point> points) {
    List<ReportingPeriod> periods =
        points.stream()
            .map(point -> ReportingPeriod.parse(point.period()))
            .flatMap(Optional::stream)
            .toList();
    for (int i = 0; i + 1 < periods.size(); i++) {
      if (!periods.get(i).next().equals(periods.get(i + 1))) {
        return wording.say("table.other");
      }
    }
    return periods.size() == points.size()
        ? wording.say("table." + periods.get(0).frequency(), Map.of("n", periods.size()))
        : wording.say("table.other");
  }
}
