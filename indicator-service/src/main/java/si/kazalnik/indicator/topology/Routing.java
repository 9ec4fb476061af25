package si.kazalnik.indicator.topology;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.summary.Kept;

/**
 * Which indicators use which series, and since which catalogue without a break: both stages work
 * this out alike, so that stage two can tell what was sent for a use that has ended from what was
 * sent since it began anew.
 *
 * @param sequence of the catalogue
 * @param zone in which days are counted
 * @param uses series to indicator to how the indicator uses the series
 * @param kept of each series what is kept beside the usual: what it says, and what is needed of it
 * @param once series to indicator to what was ever needed beside the usual
 */
record Routing(
    long sequence,
    ZoneId zone,
    Map<String, Map<String, Use>> uses,
    Map<String, Kept> kept,
    Map<String, Map<String, Kept>> once) {

  /**
   * How an indicator uses a series.
   *
   * @param since sequence of the catalogue since which it does without a break, and has needed no
   *     more of it
   * @param needs what it needs beside the usual, or once needed: a definition before may be in
   *     force for a while yet, and reads what is sent for this one
   * @param bySubject whether it finds what it reads by its subject
   */
  record Use(long since, Kept needs, boolean bySubject) {

    boolean isEnoughFor(Kept now, boolean nowBySubject) {
      return needs.suffices(now) && (bySubject || !nowBySubject);
    }
  }

  /** The routing of the next catalogue. */
  static Routing after(@Nullable Routing before, long sequence, Catalogue catalogue) {
    Map<String, Map<String, Use>> uses = new TreeMap<>();
    Map<String, Kept> kept = new TreeMap<>();
    Map<String, Map<String, Kept>> once = before == null ? new TreeMap<>() : before.everNeeded();
    for (Series series : catalogue.series()) {
      kept.put(series.id(), Kept.of(series.keep()));
    }
    for (Indicator indicator : catalogue.indicators()) {
      needsOf(indicator)
          .forEach(
              (series, now) -> {
                Use old = before == null ? null : before.usersOf(series).get(indicator.id());
                boolean bySubject = indicator.reporting().event() != null;
                long since =
                    old != null && old.isEnoughFor(now, bySubject) ? old.since() : sequence;
                Kept ever = once.getOrDefault(series, Map.of()).get(indicator.id());
                Kept needs = ever == null ? now : now.and(ever);
                uses.computeIfAbsent(series, any -> new TreeMap<>())
                    .put(indicator.id(), new Use(since, needs, bySubject));
                kept.merge(series, needs, Kept::and);
              });
    }
    return new Routing(sequence, catalogue.strategy().timeZone(), uses, kept, once);
  }

  // Only what is beside the usual, which few ever need.
  private Map<String, Map<String, Kept>> everNeeded() {
    Map<String, Map<String, Kept>> ever = new TreeMap<>();
    once.forEach((series, users) -> ever.put(series, new TreeMap<>(users)));
    uses.forEach(
        (series, users) ->
            users.forEach(
                (indicator, use) -> {
                  if (!use.needs().equals(Kept.NOTHING)) {
                    ever.computeIfAbsent(series, any -> new TreeMap<>())
                        .merge(indicator, use.needs(), Kept::and);
                  }
                }));
    return ever;
  }

  /** Indicators that use the series, and how. */
  Map<String, Use> usersOf(String series) {
    return uses.getOrDefault(series, Map.of());
  }

  /** The sequence since which the indicator uses the series, or 0 where it does not. */
  long since(String series, String indicator) {
    Use use = usersOf(series).get(indicator);
    return use == null ? 0 : use.since();
  }

  /** What is kept of the series beside the usual. */
  Kept kept(String series) {
    return kept.getOrDefault(series, Kept.NOTHING);
  }

  /** Every series that the definition reads, at whatever time. */
  static Set<String> seriesOf(Indicator indicator) {
    return needsOf(indicator).keySet();
  }

  private static Map<String, Kept> needsOf(Indicator indicator) {
    Map<String, Kept> needs = new TreeMap<>();
    indicator.inputs().forEach(input -> needs.merge(input.series(), Kept.of(input), Kept::and));
    for (Indicator.Change change : indicator.changes()) {
      if (change instanceof Indicator.DefinitionChange definition && definition.inputs() != null) {
        definition
            .inputs()
            .forEach(input -> needs.merge(input.series(), Kept.of(input), Kept::and));
      }
    }
    if (indicator.reporting().event() != null) {
      needs.merge(indicator.reporting().event(), Kept.NOTHING, Kept::and);
    }
    return needs;
  }
}
