package si.kazalnik.ingestion.cloudevents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes without which something is no CloudEvents envelope. All others are let be: we use
 * none of them.
 */
final class Attributes {

  static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param text null where the attribute is given as something else than a text
   */
  void put(String name, @Nullable String text) {
    texts.put(name, text == null ? "" : text);
  }

  String get(String name) {
    return texts.getOrDefault(name, "");
  }

  @Nullable String idOrNull() {
    return get("id").isEmpty() ? null : get("id");
  }

  /** What is missing or wrong, as the end of a sentence, or null. */
  @Nullable String fault() {
    for (String name : REQUIRED) {
      if (get(name).isEmpty()) {
        return "it is no CloudEvents envelope, since `"
            + name
            + "` is missing or no text; it needs specversion, id, source and type";
      }
    }
    return get("specversion").equals("1.0")
        ? null
        : "its `specversion` is another than 1.0, the only one that is read";
  }
}
