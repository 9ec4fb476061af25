package si.kazalnik.benchmark.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;

/**
 * Plays the steps and recomputes every period from scratch after each.
 *
 * <p>Room that the rules leave: what cancels out within one second may or may not become a
 * revision. Where that can happen, a period has more than one right history. An event that moves a
 * measurement touches a period if the measurement, before or after, passed an input's `where` and
 * lay in its window.
 */
public final class Oracle {
  private Book book;
  private Judge judge;
  private final Map<Event.Identity, Event> winners = new LinkedHashMap<>();
  private final Map<String, Ledger> ledgers = new LinkedHashMap<>();
  private final Map<String, Counts> counts = new TreeMap<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Instant> inForceSince = new LinkedHashMap<>();
  private final Concerned concerned;
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

  public Oracle(Book book) {
    this.book = book;
    this.judge = new Judge(book);
    this.concerned = new Concerned(book);
    for (Indicator indicator : book.indicators()) {
      ledgers.put(indicator.id(), new Ledger(book, indicator));
    }
  }

  /** Moves the clock and takes the events in. */
  public void play(Step step) {
    Surviving before = new Surviving(winners.values());
    Instant earlier = now;
    now = step.now();
    book.indicators().forEach(each -> inForceSince.putIfAbsent(each.id(), step.now()));
    ledgers.values().forEach(each -> each.move(earlier, step.now(), before));
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
    Surviving after = new Surviving(winners.values());
    ledgers.values().forEach(each -> each.recompute(step.now(), touches, after));
  }

  /**
   * Another catalogue comes into force, after everything has settled. What defines an indicator as
   * before leaves it alone; calendars must stay.
   */
  public void redefine(Book next, Instant at) {
    Book before = book;
    book = next;
    judge = new Judge(next);
    concerned.add(next);
    ledgers.keySet().retainAll(next.indicators().stream().map(Indicator::id).toList());
    inForceSince.keySet().retainAll(ledgers.keySet());
    next.indicators().forEach(each -> inForceSince.putIfAbsent(each.id(), at));
    Surviving surviving = new Surviving(winners.values());
    for (Indicator indicator : next.indicators()) {
      Ledger known = ledgers.get(indicator.id());
      if (known == null) {
        Ledger ledger = new Ledger(next, indicator);
        ledgers.put(indicator.id(), ledger);
        ledger.restate(at, surviving);
      } else if (!indicator.definedAsIn(before, next)) {
        known.redefine(next, indicator, at, surviving);
      }
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

  public Book book() {
    return book;
  }

  /** Whom deviations concern. */
  public Concerned concerned() {
    return concerned;
  }

  public Map<String, Counts> counts() {
    return counts;
  }

  public List<Refusal> refusals() {
    return refusals;
  }

  /** Those that are more than the time of grace (a day) in force. */
  private List<Indicator> settled() {
    Instant latest = Objects.requireNonNull(now).minus(Duration.ofDays(1));
    return book.indicators().stream()
        .filter(each -> !inForceSince.getOrDefault(each.id(), latest).isAfter(latest))
        .toList();
  }

  /** What must be open or not, as far as the verdicts alone decide it. */
  public List<Incident> incidents() {
    List<Incident> incidents = new ArrayList<>();
    for (Indicator indicator : settled()) {
      Ledger ledger = ledger(indicator);
      if (!ledger.open().isEmpty() || indicator.promises().lastEntry().getValue().target().none()) {
        continue;
      }
      Incidents.of(indicator, Ledger.HEADLINE, ledger.headline()).ifPresent(incidents::add);
      for (String cell : indicator.cellValues()) {
        Incidents.of(indicator, cell, ledger.cell(cell)).ifPresent(incidents::add);
      }
    }
    return incidents;
  }

  /**
   * The indicators that a silent provider holds up, by provider.
   *
   * @param surely of those alone that opened a deviation for certain
   */
  public Map<String, Set<String>> heldUp(boolean surely) {
    Map<String, Set<String>> heldUp = new TreeMap<>();
    Surviving surviving = new Surviving(winners.values());
    for (Indicator indicator : surely ? settled() : book.indicators()) {
      Set<Summary> summaries = summaries(indicator);
      boolean all = !summaries.isEmpty();
      boolean any = summaries.isEmpty();
      for (Summary each : summaries) {
        all &= each.dataHealth().equals("OVERDUE");
        any |= each.dataHealth().equals("OVERDUE");
      }
      if (surely ? all : any) {
        Summaries.missing(
                book,
                indicator,
                new Evaluation(book, indicator, surviving),
                ledger(indicator).headline(),
                Objects.requireNonNull(now))
            .forEach(
                provider ->
                    heldUp
                        .computeIfAbsent(provider, none -> new java.util.TreeSet<>())
                        .add(indicator.id()));
      }
    }
    return heldUp;
  }

  /** Every published period of an indicator with its right histories. */
  public Map<String, PeriodAnswer> periods(Indicator indicator) {
    return answers(indicator, ledger(indicator).headline());
  }

  /** Every published period of a cell. */
  public Map<String, PeriodAnswer> cells(Indicator indicator, String value) {
    return answers(indicator, ledger(indicator).cell(value));
  }

  private Map<String, PeriodAnswer> answers(
      Indicator indicator, Map<Period, Set<History>> histories) {
    Map<String, PeriodAnswer> answers = new LinkedHashMap<>();
    histories.forEach(
        (period, all) ->
            answers.put(
                period.name(),
                new PeriodAnswer(
                    period.name(),
                    period.start(),
                    period.end(),
                    indicator.closing(period, book.zone()),
                    all,
                    indicator.due(period),
                    ledger(indicator).open().contains(period.label()))));
    return answers;
  }

  private Ledger ledger(Indicator indicator) {
    return Objects.requireNonNull(ledgers.get(indicator.id()));
  }

  /** The states of an indicator as of the clock that would be right; none where all would be. */
  public Set<Summary> summaries(Indicator indicator) {
    Ledger ledger = ledger(indicator);
    return ledger.open().isEmpty()
        ? Summaries.of(
            book,
            indicator,
            new Evaluation(book, indicator, new Surviving(winners.values())),
            ledger.headline(),
            Objects.requireNonNull(now))
        : Set.of();
  }
}
