package si.kazalnik.notification.wording;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.wording.MailContent.Section;

/** What is said of an indicator's deviation. */
final class IndicatorSection {

  private final Story story;

  IndicatorSection(Story story) {
    this.story = story;
  }

  /** The subject of a mail that tells of this alone. */
  String subject(NoticeKind kind) {
    if (kind == NoticeKind.AMENDED) {
      return story.say("subject.AMENDED", parts());
    }
    if (kind == NoticeKind.RESOLVED) {
      return story.latest().isPresent() && !story.isDeliverable()
          ? story.say("subject.RESOLVED.value", now())
          : story.say("subject.RESOLVED", parts());
    }
    if (!story.failing().isEmpty()) {
      return story.say("subject.failing", parts());
    }
    String key = "subject." + story.cause().severity();
    return story.say(story.isMissed() && story.isDeliverable() ? key + ".exists" : key, parts());
  }

  Section section(NoticeKind kind) {
    boolean open = kind == NoticeKind.OPENED;
    return new Section(
        open ? mark() : Marks.GOOD,
        open
            ? story.say("verdict." + story.cause().severity(), parts())
            : story.say("verdict." + kind, Map.of()),
        story.title(),
        sentence(kind),
        story.place().linkTo(story.indicator().id(), story.say("link.indicator", Map.of())),
        open ? IndicatorFacts.whileOpen(story) : IndicatorFacts.whenOver(story),
        Figures.of(story),
        story.isDeliverable() ? null : LastValues.of(story));
  }

  private MailContent.Mark mark() {
    return Marks.of(Performance.valueOf(story.cause().severity().name()));
  }

  private String sentence(NoticeKind kind) {
    return switch (kind) {
      case AMENDED -> story.say("sentence.AMENDED", Map.of());
      case RESOLVED -> resolved();
      default -> opened();
    };
  }

  private String resolved() {
    if (story.isDeliverable()) {
      return story.say(story.isMissed() ? "sentence.RESOLVED.late" : "sentence.RESOLVED", Map.of());
    }
    return story.latest().isPresent()
        ? story.say("sentence.RESOLVED.value", now())
        : story.say("sentence.RESOLVED", Map.of());
  }

  private String opened() {
    if (!story.failing().isEmpty()) {
      return story.say("sentence.failing", parts());
    }
    if (story.isDeliverable()) {
      return story.say("sentence.exists", parts());
    }
    String against = story.isMissed() ? "sentence.target." : "sentence.path.";
    return story.say(against + story.polarity(), parts());
  }

  private Map<String, String> parts() {
    Deviation.Cause cause = story.cause();
    Map<String, String> parts = new HashMap<>();
    parts.put("title", Texts.uncapitalized(story.title()));
    parts.put("value", story.value());
    parts.put("expected", story.expected());
    parts.put("target", story.target());
    parts.put("failing", story.failing());
    parts.put("period", story.periods().name(cause.period()));
    parts.put("when", Texts.capitalized(story.periods().when(cause.period())));
    parts.put("gap", cause.shortfall() == null ? "" : story.quantities().gap(cause.shortfall()));
    parts.put(
        "day",
        ReportingPeriod.parse(cause.period())
            .map(period -> story.dates().day(period.end()))
            .orElseGet(() -> story.periods().name(cause.period())));
    return parts;
  }

  /** As things stand, which may be a later period than the one that was judged badly. */
  private Map<String, String> now() {
    Map<String, String> parts = parts();
    Optional<Deviation.Point> latest = story.latest();
    latest.ifPresent(
        point -> {
          BigDecimal value = point.value();
          parts.put("value", value == null ? "" : story.quantities().value(value));
          parts.put("verdict", story.performance(point.performance()));
          parts.put("when", Texts.capitalized(story.periods().when(point.period())));
        });
    return parts;
  }
}
