package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.catalogue.Project;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads an entry of {@code projects}. */
final class ProjectReader {

  private static final Set<String> KEYS =
      Remarks.and("id", "title", "description", "date", "measures", "link");

  private final Scope scope;

  ProjectReader(Scope scope) {
    this.scope = scope;
  }

  Optional<Project> read(Item item) {
    return item.fields(Entries.name("project", item), KEYS).map(this::read);
  }

  private Project read(Fields fields) {
    Remarks remarks = Remarks.of(fields, scope);
    return new Project(
        Entries.id(fields),
        Texts.required(fields, "title", scope),
        Texts.optional(fields, "description", scope),
        fields.required("date").flatMap(Item::day).orElse(LocalDate.EPOCH),
        fields
            .required("measures")
            .map(item -> Lists.references(item, scope.measures, "measure"))
            .orElse(List.of()),
        fields.optional("link").flatMap(Item::url).orElse(null),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }
}
