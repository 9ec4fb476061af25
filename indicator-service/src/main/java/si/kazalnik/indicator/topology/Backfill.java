package si.kazalnik.indicator.topology;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The series whose summaries are still to be sent to indicators that have begun to use them.
 *
 * @param series by id; the scan takes them in this order
 */
record Backfill(Map<String, Scan> series) {

  static final Backfill NONE = new Backfill(Map.of());

  /**
   * One series.
   *
   * @param indicators those that wait for it
   * @param after key of the last cell sent, hexadecimal; empty at the beginning
   */
  record Scan(Set<String> indicators, String after) {}

  boolean isDone() {
    return series.isEmpty();
  }

  /** What is to be sent once the routing has changed, with what was not finished before. */
  Backfill onto(Routing routing) {
    Map<String, Scan> scans = new TreeMap<>();
    routing
        .uses()
        .forEach(
            (each, users) -> {
              Set<String> waiting = new TreeSet<>();
              Scan unfinished = series.get(each);
              users.forEach(
                  (indicator, use) -> {
                    if (use.since() == routing.sequence()
                        || (unfinished != null && unfinished.indicators().contains(indicator))) {
                      waiting.add(indicator);
                    }
                  });
              if (!waiting.isEmpty()) {
                // From the beginning for all: one that joins a scan under way must miss nothing.
                scans.put(each, new Scan(waiting, ""));
              }
            });
    return new Backfill(scans);
  }

  /** The same with that series' scan gone on to a cell, or finished. */
  Backfill with(String id, @Nullable Scan scan) {
    Map<String, Scan> scans = new TreeMap<>(series);
    if (scan == null) {
      scans.remove(id);
    } else {
      scans.put(id, scan);
    }
    return new Backfill(scans);
  }
}
