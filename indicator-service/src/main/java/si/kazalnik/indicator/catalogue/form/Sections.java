package si.kazalnik.indicator.catalogue.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** The files' top level: the strategy and the lists, put together in the order of the files. */
final class Sections {

  private static final Set<String> LISTS =
      Set.of("owners", "providers", "series", "indicators", "projects");
  private static final Set<String> KEYS =
      Set.of("strategy", "owners", "providers", "series", "indicators", "projects");

  private final Map<String, List<Item>> lists = new HashMap<>();
  private Optional<Item> strategy = Optional.empty();

  void add(Item document) {
    Optional<Fields> fields = document.fields("the file's top level", KEYS);
    if (fields.isEmpty()) {
      return;
    }
    fields.get().optional("strategy").ifPresent(this::strategy);
    for (String key : LISTS) {
      List<Item> entries = fields.get().optional(key).map(Item::list).orElse(List.of());
      lists.computeIfAbsent(key, any -> new ArrayList<>()).addAll(entries);
    }
  }

  private void strategy(Item item) {
    if (strategy.isPresent()) {
      item.fault(
          "there is one `strategy` in a catalogue; it stands already in " + strategy.get().place());
    } else {
      strategy = Optional.of(item);
    }
  }

  Optional<Item> strategy() {
    return strategy;
  }

  List<Item> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  /** Takes note of all ids of the list, so that what refers to them may stand before them. */
  void declare(String key, Ids ids) {
    for (Item entry : list(key)) {
      entry.mapping("an entry of `" + key + "`").ifPresent(ids::declare);
    }
  }
}
