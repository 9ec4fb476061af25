package si.kazalnik.indicator.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import si.kazalnik.indicator.page.State.Column;
import si.kazalnik.indicator.published.PublishedIndicator;

/** How many indicators stand at what: counted, never composed into a mark. */
public final class Counts {

  private final Map<State, Integer> counts = new EnumMap<>(State.class);
  private final int total;

  Counts(Map<State, Integer> counts) {
    for (State state : State.values()) {
      this.counts.put(state, counts.getOrDefault(state, 0));
    }
    this.total = counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  static Counts of(Collection<PublishedIndicator> indicators) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    indicators.forEach(each -> counts.merge(State.of(each), 1, Integer::sum));
    return new Counts(counts);
  }

  public int total() {
    return total;
  }

  public int of(State state) {
    return counts.getOrDefault(state, 0);
  }

  public int of(Column column) {
    return states(column).stream().mapToInt(this::of).sum();
  }

  /** The states of a column that there are any of, the best first. */
  public List<State> states(Column column) {
    return present().stream().filter(state -> state.column() == column).toList();
  }

  /** One shape for each indicator of a column, the best first. */
  public List<State> shapes(Column column) {
    List<State> shapes = new ArrayList<>();
    for (State state : states(column)) {
      for (int i = 0; i < of(state); i++) {
        shapes.add(state);
      }
    }
    return shapes;
  }

  private List<State> present() {
    return counts.keySet().stream().filter(state -> of(state) > 0).toList();
  }

  /** {@code 7 of 13 indicators have met their targets, 1 is on track.} */
  String sentence(Edition edition) {
    if (total == 0) {
      return edition.say("count.none");
    }
    List<String> parts = new ArrayList<>();
    for (State state : present()) {
      String verb = edition.say("count." + state.name(), "n", of(state));
      parts.add(
          parts.isEmpty()
              ? edition.say("count.first", "n", of(state), "total", total, "verb", verb)
              : edition.say("count.next", "n", of(state), "verb", verb));
    }
    return String.join(", ", parts) + ".";
  }

  /** The three columns as one sentence or two. */
  String lead(Edition edition) {
    if (total == 0) {
      return edition.say("count.none");
    }
    return edition.say("home.lead.good", "n", of(Column.GOOD), "total", total)
        + " "
        + edition.say("home.lead.bad", "n", of(Column.BAD))
        + ", "
        + edition.say("home.lead.open", "n", of(Column.OPEN))
        + ".";
  }
}
