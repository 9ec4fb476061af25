package si.kazalnik.indicator.catalogue.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.service.names.NearestName;

/** The ids of one kind. An entry that has other faults is known all the same. */
final class Ids {

  private static final Pattern FORM = Pattern.compile("[a-z0-9.-]*[a-z0-9][a-z0-9.-]*");
  private static final int LONGEST = 100;

  private final String kind;
  private final Map<String, Item> known = new LinkedHashMap<>();

  Ids(String kind) {
    this.kind = kind;
  }

  /** Takes note of the entry's id, and of what is wrong with it. */
  void declare(Fields entry) {
    entry
        .required("id")
        .ifPresent(
            item ->
                item.text()
                    .ifPresent(
                        id -> {
                          declare(id, item);
                        }));
  }

  private void declare(String id, Item item) {
    if (!FORM.matcher(id).matches() || id.length() > LONGEST) {
      item.fault(
          "the id `"
              + id
              + "` may hold lower-case letters a to z, digits, `.` and `-` only, at most "
              + LONGEST);
    }
    Item first = known.putIfAbsent(id, item);
    if (first != null) {
      item.fault("the id `" + id + "` of " + kind + " is taken already in " + first.place());
    }
  }

  boolean has(String id) {
    return known.containsKey(id);
  }

  Set<String> all() {
    return known.keySet();
  }

  /** The id that is referred to; a fault where there is none of this kind. */
  Optional<String> reference(Item item) {
    Optional<String> id = item.text();
    if (id.isPresent() && !has(id.get())) {
      item.fault(
          "there is no " + kind + " `" + id.get() + "`" + NearestName.didYouMean(id.get(), all()));
      return Optional.empty();
    }
    return id;
  }
}
