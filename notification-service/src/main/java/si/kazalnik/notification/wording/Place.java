package si.kazalnik.notification.wording;

import java.util.Map;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.notification.rules.Lookup;
import si.kazalnik.notification.wording.MailContent.Link;

/** Names and addresses of what the catalogue holds, in one language. */
record Place(Wording wording, Catalogue catalogue, String publicUrl) {

  String title(Indicator indicator) {
    return text(indicator.title(), indicator.id());
  }

  String indicator(String id) {
    return Lookup.indicator(catalogue, id).map(this::title).orElse(id);
  }

  String provider(String id) {
    return Lookup.provider(catalogue, id)
        .map(Provider::title)
        .map(each -> text(each, id))
        .orElse(id);
  }

  String series(String id) {
    return Lookup.series(catalogue, id).map(Series::title).map(each -> text(each, id)).orElse(id);
  }

  String role(String id) {
    return Lookup.owner(catalogue, id).map(Owner::title).map(each -> text(each, id)).orElse(id);
  }

  String strategy() {
    return text(catalogue.strategy().title(), catalogue.strategy().id());
  }

  Link linkTo(String indicator, String text) {
    return new Link(text, publicUrl + wording.say("path.indicator", Map.of("id", indicator)));
  }

  Link root(String text) {
    return new Link(text, publicUrl + wording.say("path.root"));
  }

  private String text(Map<String, String> texts, String otherwise) {
    return Texts.in(wording.language(), texts, otherwise);
  }
}
