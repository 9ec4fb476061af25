package si.kazalnik.indicator.domain.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.calendar.Schedule;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;

/** Computes the periods of an indicator that has a calendar. */
final class Calculation {

  private final Indicator indicator;
  private final Schedule schedule;
  private final boolean notYet;
  private final ValueRules values;
  private final TargetRules targets;
  private final Judging judging;

  Calculation(
      Indicator indicator,
      Schedule schedule,
      Map<String, Series> series,
      ZoneId zone,
      boolean notYet) {
    this.indicator = indicator;
    this.schedule = schedule;
    this.notYet = notYet;
    this.values = new ValueRules(indicator);
    this.targets = new TargetRules(indicator, schedule);
    this.judging = new Judging(indicator, targets, series, zone);
  }

  Schedule schedule() {
    return schedule;
  }

  Optional<Computation> evaluate(
      ReportingPeriod period, Instant now, Cells cells, boolean published) {
    boolean begun = !schedule.startsAt(period).isAfter(now);
    boolean early = schedule.isEarly(period);
    if (!begun || (early && !published && !isMeasuredIn(period, cells))) {
      return Optional.empty();
    }
    Instant closing = schedule.closesAt(period);
    boolean closed = !closing.isAfter(now);
    return Optional.of(
        notYet
            ? notYet(period, early, closed, closing)
            : computed(period, early, closed, closing, cells));
  }

  /** A look at the period alone, before windows that may reach back for years. */
  private boolean isMeasuredIn(ReportingPeriod period, Cells cells) {
    return indicator.inputs().stream().anyMatch(input -> isMeasuredIn(input, period, cells));
  }

  private static boolean isMeasuredIn(Input input, ReportingPeriod period, Cells cells) {
    AtomicBoolean found = new AtomicBoolean();
    cells.within(
        input.series(),
        period.start(),
        period.end(),
        (cell, summary) -> {
          if (summary.count() > 0 && InputTally.passes(input, cell)) {
            found.set(true);
          }
        });
    return found.get();
  }

  private Computation computed(
      ReportingPeriod period, boolean early, boolean closed, Instant closing, Cells cells) {
    WindowScan scan = WindowScan.of(indicator.inputs(), period, cells);
    Outcome outcome = values.outcome(scan, closed, tally -> false);
    Expectation expectation = targets.expectation(period);
    Assessment assessment =
        closed
            ? judging.closed(
                expectation, outcome, scan, closing, late -> values.outcome(scan, true, late))
            : judging.open(expectation, outcome.value());
    boolean due = schedule.isDue(period);
    return new Computation(
        indicator.id(),
        period,
        early,
        closed,
        closing,
        outcome.value(),
        outcome.reason(),
        assessment.performance(),
        expectation.expected(),
        expectation.target(),
        null,
        scan.measurements(),
        due,
        due ? values.missing(scan, closed) : List.of(),
        expectation.kind() == Expectation.Kind.POINT,
        assessment.deliveredLate(),
        assessment.tolerance(),
        outcome.inputs());
  }

  private Computation notYet(
      ReportingPeriod period, boolean early, boolean closed, Instant closing) {
    return new Computation(
        indicator.id(),
        period,
        early,
        closed,
        closing,
        null,
        NoValueReason.NOT_YET_COMPUTED,
        null,
        null,
        null,
        null,
        0,
        false,
        List.of(),
        false,
        null,
        null,
        List.of());
  }
}
