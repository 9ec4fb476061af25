package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.evaluation.Cells;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.evaluation.EventRules;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.revision.Causes;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;
import si.kazalnik.indicator.domain.summary.Cell;

/** The periods that events name: which are to be evaluated, and what comes of it. */
final class EventPeriods {

  private final Definitions definitions;
  private final CellBook cells;
  private final EventBook book;
  private final Marks marks;
  private final DueBook due;
  private final Publication publication;

  EventPeriods(
      Definitions definitions,
      CellBook cells,
      EventBook book,
      Marks marks,
      DueBook due,
      Publication publication) {
    this.definitions = definitions;
    this.cells = cells;
    this.book = book;
    this.marks = marks;
    this.due = due;
    this.publication = publication;
  }

  /**
   * Marks what a changed cell touches: measurements the period of their subject, whenever they are;
   * a completion the periods on its days, all of them where it speaks of nobody.
   */
  void touch(String indicator, IndicatorRules rules, Cell cell, Mark mark) {
    String subject = cell.subject();
    boolean unknown = mark.causes().equals(Causes.NONE);
    boolean measured = unknown || !mark.measured().equals(Causes.NONE);
    if (subject != null && measured && isRead(indicator, rules, cell.series(), subject)) {
      mark(indicator, subject, Mark.of(mark.measured(), mark.recordedAt()));
    }
    if (unknown || !mark.completed().equals(Causes.NONE)) {
      Mark completed = Mark.of(mark.completed(), mark.recordedAt());
      book.subjects(indicator, cell.firstDay(), cell.lastDay()).stream()
          .filter(each -> subject == null || subject.equals(each))
          .filter(each -> unknown || isInput(indicator, rules, cell.series(), each))
          .forEach(each -> mark(indicator, each, completed));
    }
  }

  /** What only the definition of other periods reads is no cause in this one. */
  private boolean isRead(String indicator, IndicatorRules rules, String series, String subject) {
    Indicator era = era(indicator, rules, subject);
    return era == null || series.equals(era.reporting().event()) || isInput(series, era);
  }

  /** A completion of the event series alone says nothing of a period: it has its event. */
  private boolean isInput(String indicator, IndicatorRules rules, String series, String subject) {
    Indicator era = era(indicator, rules, subject);
    return era == null || isInput(series, era);
  }

  private static boolean isInput(String series, Indicator era) {
    return era.inputs().stream().anyMatch(input -> input.series().equals(series));
  }

  /** By which definition its period was published last, or null before. */
  private @Nullable Indicator era(String indicator, IndicatorRules rules, String subject) {
    PublishedPeriod known = book.get(indicator, Map.of(), subject);
    return known == null ? null : rules.indicator(known.last().start());
  }

  /** The clock has reached an instant of that period. */
  void reach(String indicator, String subject) {
    mark(indicator, subject, Mark.AGAIN);
  }

  /** Marks every period that there is, or was. */
  void define(String indicator, EventRules rules, Slice slice, Mark mark) {
    Set<String> subjects = new TreeSet<>(book.subjects(indicator));
    subjects.addAll(rules.subjects(cells.of(indicator, slice.routing())));
    subjects.forEach(subject -> mark(indicator, subject, mark));
  }

  void drop(String indicator) {
    marks.keys(new BytesOut().id(indicator).done()).forEach(marks::remove);
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** Works off what is marked, as far as there is room and time; returns the room that is left. */
  int work(Instant now, int room, BooleanSupplier inTime) {
    int left = room;
    while (left > 0 && !marks.isEmpty() && inTime.getAsBoolean()) {
      Map.@Nullable Entry<Bytes, Mark> first = marks.first();
      if (first == null) {
        break;
      }
      BytesIn in = new BytesIn(first.getKey().get());
      marks.remove(first.getKey());
      evaluate(in.id(), in.text(), first.getValue(), now);
      left--;
    }
    return left;
  }

  private void evaluate(String indicator, String subject, Mark mark, Instant now) {
    EventRules rules = definitions.rules(indicator).flatMap(IndicatorRules::events).orElse(null);
    Slice slice = definitions.active();
    if (rules == null || slice == null) {
      return;
    }
    Cells visible = cells.of(indicator, slice.routing());
    PublishedPeriod before = book.get(indicator, Map.of(), subject);
    IndicatorValue last = before == null ? null : before.last();
    LocalDate day = rules.day(subject, visible, last, now).orElse(null);
    if (day == null) {
      return;
    }
    await(indicator, subject, rules, day, now);
    rules
        .evaluate(subject, day, now, visible, before != null)
        .forEach(computed -> decide(slice, computed, mark, now));
  }

  private void decide(Slice slice, Computation computed, Mark mark, Instant now) {
    PublishedPeriod before =
        book.get(computed.indicator(), computed.dimensions(), computed.period());
    publication
        .decide(slice, before, computed, mark, now)
        .ifPresent(
            after -> {
              book.put(after);
              publication.publish(before, after, EventBook.key(after.last()), mark);
            });
  }

  private void await(
      String indicator, String subject, EventRules rules, LocalDate day, Instant now) {
    for (Instant at : rules.instants(day)) {
      if (at.isAfter(now)) {
        due.add(new DueBook.Due(at, indicator, DueBook.Kind.EVENT, subject));
      }
    }
  }

  private void mark(String indicator, String subject, Mark mark) {
    marks.set(new BytesOut().id(indicator).text(subject).done(), mark);
  }
}
