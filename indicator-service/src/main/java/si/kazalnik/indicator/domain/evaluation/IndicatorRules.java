package si.kazalnik.indicator.domain.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.NotYetComputed;
import si.kazalnik.indicator.domain.calendar.Schedule;
import si.kazalnik.indicator.domain.calendar.Weekdays;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.window.PeriodRange;

/**
 * One indicator's definition, ready to be computed with: made once for each version of the
 * catalogue. Immutable; safe for use by several threads.
 */
public final class IndicatorRules {

  private final Indicator indicator;
  private final boolean notYet;
  private final Set<String> series;
  private final @Nullable Calculation calculation;
  private final Touching touching;

  private IndicatorRules(Indicator indicator, Map<String, Series> series, ZoneId zone) {
    this.indicator = indicator;
    this.notYet = NotYetComputed.concerns(indicator, series);
    this.series = indicator.inputs().stream().map(Input::series).collect(Collectors.toSet());
    this.touching = new Touching(indicator.inputs());
    Schedule schedule = Schedule.of(indicator.reporting(), zone, new Weekdays()).orElse(null);
    this.calculation =
        schedule == null ? null : new Calculation(indicator, schedule, series, zone, notYet);
  }

  /** The rules of an indicator of that catalogue. */
  public static IndicatorRules of(Indicator indicator, Catalogue catalogue) {
    Map<String, Series> series =
        catalogue.series().stream().collect(Collectors.toMap(Series::id, Function.identity()));
    return new IndicatorRules(indicator, series, catalogue.strategy().timeZone());
  }

  public Indicator indicator() {
    return indicator;
  }

  /** Whether its periods only say {@code NOT_YET_COMPUTED}. */
  public boolean isNotYetComputed() {
    return notYet;
  }

  /** Ids of the series that its inputs read. */
  public Set<String> series() {
    return series;
  }

  /** Its calendar; empty for {@code ON_EVENT}, which as yet has no periods. */
  public Optional<Schedule> schedule() {
    return Optional.ofNullable(calculation).map(Calculation::schedule);
  }

  /**
   * The periods that a change of the cell's measurements may change, up to the one that holds now;
   * in a time that does not depend on their number. Ranges do not overlap.
   */
  public List<PeriodRange> touchedBy(Cell cell, Instant now) {
    return calculation == null
        ? List.of()
        : touching.measuredIn(cell, calculation.schedule().current(now));
  }

  /**
   * Likewise, the periods that a completion of exactly the cell's days contains: no others, so that
   * its correction is no cause of what changes in them.
   */
  public List<PeriodRange> completedBy(Cell cell, Instant now) {
    return calculation == null
        ? List.of()
        : touching.completedBy(cell, calculation.schedule().current(now));
  }

  /**
   * What the period comes to at that instant; empty where it is not to be published: it has not
   * begun, or lies before the first regular one and no input has a measurement in it.
   *
   * @param published whether it has been published before; then it stays
   */
  public Optional<Computation> evaluate(
      ReportingPeriod period, Instant now, Cells cells, boolean published) {
    return calculation == null
        ? Optional.empty()
        : calculation.evaluate(period, now, cells, published);
  }
}
