package si.kazalnik.notification.wording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.notification.rules.Lookup;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.rules.Worst;
import si.kazalnik.notification.wording.MailContent.More;
import si.kazalnik.notification.wording.MailContent.Section;

/** Says in one mail, in the role's language, what there is to tell it. */
public final class MailComposer {

  /** More sections than this no one reads; the others are named. */
  private static final int MOST_SECTIONS = 20;

  private final String publicUrl;

  /**
   * @param publicUrl where the public page is, without a slash at the end
   */
  public MailComposer(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * The mail.
   *
   * @param role who gets it
   * @param told at least one, all of the same kind
   * @param others roles that are told of the same
   * @param now when it is sent
   */
  public MailContent compose(
      Catalogue catalogue, String role, List<Told> told, List<String> others, Instant now) {
    Wording wording = Wording.in(language(catalogue, role));
    Place place = new Place(wording, catalogue, publicUrl);
    Dates dates = new Dates(wording, catalogue.strategy().timeZone());
    NoticeKind kind = told.get(0).notice().kind();
    List<Item> items = sorted(told).stream().map(each -> Item.of(place, dates, each)).toList();
    List<Section> sections =
        items.stream().limit(MOST_SECTIONS).map(item -> item.section().get()).toList();
    return new MailContent(
        wording.language(),
        oneLine(subject(wording, kind, items)),
        place.strategy(),
        items.size() > 1 && kind != NoticeKind.UNDELIVERABLE
            ? wording.say("several.title", counted(wording, items.size()))
            : null,
        sections,
        more(place, items),
        others(place, others),
        kind == NoticeKind.OPENED ? wording.say("next") : null,
        footer(place, dates, told, items, now));
  }

  private static String language(Catalogue catalogue, String role) {
    return Lookup.owner(catalogue, role)
        .map(Owner::language)
        .orElseGet(() -> catalogue.strategy().languages().get(0));
  }

  private static List<Told> sorted(List<Told> told) {
    Map<String, Integer> place = new HashMap<>();
    List<Deviation> deviations = new ArrayList<>();
    for (Told each : told) {
      if (each.deviation() != null) {
        deviations.add(each.deviation());
      }
    }
    List<Deviation> worstFirst = Worst.first(deviations);
    for (int i = 0; i < worstFirst.size(); i++) {
      place.put(worstFirst.get(i).id(), i);
    }
    return told.stream()
        .sorted(Comparator.comparing(each -> place.getOrDefault(each.notice().deviation(), 0)))
        .toList();
  }

  private static String subject(Wording wording, NoticeKind kind, List<Item> items) {
    String first = items.get(0).subject();
    if (items.size() == 1) {
      return first;
    }
    Map<String, Object> parts = counted(wording, items.size() - 1);
    parts.put("first", first);
    String key = kind == NoticeKind.UNDELIVERABLE ? "subject.several." + kind : "subject.several";
    return wording.say(key, parts);
  }

  private static @Nullable More more(Place place, List<Item> items) {
    if (items.size() <= MOST_SECTIONS) {
      return null;
    }
    List<String> titles = items.stream().skip(MOST_SECTIONS).map(Item::title).toList();
    Wording wording = place.wording();
    return new More(
        wording.say("several.more", counted(wording, titles.size())), titles, place.root("").url());
  }

  private static @Nullable String others(Place place, List<String> others) {
    if (others.isEmpty()) {
      return null;
    }
    String roles = others.stream().map(place::role).collect(Collectors.joining(", "));
    return place.wording().say("others", Map.of("roles", roles));
  }

  private static String footer(
      Place place, Dates dates, List<Told> told, List<Item> items, Instant now) {
    Wording wording = place.wording();
    Notice notice = told.get(0).notice();
    boolean several = notice.capacity() == Notice.Capacity.OWNER && told.size() > 1;
    String key = "footer." + notice.capacity() + (several ? ".several" : "");
    List<String> sentences = new ArrayList<>();
    sentences.add(wording.say(key, Map.of("role", place.role(notice.role()))));
    boolean value = items.stream().anyMatch(Item::illustrativeValue);
    boolean target = items.stream().anyMatch(Item::illustrativeTarget);
    if (value || target) {
      String what = value && target ? "both" : value ? "value" : "target";
      sentences.add(wording.say("footer.illustrative." + what));
    }
    sentences.add(
        wording.say("footer.sent", Map.of("day", dates.day(now), "time", dates.time(now))));
    return String.join(" ", sentences);
  }

  private static Map<String, Object> counted(Wording wording, int number) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("n", number);
    parts.put("count", new Numbers(wording).count(number));
    return parts;
  }

  /** A subject is a header: nothing from outside may end its line. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
  }
}
