package si.kazalnik.indicator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The query of a request, each name at most once. */
final class Parameters {

  private final Map<String, List<String>> all;

  Parameters(MultiValueMap<String, String> all) {
    this.all = all;
  }

  @Nullable String get(String name) {
    List<String> values = all.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /**
   * What is wrong with the names: one that is not allowed, or is there twice.
   *
   * @param also allows names beyond the listed ones
   * @param wording how those are written in the sentence
   */
  Optional<String> fault(Set<String> allowed, Predicate<String> also, List<String> wording) {
    for (Map.Entry<String, List<String>> each : all.entrySet()) {
      if (!allowed.contains(each.getKey()) && !also.test(each.getKey())) {
        Set<String> names = new TreeSet<>(allowed);
        names.addAll(wording);
        return Optional.of(
            Quoted.of(each.getKey())
                + " is not a parameter here; "
                + (names.isEmpty() ? "there are none" : "allowed are " + String.join(", ", names)));
      }
      if (each.getValue().size() > 1) {
        return Optional.of(Quoted.of(each.getKey()) + " is there more than once");
      }
    }
    return Optional.empty();
  }

  Optional<String> fault(String... allowed) {
    return fault(Set.of(allowed), name -> false, List.of());
  }

  /** Names that begin with the prefix, without it, and their values. */
  Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new java.util.TreeMap<>();
    all.forEach(
        (name, values) -> {
          if (name.startsWith(prefix) && !values.isEmpty()) {
            found.put(name.substring(prefix.length()), values.get(0));
          }
        });
    return found;
  }
}
