package si.kazalnik.indicator.catalogue.comparison;

import java.util.List;

/**
 * One entry that is not the same in both catalogues.
 *
 * @param kind of the entry: {@code indicator}, {@code series} …
 * @param changes key by key; none where the entry is added or removed
 * @param effects what follows for what is published; may be none
 */
public record Difference(
    What what, String kind, String id, List<Change> changes, List<String> effects) {

  /** What happened to it. */
  public enum What {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * One place.
   *
   * @param path keys from the entry down, parted by {@code .}; an element of a list by its id, name
   *     or period, else by its number; with {@code (order)} where elements have changed places
   * @param before as JSON; empty where it was not there
   * @param after as JSON; empty where it is no longer there
   */
  public record Change(String path, String before, String after) {}
}
