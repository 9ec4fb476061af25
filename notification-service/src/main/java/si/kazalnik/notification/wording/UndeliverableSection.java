package si.kazalnik.notification.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import si.kazalnik.notification.rules.Notice.Undeliverable;
import si.kazalnik.notification.wording.MailContent.Fact;
import si.kazalnik.notification.wording.MailContent.Section;

/** What the strategy office hears of a role that can't be reached. */
final class UndeliverableSection {

  private final Place place;
  private final Undeliverable detail;
  private final String role;

  UndeliverableSection(Place place, Undeliverable detail) {
    this.place = place;
    this.detail = detail;
    this.role = place.role(detail.role());
  }

  String subject() {
    return say("subject.UNDELIVERABLE", Map.of("role", role));
  }

  Section section() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.plain(say("fact.role"), role + " (" + detail.role() + ")", ""));
    if (detail.address() != null) {
      facts.add(Fact.plain(say("fact.address"), detail.address(), ""));
    }
    if (detail.reason() != null) {
      facts.add(Fact.plain(say("fact.reply"), detail.reason(), ""));
    }
    String sentence =
        detail.address() == null
            ? say("sentence.UNDELIVERABLE.none", Map.of("role", role))
            : say(
                "sentence.UNDELIVERABLE.address",
                Map.of("role", role, "address", detail.address()));
    return new Section(
        Marks.FAILED,
        say("verdict.UNDELIVERABLE"),
        role,
        sentence,
        null,
        List.copyOf(facts),
        null,
        null);
  }

  private String say(String key) {
    return say(key, Map.of());
  }

  private String say(String key, Map<String, ?> arguments) {
    return place.wording().say(key, arguments);
  }
}
