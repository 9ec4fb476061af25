package si.kazalnik.benchmark.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom a deviation concerns: an indicator's owner; of a silent provider "its contact and each owner
 * of an indicator that it holds up". What the catalogue no longer holds had an owner under the one
 * before; whoever reads of it after the change tells the strategy office.
 */
public final class Concerned {
  private final List<Book.People> people = new ArrayList<>();

  public Concerned(Book book) {
    add(book);
  }

  /** Another catalogue is in force from now on. */
  void add(Book book) {
    people.add(book.people());
  }

  /**
   * Who must know, of each set at least one.
   *
   * @param provider null where it is an indicator's deviation
   * @param lasting the indicator, or those that the provider holds up still
   */
  public List<Set<String>> required(@Nullable String provider, Collection<String> lasting) {
    Set<Set<String>> required = new LinkedHashSet<>();
    if (provider != null && !contacts(provider).isEmpty()) {
      required.add(contacts(provider));
    }
    for (String indicator : lasting) {
      if (provider == null || newest().owners().containsKey(indicator)) {
        required.add(ofIndicator(indicator));
      }
    }
    return List.copyOf(required);
  }

  /**
   * Who may know.
   *
   * @param named indicators, also such as it holds up no longer
   */
  public Set<String> possible(@Nullable String provider, Collection<String> named) {
    Set<String> possible = new TreeSet<>();
    if (provider != null) {
      possible.addAll(contacts(provider));
    }
    named.forEach(each -> possible.addAll(ofIndicator(each)));
    return possible;
  }

  private Set<String> ofIndicator(String id) {
    Set<String> roles = new TreeSet<>();
    people.stream().map(each -> each.owners().get(id)).filter(Objects::nonNull).forEach(roles::add);
    if (!newest().owners().containsKey(id)) {
      roles.add(newest().office());
    }
    return roles;
  }

  private Set<String> contacts(String provider) {
    Set<String> roles = new TreeSet<>();
    people.stream()
        .map(each -> each.contacts().get(provider))
        .filter(Objects::nonNull)
        .forEach(roles::add);
    return roles;
  }

  private Book.People newest() {
    return people.get(people.size() - 1);
  }
}
