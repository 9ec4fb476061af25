package si.kazalnik.benchmark.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;
import si.kazalnik.benchmark.oracle.Book.Input;
import si.kazalnik.benchmark.oracle.Event.Kind;

/**
 * Plays the steps and recomputes every period from scratch after each.
 *
 * <p>Room that the rules leave: what cancels out within one second may or may not become a
 * revision. Where that can happen, a period has more than one right history. An event that moves a
 * measurement touches a period if the measurement, before or after, passed an input's `where` and
 * lay in its window.
 */
public final class Oracle {
  private static final int MOST_HISTORIES = 128;

  private Book book;
  private Judge judge;
  private final Map<Event.Identity, Event> winners = new LinkedHashMap<>();
  private final Map<String, Map<Period, Set<History>>> histories = new LinkedHashMap<>();
  private final Map<String, Counts> counts = new TreeMap<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Instant> inForceSince = new LinkedHashMap<>();
  private @Nullable Instant now;

  /** What the balances of a provider must show. */
  public static final class Counts {
    public int received;
    public int accepted;
    public int applied;
    public int duplicate;
    public int superseded;
    public final Map<String, Integer> codes = new TreeMap<>();
  }

  /** An event that must have been rejected. */
  public record Refusal(Sent sent, String code) {}

  /** A measurement or completion that an event took away or brought. */
  private record Touch(Event event, Kind cause, boolean gone) {}

  public Oracle(Book book) {
    this.book = book;
    this.judge = new Judge(book);
    for (Indicator indicator : book.indicators()) {
      histories.put(indicator.id(), new TreeMap<>());
    }
  }

  /** Moves the clock and takes the events in. */
  public void play(Step step) {
    move(step.now());
    List<Touch> touches = new ArrayList<>();
    for (Sent sent : step.events()) {
      Counts of = counts.computeIfAbsent(sent.provider(), none -> new Counts());
      of.received++;
      Judge.Verdict verdict = judge.judge(sent, step.now());
      if (verdict.event() == null) {
        String code = String.valueOf(verdict.code());
        of.codes.merge(code, 1, Integer::sum);
        refusals.add(new Refusal(sent, code));
      } else {
        of.accepted++;
        apply(verdict.event(), of, touches);
      }
    }
    if (!step.events().isEmpty()) {
      recompute(step.now(), touches);
    }
  }

  /**
   * Another catalogue comes into force, after everything has settled. What defines an indicator as
   * before leaves it alone; calendars must stay.
   */
  public void redefine(Book next, Instant at) {
    Book before = book;
    book = next;
    judge = new Judge(next);
    histories.keySet().retainAll(next.indicators().stream().map(Indicator::id).toList());
    inForceSince.keySet().retainAll(histories.keySet());
    next.indicators().forEach(each -> inForceSince.putIfAbsent(each.id(), at));
    for (Indicator indicator : next.indicators()) {
      boolean known = histories.containsKey(indicator.id());
      if (!known || !indicator.definedAsIn(before, next)) {
        restate(indicator, at);
      }
    }
  }

