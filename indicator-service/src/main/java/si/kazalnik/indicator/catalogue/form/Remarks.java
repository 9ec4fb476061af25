package si.kazalnik.indicator.catalogue.form;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** What may be said of anything that has a title or a number: whether, where from, a note. */
record Remarks(boolean illustrative, @Nullable String source, Map<String, String> note) {

  static final Remarks NONE = new Remarks(false, null, Map.of());

  private static final Set<String> KEYS = Set.of("illustrative", "source", "note");

  /** These keys and those of the remarks. */
  static Set<String> and(String... keys) {
    Set<String> all = new TreeSet<>(KEYS);
    all.addAll(Set.of(keys));
    return all;
  }

  static Remarks of(Fields fields, Scope scope) {
    return new Remarks(
        fields.bool("illustrative", false),
        fields.optional("source").flatMap(Item::url).orElse(null),
        Texts.optional(fields, "note", scope));
  }

  /** These remarks, filled up with what only the outer ones say. */
  Remarks within(Remarks outer) {
    return new Remarks(
        illustrative || outer.illustrative,
        source == null ? outer.source : source,
        note.isEmpty() ? outer.note : note);
  }
}
