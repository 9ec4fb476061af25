package si.kazalnik.indicator.domain.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.indicator.domain.calendar.Closing;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.domain.window.Frame;

/**
 * The periods of {@code ON_EVENT}: one for each subject of the event series, named by it, on the
 * day of its earliest event. Immutable; safe for use by several threads.
 */
public final class EventRules {

  private final String series;
  private final LocalDate from;
  private final Closing closing;
  private final NavigableMap<LocalDate, Calculation> calculations;

  EventRules(
      String series,
      Reporting reporting,
      Closing closing,
      NavigableMap<LocalDate, Calculation> calculations) {
    this.series = series;
    this.from = reporting.from();
    this.closing = closing;
    this.calculations = calculations;
  }

  /** Every subject of which an event is known. */
  public Set<String> subjects(Cells cells) {
    Set<String> subjects = new TreeSet<>();
    cells.within(
        series,
        Days.ALL.from(),
        Days.ALL.to(),
        (cell, summary) -> {
          if (summary.count() > 0 && cell.subject() != null) {
            subjects.add(cell.subject());
          }
        });
    return subjects;
  }

  /**
   * The day on which the subject's period begins and ends: that of the earliest event, as it was
   * known at the closing; empty where there is no event and never was.
   *
   * @param last what was published of the period, or null
   */
  public Optional<LocalDate> day(
      String subject, Cells cells, @Nullable IndicatorValue last, Instant now) {
    if (last != null && isSettled(last, now)) {
      return Optional.of(last.end());
    }
    AtomicReference<@Nullable LocalDate> earliest = new AtomicReference<>();
    cells
        .about(subject)
        .within(
            series,
            Days.ALL.from(),
            Days.ALL.to(),
            (cell, summary) -> {
              if (summary.count() > 0 && subject.equals(cell.subject())) {
                earliest.set(DaySummary.least(earliest.get(), cell.lastDay()));
              }
            });
    return Optional.ofNullable(earliest.get())
        .or(() -> Optional.ofNullable(last).map(IndicatorValue::end));
  }

  /** Whether it has closed, and not only within this second, in which all is one revision. */
  private static boolean isSettled(IndicatorValue last, Instant now) {
    boolean thisSecond =
        last.computedAt()
            .truncatedTo(ChronoUnit.SECONDS)
            .equals(now.truncatedTo(ChronoUnit.SECONDS));
    return last.revision() > 1 || (last.revision() == 1 && !thisSecond);
  }

  /** When a period of that day begins, and when it closes. */
  public List<Instant> instants(LocalDate day) {
    return List.of(closing.startsAt(day), closing.closesAt(day));
  }

  /**
   * What the period comes to at that instant; empty where it is not to be published: it has not
   * begun, or lies before the reporting and no input has a measurement in it.
   *
   * @param published whether it has been published before; then it stays
   */
  public List<Computation> evaluate(
      String subject, LocalDate day, Instant now, Cells cells, boolean published) {
    if (closing.startsAt(day).isAfter(now)) {
      return List.of();
    }
    boolean early = day.isBefore(from);
    Instant closesAt = closing.closesAt(day);
    List<Computation> computed =
        calculations
            .floorEntry(day)
            .getValue()
            .compute(
                Frame.of(subject, day),
                new Calculation.Standing(true, !early, !closesAt.isAfter(now), closesAt),
                cells.about(subject),
                Past.NONE);
    return early && !published && computed.get(0).measurements() == 0 ? List.of() : computed;
  }
}
