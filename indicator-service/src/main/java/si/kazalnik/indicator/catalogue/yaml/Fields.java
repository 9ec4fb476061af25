package si.kazalnik.indicator.catalogue.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import si.kazalnik.service.names.NearestName;

/** A mapping: its values by key. */
public final class Fields {

  private final Item self;
  private final String what;
  private final Map<String, Item> keys = new LinkedHashMap<>();
  private final Map<String, Item> values = new LinkedHashMap<>();

  private Fields(Item self, String what) {
    this.self = self;
    this.what = what;
  }

  static Fields of(Item self, MappingNode node, String what) {
    Fields fields = new Fields(self, what);
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        fields.put(key, tuple);
      } else {
        self.fault("a key of " + what + " is a list or a mapping; keys are words");
      }
    }
    return fields;
  }

  private void put(ScalarNode node, NodeTuple tuple) {
    String key = node.getValue();
    Item place = self.child(node, key);
    Item first = keys.putIfAbsent(key, place);
    if (first == null) {
      values.put(key, self.child(tuple.getValueNode(), key));
    } else {
      place.fault("the key `" + key + "` of " + what + " stands already in " + first.place());
    }
  }

  void refuseOthersThan(Set<String> allowed) {
    Set<String> sorted = new TreeSet<>(allowed);
    keys.forEach(
        (key, place) -> {
          if (!allowed.contains(key)) {
            place.fault("unknown key `" + key + "` of " + what + hint(key, sorted));
          }
        });
  }

  private String hint(String key, Set<String> allowed) {
    boolean afterComma = optional(key).map(Item::isEmpty).orElse(false);
    if (afterComma && key.contains(" ")) {
      return "; inside { } a text with a comma needs quotation marks";
    }
    return NearestName.to(key, allowed).isPresent()
        ? NearestName.didYouMean(key, allowed)
        : "; it has " + String.join(", ", allowed);
  }

  /** What the mapping is, as faults name it. */
  public String what() {
    return what;
  }

  public void fault(String message) {
    self.fault(message);
  }

  /** Where the key stands, or the mapping where it doesn't. */
  public Item at(String key) {
    return keys.getOrDefault(key, self);
  }

  public boolean has(String key) {
    return keys.containsKey(key);
  }

  /** The keys as written, in the order of the file, with their values. */
  public Map<String, Item> all() {
    return Collections.unmodifiableMap(values);
  }

  public Optional<Item> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value, or a fault that names the missing key. */
  public Optional<Item> required(String key) {
    if (!has(key)) {
      fault("missing key `" + key + "` of " + what);
    }
    return optional(key);
  }

  /** The required text; empty where there is none, with its fault. */
  public String text(String key) {
    return required(key).flatMap(Item::text).orElse("");
  }

  public Optional<String> optionalText(String key) {
    return optional(key).flatMap(Item::text);
  }

  public boolean bool(String key, boolean otherwise) {
    return optional(key).flatMap(Item::bool).orElse(otherwise);
  }

  public int integer(String key, int otherwise, int least, int most) {
    return optional(key).flatMap(item -> item.integer(least, most)).orElse(otherwise);
  }

  public <E> E choice(String key, Map<String, E> words, E otherwise) {
    return optional(key).flatMap(item -> item.choice(words)).orElse(otherwise);
  }

  /** The list's entries that can be read; none where the key is missing. */
  public <E> List<E> list(String key, Function<Item, Optional<E>> reading) {
    return optional(key).map(Item::list).orElse(List.of()).stream()
        .flatMap(item -> reading.apply(item).stream())
        .toList();
  }
}
