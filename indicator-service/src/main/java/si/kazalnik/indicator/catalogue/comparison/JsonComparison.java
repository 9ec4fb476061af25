package si.kazalnik.indicator.catalogue.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The places in which two JSON trees differ. */
final class JsonComparison {

  private static final List<String> NAMES = List.of("id", "name", "period");

  private final List<Difference.Change> changes = new ArrayList<>();

  private JsonComparison() {}

  static List<Difference.Change> of(JsonNode before, JsonNode after) {
    JsonComparison comparison = new JsonComparison();
    comparison.compare("", before, after);
    return List.copyOf(comparison.changes);
  }

  private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before == null || after == null || !isContainer(before) || !isContainer(after)) {
      if (before == null || !before.equals(after)) {
        changes.add(new Difference.Change(path, text(before), text(after)));
      }
      return;
    }
    Map<String, JsonNode> old = parts(before);
    Map<String, JsonNode> young = parts(after);
    Set<String> all = new TreeSet<>(old.keySet());
    all.addAll(young.keySet());
    for (String each : all) {
      String below = path.isEmpty() ? each : path + '.' + each;
      compare(below, old.get(each), young.get(each));
    }
    if (before.isArray() && after.isArray()) {
      order(path, old, young);
    }
  }

  // Elements are compared by their names; what is left is the order of those in both.
  private void order(String path, Map<String, JsonNode> old, Map<String, JsonNode> young) {
    List<String> before = new ArrayList<>(old.keySet());
    before.retainAll(young.keySet());
    List<String> after = new ArrayList<>(young.keySet());
    after.retainAll(old.keySet());
    if (!before.equals(after)) {
      changes.add(
          new Difference.Change(
              path + " (order)", String.join(", ", before), String.join(", ", after)));
    }
  }

  private static boolean isContainer(JsonNode node) {
    return node.isObject() || node.isArray();
  }

  private static Map<String, JsonNode> parts(JsonNode container) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    if (container.isObject()) {
      container.properties().forEach(each -> parts.put(each.getKey(), each.getValue()));
      return parts;
    }
    for (JsonNode element : container) {
      String name = name(element, parts.size());
      parts.put(parts.containsKey(name) ? Integer.toString(parts.size()) : name, element);
    }
    return parts;
  }

  private static String name(JsonNode element, int place) {
    for (String key : NAMES) {
      if (element.path(key).isString()) {
        return element.get(key).asString();
      }
    }
    return element.isString() ? element.asString() : Integer.toString(place);
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "" : node.toString();
  }
}
