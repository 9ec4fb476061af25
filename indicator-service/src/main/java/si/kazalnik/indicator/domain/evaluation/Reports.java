package si.kazalnik.indicator.domain.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Coverage;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.CodePoints;

/** Who has reported of each series in the period itself, and for whom it is completed. */
final class Reports {

  /** Stands for all of a series, in the place of a subject; no subject is empty. */
  private static final String ALL = "";

  private final Map<String, List<String>> rosters = new TreeMap<>();
  private final Map<String, Set<String>> measured = new HashMap<>();
  private final Map<String, Set<String>> completed = new HashMap<>();

  /**
   * Of no report.
   *
   * @param rosters of each series the subjects that are expected to report; empty where there is no
   *     roster
   */
  Reports(Map<String, List<String>> rosters) {
    this.rosters.putAll(rosters);
  }

  /** A measurement in the period itself, whatever its dimensions. */
  void measured(Cell cell) {
    add(measured, cell);
  }

  /** A completion that contains the period. */
  void completed(Cell cell) {
    add(completed, cell);
  }

  private static void add(Map<String, Set<String>> to, Cell cell) {
    String subject = cell.subject();
    to.computeIfAbsent(cell.series(), any -> new HashSet<>()).add(subject == null ? ALL : subject);
  }

  List<String> roster(String series) {
    return rosters.getOrDefault(series, List.of());
  }

  /** Whether the series is completed: one completion speaks for all, or for each on the roster. */
  boolean isCompleted(String series) {
    Set<String> whom = completed.getOrDefault(series, Set.of());
    List<String> roster = roster(series);
    return whom.contains(ALL) || (!roster.isEmpty() && whom.containsAll(roster));
  }

  /** Whether the series is completed for that subject. */
  boolean isCompleted(String series, String subject) {
    Set<String> whom = completed.getOrDefault(series, Set.of());
    return whom.contains(ALL) || whom.contains(subject);
  }

  /** Over all rosters, added up; null where there is none. */
  @Nullable Coverage coverage() {
    int expected = 0;
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : rosters.entrySet()) {
      Set<String> reported = measured.getOrDefault(each.getKey(), Set.of());
      expected += each.getValue().size();
      each.getValue().stream()
          .filter(subject -> !reported.contains(subject))
          .filter(subject -> !isCompleted(each.getKey(), subject))
          .forEach(missing::add);
    }
    missing.sort(CodePoints.ORDER);
    return expected == 0
        ? null
        : new Coverage(expected - missing.size(), expected, List.copyOf(missing));
  }

  /** Whether no one is missing. */
  static boolean areComplete(@Nullable Coverage coverage) {
    return coverage == null || coverage.missing().isEmpty();
  }
}
