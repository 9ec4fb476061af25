package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.deviation.Known;
import si.kazalnik.indicator.domain.deviation.OlderIncidents;
import si.kazalnik.indicator.domain.deviation.Overdue;
import si.kazalnik.indicator.domain.deviation.PerformanceDeviations;
import si.kazalnik.indicator.domain.deviation.TupleHistory;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.topology.DeviationBook.Watched;

/**
 * Watches the indicators whose values have changed, and those whose time of grace has ended: once
 * nothing is left to be evaluated, so that of a clock that jumps only the end is judged.
 */
final class DeviationWatch {

  private final TopologySettings settings;
  private final Definitions definitions;
  private final Histories histories;
  private final DeviationBook book;
  private final Marks changed;
  private final Outlet outlet;
  private final Remembrance remembrance = new Remembrance();

  DeviationWatch(
      TopologySettings settings,
      Definitions definitions,
      Histories histories,
      DeviationBook book,
      Marks changed,
      Outlet outlet) {
    this.settings = settings;
    this.definitions = definitions;
    this.histories = histories;
    this.book = book;
    this.changed = changed;
    this.outlet = outlet;
  }

  /**
   * Goes over what has changed, for no longer than a transaction.
   *
   * @return whether nothing is left
   */
  boolean check(Instant now) {
    if (settings.grace().pauses()) {
      return true;
    }
    forgetOld(now);
    Map<String, List<Bytes>> due = new TreeMap<>();
    ofEndedGrace(now).forEach(indicator -> due.put(indicator, new ArrayList<>()));
    for (Bytes key : changed.keys()) {
      due.computeIfAbsent(new BytesIn(key.get()).id(), indicator -> new ArrayList<>()).add(key);
    }
    for (Map.Entry<String, List<Bytes>> each : due.entrySet()) {
      if (!settings.turn().goesOn()) {
        return false;
      }
      boolean redefined = each.getValue().contains(redefined(each.getKey()));
      check(each.getKey(), judgedAnew(each.getKey(), each.getValue()), redefined, now);
      each.getValue().forEach(changed::remove);
    }
    return true;
  }

  /** What marks an indicator whose definition has changed; no period has that key. */
  static Bytes redefined(String indicator) {
    return Bytes.wrap(new BytesOut().id(indicator).raw(0).done());
  }

  private List<IndicatorValue> judgedAnew(String indicator, List<Bytes> keys) {
    Bytes itself = Bytes.wrap(new BytesOut().id(indicator).done());
    List<IndicatorValue> periods = new ArrayList<>();
    for (Bytes key : keys) {
      IndicatorValue period = key.equals(itself) ? null : histories.at(key);
      if (period != null) {
        periods.add(period);
      }
    }
    return periods;
  }

  private List<String> ofEndedGrace(Instant now) {
    List<String> ended = new ArrayList<>();
    Slice slice = definitions.active();
    if (slice != null) {
      slice
          .inForceSince()
          .forEach(
              (indicator, since) -> {
                if (settings.grace().over(since, now) && !book.isGraceOver(indicator)) {
                  ended.add(indicator);
                }
              });
    }
    return ended;
  }

  private void check(
      String indicator, List<IndicatorValue> judgedAnew, boolean redefined, Instant now) {
    Watched before = book.watched(indicator);
    IndicatorRules rules = definitions.rules(indicator).orElse(null);
    Slice slice = definitions.active();
    if (rules == null || slice == null) {
      removed(indicator, before, slice, now);
      return;
    }
    Instant since = slice.inForceSince().getOrDefault(indicator, now);
    boolean graceOver = settings.grace().over(since, now);
    String version = slice.catalogue().version();
    boolean first = graceOver && !before.graceOver();
    Watched after = new Watched(before.last(), before.overdue(), graceOver);
    for (Map<String, String> tuple : tuples(rules, before, first || redefined, judgedAnew)) {
      Tuple of = new Tuple(rules, histories.of(rules, tuple), now, version);
      boolean wasOpen = of.isOpen(after);
      Deviation next = of.next(after, graceOver);
      after = next == null ? after : after.with(next);
      if (first) {
        of.older().everywhere().forEach(found -> record(indicator, found));
      } else if (graceOver) {
        List<IndicatorValue> anew =
            judgedAnew.stream().filter(period -> period.dimensions().equals(tuple)).toList();
        of.older().around(anew, wasOpen).forEach(found -> record(indicator, found));
      }
    }
    endUnjudged(rules, after, now);
    List<Overdue> overdue = Overdue.of(rules, histories.of(rules, Map.of()), now, graceOver);
    Map<String, List<Overdue>> byProvider = byProvider(slice, overdue);
    tell(indicator, before.overdue(), byProvider, version);
    after = new Watched(after.last(), byProvider, graceOver);
    if (!after.equals(before)) {
      book.keep(indicator, after);
    }
  }

