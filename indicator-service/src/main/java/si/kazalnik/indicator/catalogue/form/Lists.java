package si.kazalnik.indicator.catalogue.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Lists of texts without repetition. */
final class Lists {

  private Lists() {}

  /** At least one text, each once. */
  static List<String> distinctTexts(Item item, String what) {
    List<String> texts = distinct(item, item.list(), what, Item::text);
    return texts;
  }

  /** At least one reference, each once. */
  static List<String> references(Item item, Ids ids, String what) {
    return distinct(item, item.list(), what, ids::reference);
  }

  static List<String> distinct(
      Item place,
      List<Item> items,
      String what,
      java.util.function.Function<Item, Optional<String>> reading) {
    if (items.isEmpty() && (place.isList() || place.isEmpty())) {
      place.fault("needs at least one " + what);
    }
    Map<String, Item> seen = new HashMap<>();
    List<String> texts = new ArrayList<>();
    for (Item item : items) {
      Optional<String> text = reading.apply(item);
      if (text.isEmpty()) {
        continue;
      }
      Item first = seen.putIfAbsent(text.get(), item);
      if (first == null) {
        texts.add(text.get());
      } else {
        item.fault("the " + what + " `" + text.get() + "` stands already in " + first.place());
      }
    }
    return List.copyOf(texts);
  }
}
