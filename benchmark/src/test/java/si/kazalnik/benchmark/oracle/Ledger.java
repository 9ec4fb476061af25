package si.kazalnik.benchmark.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;

/** All periods of one indicator, headline and cells, with their right histories. */
final class Ledger {
  static final String HEADLINE = "";
  private static final int MOST_HISTORIES = 128;

  private Book book;
  private Indicator indicator;
  private final NavigableMap<Period, Set<History>> headline = new TreeMap<>();
  private final Map<String, NavigableMap<Period, Set<History>>> cells = new LinkedHashMap<>();
  private final EventDays events = new EventDays();

  Ledger(Book book, Indicator indicator) {
    this.book = book;
    this.indicator = indicator;
  }

  NavigableMap<Period, Set<History>> headline() {
    return headline;
  }

  NavigableMap<Period, Set<History>> cell(String value) {
    return cells.computeIfAbsent(indicator.dimension() + "=" + value, none -> new TreeMap<>());
  }

  /** Names of the periods of whose dates the rules say nothing. */
  Set<String> open() {
    return events.open();
  }

  private LocalDate today(Instant at) {
    return at.atZone(book.zone()).toLocalDate();
  }

  private boolean closed(Period period, Instant at) {
    return !indicator.closing(period, book.zone()).isAfter(at);
  }

  /** The periods that begin by the clock; unpublished yet. */
  private void begin(Instant at, Surviving surviving, List<Touch> touches) {
    if (indicator.onEvent()) {
      events.update(
          indicator, headline, surviving, touches, today(at), period -> closed(period, at));
      return;
    }
    Period last = Period.holding(indicator.calendar().unit(), today(at));
    for (Period each = indicator.first(); each.compareTo(last) <= 0; each = each.next()) {
      headline.putIfAbsent(each, Set.of(History.NONE));
    }
  }

  /** The clock moves. */
  void move(@Nullable Instant before, Instant to, Surviving surviving) {
    Evaluation evaluation = new Evaluation(book, indicator, surviving);
    begin(to, surviving, List.of());
    for (var entry : headline.entrySet()) {
      Period period = entry.getKey();
      Instant closing = indicator.closing(period, book.zone());
      boolean closed = closed(period, to);
      boolean regular = indicator.regular(period);
      boolean passed = closed && before != null && closing.isAfter(before);
      Set<History> next = new LinkedHashSet<>();
      for (History history : entry.getValue()) {
        Revision newest = history.last();
        boolean first =
            newest == null
                && (regular || (indicator.onEvent() && evaluation.hasMeasurementIn(period)));
        if (passed ? newest != null || first : closed && first) {
          next.add(history.closed(evaluation.published(period, true), passed ? closing : to));
        } else if (first) {
          next.add(history.opened(evaluation.published(period, false), to));
        } else {
          next.add(history);
        }
      }
      entry.setValue(next);
    }
    cells(evaluation, to)
        .forEach(
            (period, of) -> {
              Instant closing = indicator.closing(period, book.zone());
              boolean passed = before != null && closing.isAfter(before);
              of.forEach(
                  (cell, published) -> {
                    if (!cell(cell).containsKey(period)) {
                      cell(cell)
                          .put(
                              period,
                              first(
                                  period,
                                  history -> history.closed(published, passed ? closing : to)));
                    }
                  });
            });
  }

  /** A cell is there where the headline is. */
  private Set<History> first(Period period, java.util.function.UnaryOperator<History> shown) {
    Set<History> all = new LinkedHashSet<>();
    for (History each : Objects.requireNonNull(headline.get(period))) {
      all.add(each.last() == null ? History.NONE : shown.apply(History.NONE));
    }
    return all;
  }

  /** The cells of all closed periods that are published, as they would be now. */
  private Map<Period, Map<String, Published>> cells(Evaluation evaluation, Instant at) {
    if (indicator.dimension() == null) {
      return Map.of();
    }
    TreeSet<Period> closed = new TreeSet<>();
    headline.forEach(
        (period, histories) -> {
          if (closed(period, at) && histories.stream().anyMatch(each -> each.last() != null)) {
            closed.add(period);
          }
        });
    return Suppression.cells(indicator, evaluation, closed);
  }

