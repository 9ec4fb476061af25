package si.kazalnik.indicator.catalogue.form;

import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.service.names.NearestName;

/** Reads an entry of {@code owners}. */
final class OwnerReader {

  private static final Set<String> KEYS = Remarks.and("id", "title", "language", "escalation");

  private final Scope scope;

  OwnerReader(Scope scope) {
    this.scope = scope;
  }

  Optional<Owner> read(Item item) {
    return item.fields(Entries.name("owner", item), KEYS).map(this::read);
  }

  private Owner read(Fields fields) {
    String id = Entries.id(fields);
    Optional<String> escalation = fields.optional("escalation").flatMap(scope.owners::reference);
    if (escalation.isPresent() && escalation.get().equals(id)) {
      fields.at("escalation").fault("`" + id + "` can't be the one to whom it escalates itself");
    }
    Remarks remarks = Remarks.of(fields, scope);
    return new Owner(
        id,
        Texts.required(fields, "title", scope),
        fields.required("language").flatMap(this::language).orElse(""),
        escalation.orElse(null),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }

  private Optional<String> language(Item item) {
    Optional<String> language = item.text();
    if (language.isPresent()
        && !scope.languages().isEmpty()
        && !scope.languages().contains(language.get())) {
      item.fault(
          "`"
              + language.get()
              + "` is no language of the strategy, which has "
              + String.join(", ", scope.languages())
              + NearestName.didYouMean(language.get(), scope.languages()));
    }
    return language;
  }
}
