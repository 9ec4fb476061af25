package si.kazalnik.indicator.page;

import java.util.List;

/**
 * What was found.
 *
 * @param answer how much, in a sentence
 */
public record SearchView(Frame frame, String answer, List<Group> groups) {

  /** Found things of one kind. */
  public record Group(String title, List<Found> found) {}

  /** One, with a line about it that may be empty. */
  public record Found(Link link, String about) {}
}