  private void forgetOld(Instant now) {
    if (remembrance.isTime(now)) {
      for (String id : book.endedBefore(Remembrance.since(now))) {
        book.forget(id);
        outlet.sendEnd(StageTwo.DEVIATIONS, id);
      }
    }
  }

  /** The headline, cells that were judged anew or have one open; at first all of them. */
  private Set<Map<String, String>> tuples(
      IndicatorRules rules, Watched before, boolean all, List<IndicatorValue> judgedAnew) {
    Set<Map<String, String>> tuples = new LinkedHashSet<>();
    tuples.add(Map.of());
    judgedAnew.forEach(period -> tuples.add(period.dimensions()));
    for (String id : before.last().values()) {
      Deviation last = book.get(rules.indicator().id(), id);
      if (last != null && last.state() == Deviation.State.OPEN) {
        tuples.add(last.dimensions());
      }
    }
    if (all) {
      tuples.addAll(rules.judgedCells());
    }
    return tuples;
  }

  /** One judged tuple at this instant. */
  private final class Tuple {
    private final IndicatorRules rules;
    private final TupleHistory history;
    private final Instant now;
    private final String version;
    private final Known known;

    Tuple(IndicatorRules rules, TupleHistory history, Instant now, String version) {
      this.rules = rules;
      this.history = history;
      this.now = now;
      this.version = version;
      this.known = id -> book.get(rules.indicator().id(), id);
    }

    private @Nullable Deviation last(Watched watched) {
      String id = watched.last(history.dimensions());
      return id == null ? null : known.get(id);
    }

    boolean isOpen(Watched watched) {
      Deviation last = last(watched);
      return last != null && last.state() == Deviation.State.OPEN;
    }

    @Nullable Deviation next(Watched watched, boolean graceOver) {
      Deviation last = last(watched);
      Deviation next =
          PerformanceDeviations.next(rules, last, known, history, now, graceOver, version)
              .orElse(null);
      if (next != null) {
        record(rules.indicator().id(), next);
      }
      return next;
    }

    OlderIncidents older() {
      return new OlderIncidents(rules, known, history, now, version);
    }
  }

  /** Ends what is open of cells that are no longer judged. */
  private void endUnjudged(IndicatorRules rules, Watched watched, Instant now) {
    String indicator = rules.indicator().id();
    for (String id : watched.last().values()) {
      Deviation last = book.get(indicator, id);
      if (last != null && !last.dimensions().isEmpty() && !isJudged(rules, last)) {
        PerformanceDeviations.removed(last, now).ifPresent(ended -> record(indicator, ended));
      }
    }
  }

  private boolean isJudged(IndicatorRules rules, Deviation ofCell) {
    IndicatorValue cause =
        histories.of(rules, ofCell.dimensions()).of(ofCell.causes().get(0).period());
    return cause != null && rules.judgedCells(cause.start()).contains(ofCell.dimensions());
  }

  private void removed(String indicator, Watched before, @Nullable Slice slice, Instant now) {
    for (String id : before.last().values()) {
      PerformanceDeviations.removed(book.get(indicator, id), now)
          .ifPresent(ended -> record(indicator, ended));
    }
    tell(indicator, before.overdue(), Map.of(), slice == null ? "" : slice.catalogue().version());
    book.keep(indicator, new Watched(before.last(), Map.of(), false));
  }

  private static Map<String, List<Overdue>> byProvider(Slice slice, List<Overdue> overdue) {
    Map<String, List<Overdue>> byProvider = new TreeMap<>();
    for (Overdue each : overdue) {
      for (Series series : slice.catalogue().series()) {
        if (series.id().equals(each.series())) {
          byProvider.computeIfAbsent(series.provider(), any -> new ArrayList<>()).add(each);
        }
      }
    }
    return byProvider;
  }

  private void record(String indicator, Deviation deviation) {
    book.put(indicator, deviation);
    outlet.send(StageTwo.DEVIATIONS, deviation.id(), ContractJson.write(deviation));
  }

  private void tell(
      String indicator,
      Map<String, List<Overdue>> before,
      Map<String, List<Overdue>> now,
      String catalogue) {
    Set<String> providers = new TreeSet<>(before.keySet());
    providers.addAll(now.keySet());
    for (String provider : providers) {
      List<Overdue> overdue = now.getOrDefault(provider, List.of());
      if (!overdue.equals(before.getOrDefault(provider, List.of()))) {
        outlet.send(
            StageTwo.OVERDUE,
            provider,
            ContractJson.write(new OverdueInputs(indicator, overdue, catalogue)));
      }
    }
  }
}
