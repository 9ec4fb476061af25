package si.kazalnik.notification.wording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.wording.MailContent.Fact;
import si.kazalnik.notification.wording.MailContent.Link;
import si.kazalnik.notification.wording.MailContent.Section;

/** What is said of a provider that is silent, or was. */
final class ProviderSection {

  private final Place place;
  private final Dates dates;
  private final Deviation deviation;
  private final String provider;

  ProviderSection(Place place, Dates dates, Deviation deviation, String provider) {
    this.place = place;
    this.dates = dates;
    this.deviation = deviation;
    this.provider = place.provider(provider);
  }

  String subject(NoticeKind kind) {
    return switch (kind) {
      case AMENDED -> say("subject.AMENDED.provider", Map.of("provider", provider));
      case RESOLVED -> say("subject.RESOLVED.provider", Map.of("provider", provider));
      default -> say("subject.OVERDUE", Map.of("provider", provider, "day", dates.day(dueAt())));
    };
  }

  Section section(NoticeKind kind) {
    boolean open = kind == NoticeKind.OPENED;
    return new Section(
        open ? Marks.DATA_MISSING : Marks.GOOD,
        say(open ? "verdict.OVERDUE" : "verdict." + kind, Map.of()),
        provider,
        sentence(kind),
        indicators().size() == 1
            ? place.linkTo(indicators().get(0), say("link.indicator", Map.of()))
            : place.root(say("link.indicators", Map.of())),
        facts(open),
        null,
        null);
  }

  private String sentence(NoticeKind kind) {
    return switch (kind) {
      case AMENDED -> say("sentence.AMENDED", Map.of());
      case RESOLVED -> say("sentence.RESOLVED.provider", Map.of("provider", provider));
      default -> {
        int held = indicators().size();
        yield say(
            "sentence.OVERDUE",
            Map.of(
                "provider",
                provider,
                "day",
                dates.dayUntil(dueAt()),
                "n",
                held,
                "count",
                counted(held)));
      }
    };
  }

  private List<Fact> facts(boolean open) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.plain(say("fact.provider", Map.of()), provider, ""));
    if (open) {
      facts.add(Fact.strong(say("fact.due", Map.of()), dates.dayUntil(dueAt()), "", ""));
    }
    List<String> series =
        causes().stream()
            .map(Deviation.Cause::series)
            .filter(Objects::nonNull)
            .distinct()
            .map(place::series)
            .toList();
    if (!series.isEmpty()) {
      facts.add(
          Fact.plain(
              say(open ? "fact.series" : "fact.series.over", Map.of()),
              String.join(", ", series),
              ""));
    }
    List<Link> links =
        indicators().stream().map(id -> place.linkTo(id, place.indicator(id))).toList();
    facts.add(
        new Fact(
            say(open ? "fact.indicators" : "fact.indicators.over", Map.of()), "", "", "", links));
    if (!open && deviation.resolvedAt() != null) {
      Map<String, String> span =
          Map.of("from", dates.day(deviation.openedAt()), "to", dates.day(deviation.resolvedAt()));
      facts.add(Fact.plain(say("fact.lasted", Map.of()), say("fact.lasted.rest", span), ""));
    }
    return List.copyOf(facts);
  }

  private List<String> indicators() {
    return causes().stream().map(Deviation.Cause::indicator).distinct().toList();
  }

  /** The causes that last; of an ended deviation all. */
  private List<Deviation.Cause> causes() {
    List<Deviation.Cause> open =
        deviation.causes().stream().filter(cause -> cause.endedAt() == null).toList();
    return open.isEmpty() ? deviation.causes() : open;
  }

  /** When the first of the missing data were due. */
  private Instant dueAt() {
    Optional<Instant> first =
        causes().stream()
            .map(Deviation.Cause::dueAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    return first.orElseGet(deviation::openedAt);
  }

  private String counted(int number) {
    return new Numbers(place.wording()).count(number);
  }

  private String say(String key, Map<String, ?> arguments) {
    return place.wording().say(key, arguments);
  }
}
