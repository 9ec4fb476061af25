package si.kazalnik.indicator.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.indicator.page.text.Language;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** A page whose text is one template in each language, and its address. */
record Prose(String words, Function<Routes, String> address) {

  static final Prose OPEN_DATA = new Prose("data", Routes::openData);
  static final Prose METHOD = new Prose("method", Routes::method);
  static final Prose ACCESSIBILITY = new Prose("accessibility", Routes::accessibility);

  String template(Language language) {
    return words + "_" + language.name().toLowerCase(Locale.ROOT) + ".jte";
  }

  PlainView page(PublishedStrategy strategy, Edition edition) {
    String title = edition.say(words + ".h1");
    Frame frame =
        new Frames(edition, strategy)
            .around(edition.say("page.title", "title", title), "", address);
    String office = strategy.catalogue().strategy().office();
    String named =
        strategy.catalogue().owners().stream()
            .filter(owner -> owner.id().equals(office))
            .map(Owner::title)
            .map(edition::of)
            .findFirst()
            .orElse(office);
    List<Link> examples =
        strategy.all().stream()
            .filter(each -> each.standing().latest() != null)
            .limit(1)
            .flatMap(each -> examples(each, edition).stream())
            .toList();
    return new PlainView(frame, title, named, examples);
  }

  private static List<Link> examples(PublishedIndicator indicator, Edition edition) {
    String values = edition.routes().values(indicator.id());
    return List.of(
        new Link(values, values), new Link(values + "?format=csv", values + "?format=csv"));
  }
}
