package si.kazalnik.indicator.page;

import java.util.List;

/**
 * The start page.
 *
 * @param illustrative what is invented, in sentences; empty where nothing is
 * @param twice how many count under several goals; empty where none does
 */
public record HomeView(
    Frame frame,
    String lead,
    List<String> illustrative,
    Counts total,
    List<GoalRow> goals,
    String twice,
    List<Change> changes) {

  /** One goal; {@code number} may be empty. */
  public record GoalRow(String number, Link goal, String sentence, Counts counts) {}
}
