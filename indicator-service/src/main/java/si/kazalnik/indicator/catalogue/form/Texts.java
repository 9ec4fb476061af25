package si.kazalnik.indicator.catalogue.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Texts in every language of the strategy, in the order of its languages. */
final class Texts {

  private Texts() {}

  static Map<String, String> required(Fields fields, String key, Scope scope) {
    return fields.required(key).map(item -> read(item, key, scope)).orElse(Map.of());
  }

  /** An empty map where the text is left out. */
  static Map<String, String> optional(Fields fields, String key, Scope scope) {
    return fields.optional(key).map(item -> read(item, key, scope)).orElse(Map.of());
  }

  private static Map<String, String> read(Item item, String key, Scope scope) {
    String what = "the text `" + key + "`";
    // Without readable languages every key is as good as another; that fault is listed already.
    Optional<Fields> texts =
        scope.languages().isEmpty()
            ? item.mapping(what)
            : item.fields(what, new TreeSet<>(scope.languages()));
    return texts.map(fields -> read(fields, scope)).orElse(Map.of());
  }

  private static Map<String, String> read(Fields fields, Scope scope) {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> languages =
        scope.languages().isEmpty()
            ? fields.all().keySet()
            : new java.util.LinkedHashSet<>(scope.languages());
    for (String language : languages) {
      if (fields.has(language)) {
        fields
            .optional(language)
            .flatMap(Item::text)
            .ifPresent(text -> texts.put(language, text.strip()));
      } else {
        fields.fault(fields.what() + " is missing in the language `" + language + "`");
      }
    }
    return Collections.unmodifiableMap(texts);
  }
}