  /** Events have come. */
  void recompute(Instant at, List<Touch> touches, Surviving surviving) {
    Set<String> series = indicator.allSeries().collect(Collectors.toSet());
    List<Touch> relevant =
        touches.stream()
            .filter(touch -> touch.event().content() != null)
            .filter(touch -> series.contains(Aggregation.content(touch.event()).series()))
            .toList();
    if (relevant.isEmpty()) {
      return;
    }
    Evaluation evaluation = new Evaluation(book, indicator, surviving);
    begin(at, surviving, relevant);
    if (!indicator.onEvent()) {
      beginEarlier(at, relevant);
    }
    for (var entry : headline.entrySet()) {
      entry.setValue(next(evaluation, entry.getKey(), entry.getValue(), relevant, at));
    }
    cells(evaluation, at)
        .forEach(
            (period, of) ->
                of.forEach((cell, after) -> nextOfCell(period, cell, after, relevant, at)));
  }

  private void beginEarlier(Instant at, List<Touch> touches) {
    for (Touch touch : touches) {
      if (!touch.event().measures()) {
        continue;
      }
      Period holding =
          Period.holding(indicator.calendar().unit(), Aggregation.content(touch.event()).end());
      if (!indicator.regular(holding)
          && !holding.start().isAfter(today(at))
          && Aggregation.inPeriod(holding, touch.event())
          && indicator.definition(holding).inputs().stream()
              .anyMatch(input -> Aggregation.passes(input, touch.event()))) {
        headline.putIfAbsent(holding, Set.of(History.NONE));
      }
    }
  }

  private Set<History> next(
      Evaluation evaluation, Period period, Set<History> before, List<Touch> touches, Instant at) {
    Touch.Effect effect = Touch.effect(book, indicator, period, Share.WHOLE, touches);
    boolean moved = events.moved(period);
    boolean fresh = before.stream().allMatch(each -> each.last() == null);
    if (effect.none() && !moved && !(fresh && indicator.onEvent())) {
      return before;
    }
    boolean closed = closed(period, at);
    Published after = evaluation.published(period, closed);
    Set<History> next = new LinkedHashSet<>();
    for (History history : before) {
      Revision last = history.last();
      if (last == null) {
        boolean holds = evaluation.hasMeasurementIn(period);
        boolean regular = indicator.regular(period);
        boolean due = indicator.onEvent() && regular;
        if (!holds && !due) {
          next.add(history);
        }
        if (holds || due || !indicator.onEvent()) {
          next.add(closed ? history.closed(after, at) : history.opened(after, at));
        }
        continue;
      }
      if (closed && last.number() == 0) {
        next.add(history.closed(after, at));
        next.add(history.closed(after, indicator.closing(period, book.zone())));
        continue;
      }
      Set<String> causes = causes(effect, last.published(), after);
      boolean mayWobble =
          effect.carried()
              || (effect.gone()
                  && effect.came()
                  && (!effect.measured().isEmpty() || evaluation.anyWindowEmpty(period)));
      next.addAll(follow(history, last, after, closed, causes, mayWobble, at));
    }
    return few(next);
  }

  private static Set<History> follow(
      History history,
      Revision last,
      Published after,
      boolean closed,
      Set<String> causes,
      boolean mayWobble,
      Instant at) {
    Set<History> next = new LinkedHashSet<>();
    History changed = closed ? history.changed(after, causes, at) : history.opened(after, at);
    boolean same = after.sameRevision(last.published());
    Published refreshed = last.published().beside(after);
    if (!same && closed && !refreshed.equals(last.published())) {
      // By the first events of the second, before the others made the change.
      next.add(history.refreshed(refreshed).changed(after, causes, at));
    }
    if (same) {
      next.add(history);
      if (!after.equals(last.published())) {
        next.add(history.refreshed(after));
        next.add(changed);
      }
    }
    // The rules do not say when an open period's computedAt moves while nothing shown changes.
    if (!same || !closed || mayWobble || last.sameSecond(at)) {
      next.add(changed);
    }
    return next;
  }

  private static Set<String> causes(Touch.Effect effect, Published before, Published after) {
    Set<String> causes = new TreeSet<>();
    causes.add(Touch.cause(effect.all()));
    for (Set<Event.Kind> kinds : List.of(effect.measured(), effect.counted())) {
      if (!kinds.isEmpty()) {
        causes.add(Touch.cause(kinds));
      }
    }
    if (!before.complete() && after.complete() && causes.remove("LATE")) {
      causes.add("COVERAGE");
    } else if (after.coverage() != null && !after.coverage().equals(before.coverage())) {
      // One of several rosters completed, or the only one for a moment.
      causes.add("COVERAGE");
    }
    return causes;
  }

