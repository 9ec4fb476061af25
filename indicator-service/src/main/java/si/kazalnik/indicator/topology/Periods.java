package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.calendar.Schedule;
import si.kazalnik.indicator.domain.evaluation.Cells;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.revision.Causes;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.window.PeriodRange;

/** The periods of one partition's indicators: which are to be evaluated, and what comes of it. */
final class Periods {

  // Windows may reach back for years: a go must end well within a transaction all the same.
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Turn turn;
  private final Definitions definitions;
  private final CellBook cells;
  private final PublishedBook published;
  private final PeriodMarks marks;
  private final DueBook due;
  private final EventPeriods events;
  private final Publication publication;
  // Whether marks may be left of instants that were reached; unknown after a restart.
  private boolean reached = true;

  Periods(
      Turn turn,
      Definitions definitions,
      CellBook cells,
      PublishedBook published,
      PeriodMarks marks,
      DueBook due,
      EventPeriods events,
      Publication publication) {
    this.turn = turn;
    this.definitions = definitions;
    this.cells = cells;
    this.published = published;
    this.marks = marks;
    this.due = due;
    this.events = events;
    this.publication = publication;
  }

  /** Marks what a changed cell touches, with what has happened to measurements or completions. */
  void touch(String indicator, Cell cell, Mark mark, Instant now) {
    IndicatorRules rules = definitions.rules(indicator).orElse(null);
    if (rules == null) {
      return;
    }
    if (rules.events().isPresent()) {
      events.touch(indicator, rules, cell, mark);
      return;
    }
    boolean unknown = mark.causes().equals(Causes.NONE);
    if (unknown || !mark.measured().equals(Causes.NONE)) {
      Mark measured = Mark.of(mark.measured(), mark.recordedAt());
      rules.touchedBy(cell, now).forEach(range -> marks.set(indicator, range, measured));
    }
    if (unknown || !mark.completed().equals(Causes.NONE)) {
      Mark completed = Mark.of(mark.completed(), mark.recordedAt());
      rules.completedBy(cell, now).forEach(range -> marks.set(indicator, range, completed));
    }
  }

  /** Whether the clock has reached something that is not worked off. */
  boolean isDue(Instant now) {
    return due.hasPassed(now) || (reached && !(marks.isEmpty() && events.isEmpty()));
  }

  /** Whether nothing is left to be done at that instant. */
  boolean isDone(Instant now) {
    return marks.isEmpty() && events.isEmpty() && !due.hasPassed(now);
  }

  /** When the clock next changes something. */
  Optional<Instant> nextDue() {
    return due.next();
  }

  /** Works off what is due and marked, as far as there is room, and for about a second. */
  void work(Instant now, int room) {
    long until = System.nanoTime() + LONGEST.toNanos();
    BooleanSupplier inTime = () -> turn.goesOn() && System.nanoTime() - until < 0;
    int left = room;
    while (left > 0 && inTime.getAsBoolean()) {
      Optional<DueBook.Due> next = due.poll(now);
      if (next.isEmpty()) {
        break;
      }
      reach(next.get());
      left--;
    }
    left = events.work(now, left, inTime);
    while (left > 0 && inTime.getAsBoolean()) {
      Optional<String> next = marks.first();
      if (next.isEmpty()) {
        break;
      }
      left -= evaluate(next.get(), now, left, inTime);
    }
    reached &= !(marks.isEmpty() && events.isEmpty());
  }

  private void reach(DueBook.Due instant) {
    reached = true;
    if (instant.kind() == DueBook.Kind.EVENT) {
      events.reach(instant.indicator(), instant.period());
      return;
    }
    Schedule schedule =
        definitions.rules(instant.indicator()).flatMap(IndicatorRules::schedule).orElse(null);
    if (schedule == null) {
      return;
    }
    ReportingPeriod period = ReportingPeriod.parse(instant.period()).orElseThrow();
    marks.set(instant.indicator(), new PeriodRange(period, period), Mark.AGAIN);
    await(schedule, instant.indicator(), instant.kind(), period.next());
  }