  private void restate(Indicator indicator, Instant at) {
    if (indicator.onEvent()) {
      return;
    }
    Evaluation evaluation = new Evaluation(book, indicator, winners.values());
    Map<Period, Set<History>> all = histories(indicator);
    Period last = Period.holding(indicator.frequency(), at.atZone(book.zone()).toLocalDate());
    for (Period each = indicator.first(); each.compareTo(last) <= 0; each = each.next()) {
      all.putIfAbsent(each, Set.of(History.NONE));
    }
    evaluation
        .days()
        .map(day -> Period.holding(indicator.frequency(), day))
        .filter(each -> each.compareTo(indicator.first()) < 0)
        .filter(evaluation::hasMeasurementIn)
        .forEach(each -> all.putIfAbsent(each, Set.of(History.NONE)));
    for (var entry : all.entrySet()) {
      boolean closed = !indicator.closing(entry.getKey(), book.zone()).isAfter(at);
      Published published = evaluation.published(entry.getKey(), closed);
      boolean shows =
          entry.getKey().compareTo(indicator.first()) >= 0
              || evaluation.hasMeasurementIn(entry.getKey());
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
        } else if (newest == null) {
          next.add(history.closed(published, at));
        } else {
          next.add(
              newest.published().equals(published)
                  ? history
                  : history.changed(published, Set.of("DEFINITION"), at));
        }
      }
      entry.setValue(next);
    }
  }

  private void apply(Event event, Counts of, List<Touch> touches) {
    Event winner = winners.get(event.identity());
    int against = winner == null ? 1 : event.against(winner);
    if (against == 0) {
      of.duplicate++;
    } else if (against < 0) {
      of.superseded++;
    } else {
      of.applied++;
      winners.put(event.identity(), event);
      if (winner != null) {
        touches.add(new Touch(winner, event.kind(), true));
      }
      touches.add(new Touch(event, event.kind(), false));
    }
  }

  private void move(Instant to) {
    Instant before = now;
    now = to;
    book.indicators().forEach(each -> inForceSince.putIfAbsent(each.id(), to));
    for (Indicator indicator : book.indicators()) {
      if (indicator.onEvent()) {
        continue;
      }
      Evaluation evaluation = new Evaluation(book, indicator, winners.values());
      Map<Period, Set<History>> all = histories(indicator);
      Period last = Period.holding(indicator.frequency(), to.atZone(book.zone()).toLocalDate());
      for (Period each = indicator.first(); each.compareTo(last) <= 0; each = each.next()) {
        all.putIfAbsent(each, Set.of(History.NONE));
      }
      for (var entry : all.entrySet()) {
        Period period = entry.getKey();
        Instant closing = indicator.closing(period, book.zone());
        boolean closed = !closing.isAfter(to);
        boolean regular = period.compareTo(indicator.first()) >= 0;
        boolean passed = closed && before != null && closing.isAfter(before);
        Set<History> next = new LinkedHashSet<>();
        for (History history : entry.getValue()) {
          Revision newest = history.last();
          boolean first = newest == null && regular;
          if (passed ? newest != null || regular : closed && first) {
            next.add(history.closed(evaluation.published(period, true), passed ? closing : to));
          } else if (first) {
            next.add(history.opened(evaluation.published(period, false), to));
          } else {
            next.add(history);
          }
        }
        entry.setValue(next);
      }
    }
  }

  private void recompute(Instant at, List<Touch> touches) {
    for (Indicator indicator : book.indicators()) {
      if (indicator.onEvent()) {
        continue;
      }
      Evaluation evaluation = new Evaluation(book, indicator, winners.values());
      Map<Period, Set<History>> all = histories(indicator);
      List<Touch> relevant =
          touches.stream().filter(touch -> concerns(indicator, touch.event())).toList();
      for (Touch touch : relevant) {
        if (touch.event().measures()) {
          Period holding =
              Period.holding(indicator.frequency(), Aggregation.content(touch.event()).end());
          boolean earlier = holding.compareTo(indicator.first()) < 0;
          boolean begun = !holding.start().isAfter(at.atZone(book.zone()).toLocalDate());
          if (earlier && begun && Aggregation.inPeriod(holding, touch.event())) {
            all.putIfAbsent(holding, Set.of(History.NONE));
          }
        }
      }
      for (var entry : all.entrySet()) {
        entry.setValue(next(indicator, evaluation, entry.getKey(), entry.getValue(), relevant, at));
      }
    }
  }

  private Set<History> next(
      Indicator indicator,
      Evaluation evaluation,
      Period period,
      Set<History> before,
      List<Touch> touches,
      Instant at) {
    Set<Kind> strict = EnumSet.noneOf(Kind.class);
    Set<Kind> all = EnumSet.noneOf(Kind.class);
    boolean gone = false;
    boolean came = false;
    for (Touch touch : touches) {
      if (touches(indicator, period, touch.event())) {
        gone |= touch.gone();
        came |= !touch.gone();
        all.add(touch.cause());
        if (touch.event().measures()) {
          strict.add(touch.cause());
        }
      }
    }
    if (all.isEmpty()) {
      return before;
    }
    Set<String> causes = new TreeSet<>();
    causes.add(cause(all));
    if (!strict.isEmpty()) {
      causes.add(cause(strict));
    }
    boolean closed = !indicator.closing(period, book.zone()).isAfter(at);
    Published after = evaluation.published(period, closed);
    Set<History> next = new LinkedHashSet<>();
    for (History history : before) {
      Revision last = history.last();
      if (last == null) {
        if (!evaluation.hasMeasurementIn(period)) {
          next.add(history);
        }
        next.add(closed ? history.closed(after, at) : history.opened(after, at));
        continue;
      }
      History changed = closed ? history.changed(after, causes, at) : history.opened(after, at);
      boolean same = after.equals(last.published());
      if (same) {
        next.add(history);
      }
      // The rules do not say when an open period's computedAt moves while nothing shown changes.
      if (!same
          || !closed
          || (gone && came && (!strict.isEmpty() || evaluation.anyWindowEmpty(period)))) {
        next.add(changed);
      }
    }
    // Those with the fewest revisions that cancelled out stand first; the rest hardly happens.
    return next.size() <= MOST_HISTORIES
        ? next
        : next.stream().limit(MOST_HISTORIES).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String cause(Set<Kind> kinds) {
    if (kinds.contains(Kind.WITHDRAWN)) {
      return "WITHDRAWAL";
    }
    return kinds.contains(Kind.CORRECTED) ? "CORRECTION" : "LATE";
  }

  private static boolean concerns(Indicator indicator, Event event) {
    return event.content() != null
        && indicator.inputs().stream()
            .anyMatch(input -> input.series().equals(event.content().series()));
  }

  private static boolean touches(Indicator indicator, Period period, Event event) {
    for (Input input : indicator.inputs()) {
      if (event.measures()
          && Aggregation.passes(input, event)
          && Aggregation.inWindow(input, period, event)) {
        return true;
      }
      if (event.kind() == Kind.COMPLETED
          && event.content() != null
          && input.series().equals(event.content().series())
          && !event.content().start().isAfter(period.start())
          && !event.content().end().isBefore(period.end())) {
        return true;
      }
    }
    return false;
  }

  private Map<Period, Set<History>> histories(Indicator indicator) {
    return histories.computeIfAbsent(indicator.id(), none -> new TreeMap<>());
  }

  public Book book() {
    return book;
  }

  public Map<String, Counts> counts() {
    return counts;
  }

  public List<Refusal> refusals() {
    return refusals;
  }

  /**
   * Indicators of whose deviations the verdict alone decides: more than the time of grace (a day)
   * in force, and without an input whose late delivery would end a deviation all the same.
   */
  public List<Indicator> settledIndicators() {
    Instant latest = java.util.Objects.requireNonNull(now).minus(Duration.ofDays(1));
    return book.indicators().stream()
        .filter(each -> !each.notYet())
        .filter(each -> !inForceSince.getOrDefault(each.id(), latest).isAfter(latest))
        .filter(
            each -> each.inputs().stream().noneMatch(input -> input.aggregate().equals("EXISTS")))
        .toList();
  }

  /** Every published period of an indicator with its right histories. */
  public Map<String, PeriodAnswer> periods(Indicator indicator) {
    Map<String, PeriodAnswer> answers = new LinkedHashMap<>();
    histories(indicator)
        .forEach(
            (period, all) ->
                answers.put(
                    period.name(),
                    new PeriodAnswer(
                        period.name(),
                        period.start(),
                        period.end(),
                        indicator.closing(period, book.zone()),
                        all)));
    return answers;
  }

  /** The state of an indicator as of the clock. */
  public Summary summary(Indicator indicator) {
    return Summaries.of(
        book,
        indicator,
        new Evaluation(book, indicator, winners.values()),
        new HashMap<>(histories(indicator)),
        java.util.Objects.requireNonNull(now));
  }
}