  private void nextOfCell(
      Period period, String cell, Published after, List<Touch> touches, Instant at) {
    NavigableMap<Period, Set<History>> of = cell(cell);
    Set<History> before = of.get(period);
    if (before == null) {
      of.put(period, first(period, history -> history.closed(after, at)));
      return;
    }
    Share share = Share.ofCell(Objects.requireNonNull(indicator.dimension()), cell);
    Touch.Effect whole = Touch.effect(book, indicator, period, Share.WHOLE, touches);
    Touch.Effect own = Touch.effect(book, indicator, period, share, touches);
    Set<History> next = new LinkedHashSet<>();
    for (History history : before) {
      Revision last = history.last();
      if (last == null) {
        next.add(history);
        next.add(history.closed(after, at));
        continue;
      }
      Set<String> causes = new TreeSet<>(causes(whole, last.published(), after));
      if (!own.none()) {
        causes.addAll(causes(own, last.published(), after));
      }
      // What is suppressed, and for how long within the second, may change with every event.
      next.addAll(follow(history, last, after, true, causes, !whole.none(), at));
    }
    of.put(period, few(next));
  }

  private static Set<History> few(Set<History> all) {
    // Those with the fewest revisions that cancelled out stand first; the rest hardly happens.
    return all.size() <= MOST_HISTORIES
        ? all
        : all.stream().limit(MOST_HISTORIES).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Another catalogue is in force, after everything has settled. */
  void redefine(Book next, Indicator as, Instant at, Surviving surviving) {
    book = next;
    indicator = as;
    restate(at, surviving);
  }

  /** All periods anew by the definition in force. */
  void restate(Instant at, Surviving surviving) {
    Evaluation evaluation = new Evaluation(book, indicator, surviving);
    begin(at, surviving, List.of());
    if (!indicator.onEvent()) {
      evaluation
          .days()
          .map(day -> Period.holding(indicator.calendar().unit(), day))
          .filter(each -> !indicator.regular(each))
          .filter(evaluation::hasMeasurementIn)
          .forEach(each -> headline.putIfAbsent(each, Set.of(History.NONE)));
    }
    for (var entry : headline.entrySet()) {
      Period period = entry.getKey();
      boolean closed = closed(period, at);
      Published published = evaluation.published(period, closed);
      boolean shows = indicator.regular(period) || evaluation.hasMeasurementIn(period);
      Set<History> next = new LinkedHashSet<>();
      for (History history : entry.getValue()) {
        Revision newest = history.last();
        if (newest == null && !shows) {
          next.add(history);
        } else if (!closed) {
          next.add(history.opened(published, at));
          if (newest != null && newest.published().equals(published)) {
            next.add(history);
          }
        } else {
          next.addAll(restated(history, published, at));
        }
      }
      entry.setValue(next);
    }
    Map<Period, Map<String, Published>> shown = cells(evaluation, at);
    cells.keySet().removeIf(each -> !each.startsWith(indicator.dimension() + "="));
    shown.forEach(
        (period, of) ->
            of.forEach(
                (cell, published) -> {
                  Set<History> before = cell(cell).get(period);
                  Set<History> next = new LinkedHashSet<>();
                  for (History each : before == null ? Set.of(History.NONE) : before) {
                    next.addAll(
                        each.last() == null
                            ? first(period, history -> history.closed(published, at))
                            : restated(each, published, at));
                  }
                  cell(cell).put(period, next);
                }));
  }

  private static List<History> restated(History history, Published published, Instant at) {
    Revision newest = history.last();
    if (newest == null) {
      return List.of(history.closed(published, at));
    }
    List<History> all = new ArrayList<>();
    if (!newest.published().sameRevision(published)) {
      all.add(history.changed(published, Set.of("DEFINITION"), at));
    } else {
      all.add(history);
      if (!newest.published().equals(published)) {
        all.add(history.refreshed(published));
        all.add(history.changed(published, Set.of("DEFINITION"), at));
      }
    }
    return all;
  }
}
