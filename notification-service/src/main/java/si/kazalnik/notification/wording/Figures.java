package si.kazalnik.notification.wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.notification.chart.ChartData;
import si.kazalnik.notification.rules.JudgedTarget;
import si.kazalnik.notification.wording.MailContent.Figure;

/** What the chart draws, and the same finding in words. */
final class Figures {

  private static final int FEWEST = 2;

  private Figures() {}

  /** The chart, or null where a drawing would say nothing. */
  static @Nullable Figure of(Story story) {
    List<Deviation.Point> shown =
        story.deviation().history().stream()
            .filter(point -> ReportingPeriod.parse(point.period()).isPresent())
            .toList();
    long numbers = shown.stream().filter(point -> point.value() != null).count();
    if (numbers < FEWEST || story.isDeliverable()) {
      return null;
    }
    List<ChartData.Value> values = shown.stream().map(Figures::value).toList();
    Target target = JudgedTarget.inForce(story.indicator(), values.get(values.size() - 1).day());
    ChartData chart =
        new ChartData(
            values,
            target instanceof Target.Path path ? targets(story, path, values) : List.of(),
            target instanceof Target.Path path && path.interpolate() == Target.Interpolate.LINEAR,
            target instanceof Target.EveryPeriod,
            verdict(story),
            latest(story, shown),
            story.indicator().unit().equals("percent"),
            story.wording().say("chart.path"),
            note(story),
            story.wording().language());
    return new Figure(chart, alt(story, shown, chart));
  }

  private static ChartData.Value value(Deviation.Point point) {
    @Nullable BigDecimal expected = point.expected() == null ? null : point.expected().value();
    return new ChartData.Value(lastDay(point.period()), point.value(), expected);
  }

  /** The points within the drawn time, and the next one after it. */
  private static List<ChartData.TargetPoint> targets(
      Story story, Target.Path path, List<ChartData.Value> values) {
    LocalDate first = values.get(0).day();
    LocalDate last = values.get(values.size() - 1).day();
    List<ChartData.TargetPoint> shown = new ArrayList<>();
    for (Target.Point point : path.points()) {
      BigDecimal number = point.bounds().value();
      LocalDate day = lastDay(point.period());
      if (number == null || day.isBefore(first)) {
        continue;
      }
      shown.add(new ChartData.TargetPoint(day, number, new Numbers(story.wording()).plain(number)));
      if (!day.isBefore(last)) {
        break;
      }
    }
    return List.copyOf(shown);
  }

  private static ChartData.Verdict verdict(Story story) {
    Optional<Performance> latest = story.latest().map(Deviation.Point::performance);
    return latest
        .map(each -> ChartData.Verdict.valueOf(each.name()))
        .orElse(ChartData.Verdict.NONE);
  }

  private static String latest(Story story, List<Deviation.Point> shown) {
    return shown.stream()
        .map(Deviation.Point::value)
        .filter(each -> each != null)
        .reduce((before, last) -> last)
        .map(last -> story.quantities().value(last))
        .orElse("");
  }

  private static @Nullable String note(Story story) {
    if (story.valueIsIllustrative()) {
      return story.wording().say("chart.illustrative");
    }
    return story.judged().illustrative() ? story.wording().say("chart.illustrative.target") : null;
  }

  private static String alt(Story story, List<Deviation.Point> shown, ChartData chart) {
    Periods periods = story.periods();
    String first = shown.get(0).period();
    String last = shown.get(shown.size() - 1).period();
    Map<String, Object> parts = new HashMap<>();
    parts.put("from", periods.from(first));
    parts.put("to", periods.from(last));
    parts.put("title", Texts.uncapitalized(story.title()));
    parts.put("value", chart.latest());
    boolean compared = !story.expected().isEmpty() && last.equals(story.cause().period());
    parts.put(
        "path", compared ? story.say("chart.alt.path", Map.of("expected", story.expected())) : "");
    return story.say("chart.alt", parts);
  }

  private static LocalDate lastDay(String period) {
    return ReportingPeriod.parse(period).map(ReportingPeriod::end).orElseThrow();
  }
}
