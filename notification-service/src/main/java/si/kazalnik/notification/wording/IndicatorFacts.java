package si.kazalnik.notification.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.notification.wording.MailContent.Fact;

/** The rows between the sentence and the chart. */
final class IndicatorFacts {

  private final Story story;
  private final List<Fact> facts = new ArrayList<>();

  private IndicatorFacts(Story story) {
    this.story = story;
  }

  static List<Fact> whileOpen(Story story) {
    IndicatorFacts rows = new IndicatorFacts(story);
    if (story.isDeliverable()) {
      rows.deadline();
    } else {
      rows.value(story.cause().period(), story.value());
      if (!story.isMissed()) {
        rows.expected();
      }
      rows.gap();
    }
    rows.failing();
    rows.target();
    if (!story.isMissed()) {
      rows.since();
    }
    return List.copyOf(rows.facts);
  }

  static List<Fact> whenOver(Story story) {
    IndicatorFacts rows = new IndicatorFacts(story);
    if (!story.isDeliverable()) {
      story
          .latest()
          .filter(point -> point.value() != null)
          .ifPresent(point -> rows.value(point.period(), story.quantities().value(nonNull(point))));
    }
    rows.target();
    rows.lasted();
    return List.copyOf(rows.facts);
  }

  private static java.math.BigDecimal nonNull(Deviation.Point point) {
    return java.util.Objects.requireNonNull(point.value());
  }

  private void value(String period, String value) {
    String rest = say("fact.value.rest", Map.of("period", story.periods().name(period)));
    facts.add(
        Fact.strong(say("fact.value"), value, rest, illustrative(story.valueIsIllustrative())));
    if (!story.quantities().unitIsKnown()) {
      facts.add(Fact.plain(say("fact.unit"), story.indicator().unit(), ""));
    }
  }

  private void expected() {
    if (story.expected().isEmpty()) {
      return;
    }
    String day = lastDay(story.cause().period());
    String rest =
        day.isEmpty()
            ? story.expected()
            : say("fact.expected.rest", Map.of("expected", story.expected(), "day", day));
    facts.add(Fact.plain(say("fact.expected"), rest, ""));
  }

  private void gap() {
    Deviation.Cause cause = story.cause();
    if (cause.shortfall() == null) {
      return;
    }
    String tolerance =
        cause.tolerance() == null || cause.tolerance().signum() == 0 || story.isMissed()
            ? ""
            : say(
                "fact.tolerance",
                Map.of("tolerance", story.quantities().bareGap(cause.tolerance())));
    facts.add(
        Fact.strong(
            say("fact.gap." + story.polarity()),
            story.quantities().gap(cause.shortfall()),
            tolerance,
            ""));
  }

  private void failing() {
    if (!story.failing().isEmpty()) {
      facts.add(Fact.plain(say("fact.failing"), story.failing(), ""));
    }
  }

  private void target() {
    String period = story.judged().period();
    if (period == null || story.target().isEmpty() || story.isDeliverable()) {
      return;
    }
    Map<String, String> parts =
        Map.of("target", story.target(), "period", story.periods().name(period));
    facts.add(
        Fact.plain(
            say("fact.target"),
            say("fact.target.rest", parts),
            illustrative(story.judged().illustrative())));
  }

  private void deadline() {
    String day = lastDay(story.cause().period());
    facts.add(
        Fact.strong(
            say("fact.deadline"),
            day.isEmpty() ? story.periods().name(story.cause().period()) : day,
            "",
            illustrative(story.judged().illustrative())));
  }

  private void since() {
    History.Run now = History.lastRun(story.deviation().history());
    if (now == null) {
      return;
    }
    Periods periods = story.periods();
    String since = say("fact.since.now", Map.of("from", periods.from(now.first())));
    History.Run before = now.before();
    facts.add(Fact.plain(say("fact.since"), before == null ? since : since(since, before), ""));
  }

  private String since(String now, History.Run before) {
    Performance was = before.performance();
    if (was != Performance.AT_RISK && was != Performance.OFF_TRACK) {
      return now;
    }
    Periods periods = story.periods();
    String past = say("past." + was);
    if (before.first().equals(before.last())) {
      return say(
          "fact.since.before.one",
          Map.of("now", now, "when", periods.when(before.first()), "past", past));
    }
    return say(
        "fact.since.before",
        Map.of(
            "now",
            now,
            "from",
            periods.from(before.first(), before.last()),
            "to",
            periods.from(before.last()),
            "past",
            past));
  }

  private void lasted() {
    Deviation deviation = story.deviation();
    if (deviation.resolvedAt() == null) {
      return;
    }
    String from = story.dates().day(deviation.openedAt());
    String to = story.dates().day(deviation.resolvedAt());
    facts.add(
        Fact.plain(
            say("fact.lasted"), say("fact.lasted.rest", Map.of("from", from, "to", to)), ""));
  }

  private String lastDay(String period) {
    @Nullable LocalDate end = ReportingPeriod.parse(period).map(ReportingPeriod::end).orElse(null);
    return end == null ? "" : story.dates().day(end);
  }

  private String illustrative(boolean is) {
    return is ? say("illustrative") : "";
  }

  private String say(String key) {
    return story.say(key, Map.of());
  }

  private String say(String key, Map<String, ?> arguments) {
    return story.say(key, arguments);
  }
}
