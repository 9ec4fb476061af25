package si.kazalnik.benchmark.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.benchmark.oracle.Book.Indicator;

/**
 * What must be open, by the verdicts as they stand.
 *
 * <p>Room: where the latest verdict is neither good nor alarming, or alarming but not often enough,
 * after a row that was, it depends on the order of events whether what that row had opened still
 * is; so it does where the catalogue's edit took the target away, and where a later period was
 * judged badly once and has no value now. Of these nothing is said.
 */
final class Incidents {
  private static final Set<String> BAD = Set.of("OFF_TRACK", "MISSED");

  private Incidents() {}

  private record Judged(Period period, Published published) {
    String verdict() {
      return String.valueOf(published.performance());
    }
  }

  static Optional<Incident> of(
      Indicator indicator, String cell, NavigableMap<Period, Set<History>> histories) {
    List<Judged> judged = new ArrayList<>();
    boolean vanished = false;
    for (Map.Entry<Period, Set<History>> each : histories.entrySet()) {
      Set<History> all = each.getValue();
      Revision last = all.iterator().next().last();
      if (all.stream().anyMatch(other -> differ(last, other.last()))) {
        return Optional.empty();
      }
      if (last == null || !Verdicts.judged(last.published().performance())) {
        vanished |= all.stream().anyMatch(history -> alarmed(indicator, history));
        continue;
      }
      vanished &= !Verdicts.reached(String.valueOf(last.published().performance()));
      if (!judged.isEmpty()
          && judged.get(judged.size() - 1).period().end().equals(each.getKey().end())) {
        return Optional.empty();
      }
      judged.add(new Judged(each.getKey(), last.published()));
    }
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    Judged latest = judged.get(judged.size() - 1);
    boolean unsure = vanished;
    return open(indicator, judged)
        .filter(open -> open || !unsure)
        .map(
            open ->
                new Incident(
                    indicator.id(), cell, open, latest.period().name(), latest.published()));
  }

  private static boolean differ(
      @org.jspecify.annotations.Nullable Revision one,
      @org.jspecify.annotations.Nullable Revision other) {
    if (one == null || other == null) {
      return one != null || other != null;
    }
    return !one.published().equals(other.published());
  }

  private static Optional<Boolean> open(Indicator indicator, List<Judged> judged) {
    int row = 0;
    int longest = 0;
    for (Judged each : judged) {
      boolean over = Verdicts.reached(each.verdict()) || each.published().deliveredLate() != null;
      row = !over && alarming(indicator, each.verdict()) ? row + 1 : 0;
      longest = over ? 0 : Math.max(longest, row);
    }
    int needed = indicator.alarm().consecutive();
    if (longest < needed) {
      return Optional.of(false);
    }
    return row >= needed ? Optional.of(true) : Optional.empty();
  }

  private static boolean alarmed(Indicator indicator, History history) {
    return history.revisions().stream()
        .anyMatch(each -> alarming(indicator, String.valueOf(each.published().performance())));
  }

  private static boolean alarming(Indicator indicator, String verdict) {
    return BAD.contains(verdict) || (indicator.alarm().atRisk() && verdict.equals("AT_RISK"));
  }
}