  private void await(
      Schedule schedule, String indicator, DueBook.Kind kind, ReportingPeriod period) {
    Instant at =
        switch (kind) {
          case BEGINS -> schedule.startsAt(period);
          case CLOSES -> schedule.closesAt(period);
          case EVENT -> throw new IllegalArgumentException("a calendar names no event");
        };
    due.add(new DueBook.Due(at, indicator, kind, period.toString()));
  }

  private int evaluate(String indicator, Instant now, int room, BooleanSupplier inTime) {
    IndicatorRules rules = definitions.rules(indicator).orElse(null);
    Slice slice = definitions.active();
    Schedule schedule = rules == null ? null : rules.schedule().orElse(null);
    if (rules == null || schedule == null || slice == null) {
      marks.drop(indicator);
      return 0;
    }
    Cells visible = cells.of(indicator, slice.routing());
    return marks.work(
        indicator,
        calendar(schedule),
        room,
        inTime,
        (period, mark) -> evaluate(rules, slice, visible, period, mark, now));
  }

  private void evaluate(
      IndicatorRules rules,
      Slice slice,
      Cells visible,
      ReportingPeriod period,
      Mark mark,
      Instant now) {
    String indicator = rules.indicator().id();
    rules
        .evaluate(period, now, visible, published.before(indicator, period))
        .forEach(computed -> decide(slice, computed, mark, now));
  }

  private void decide(Slice slice, Computation computed, Mark mark, Instant now) {
    PublishedPeriod before = published.get(computed);
    publication
        .decide(slice, before, computed, mark, now)
        .ifPresent(
            after -> {
              published.put(after);
              publication.publish(before, after, PublishedBook.key(after.last()), mark);
            });
  }

  /** Goes over to another catalogue: only what it defines otherwise is evaluated again. */
  void redefine(@Nullable Slice before, Slice now, Instant at) {
    if (before != null) {
      for (Indicator old : before.catalogue().indicators()) {
        if (now.indicator(old.id()).isEmpty()) {
          drop(old.id());
        }
      }
    }
    for (Indicator indicator : now.catalogue().indicators()) {
      if (before == null || !now.computesAlike(indicator, before)) {
        boolean known = before != null && before.indicator(indicator.id()).isPresent();
        Causes causes = known ? Causes.of(RevisionCause.DEFINITION) : Causes.NONE;
        define(indicator.id(), now, Mark.of(causes, 0), at);
      }
    }
  }

  private void drop(String indicator) {
    marks.drop(indicator);
    begin(indicator);
  }

  // Marks stay: what events did and is not yet evaluated is told with what the definition does.
  private void begin(String indicator) {
    events.drop(indicator);
    due.drop(indicator);
    publication.redefined(indicator);
  }

  private void define(String indicator, Slice slice, Mark mark, Instant now) {
    begin(indicator);
    IndicatorRules rules = definitions.rules(indicator).orElseThrow();
    Schedule schedule = rules.schedule().orElse(null);
    rules
        .events()
        .ifPresent(
            of -> {
              events.define(indicator, of, slice, mark);
            });
    if (schedule == null) {
      return;
    }
    ReportingPeriod current = schedule.current(now);
    ReportingPeriod first = earliest(rules, schedule);
    PeriodRange.between(first, current).ifPresent(range -> marks.set(indicator, range, mark));
    ReportingPeriod next = current.next();
    // Before the first, too: one that begins may hold a measurement already.
    await(schedule, indicator, DueBook.Kind.BEGINS, next);
    await(schedule, indicator, DueBook.Kind.CLOSES, schedule.firstOpen(now));
  }

  // Regular periods, and before them those in which an input may have a measurement or which have
  // been published.
  private ReportingPeriod earliest(IndicatorRules rules, Schedule schedule) {
    String indicator = rules.indicator().id();
    LocalDate day = schedule.first().end();
    for (String series : rules.series()) {
      LocalDate found = cells.earliest(indicator, series);
      day = found == null || found.isAfter(day) ? day : found;
    }
    LocalDate published = this.published.earliest(indicator);
    day = published == null || published.isAfter(day) ? day : published;
    return calendar(schedule).containing(day);
  }

  private static Frequency calendar(Schedule schedule) {
    return schedule.first().frequency();
  }
}
