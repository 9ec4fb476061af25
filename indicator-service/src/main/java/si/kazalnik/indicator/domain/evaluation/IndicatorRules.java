package si.kazalnik.indicator.domain.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target.None;
import si.kazalnik.indicator.domain.calendar.Closing;
import si.kazalnik.indicator.domain.calendar.Holidays;
import si.kazalnik.indicator.domain.calendar.Schedule;
import si.kazalnik.indicator.domain.calendar.Weekdays;
import si.kazalnik.indicator.domain.calendar.WorkingDays;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.window.Frame;
import si.kazalnik.indicator.domain.window.PeriodRange;

/**
 * One indicator's definition, ready to be computed with: made once for each version of the
 * catalogue. Immutable; safe for use by several threads.
 */
public final class IndicatorRules {

  private final Indicator indicator;
  private final ZoneId zone;
  private final Eras eras;
  private final List<Input> inputs;
  private final @Nullable Schedule schedule;
  private final NavigableMap<LocalDate, Calculation> calculations = new TreeMap<>();
  private final NavigableMap<LocalDate, Touching> touching = new TreeMap<>();
  private final Closing closing;
  private final @Nullable EventRules events;

  private IndicatorRules(
      Indicator indicator, Map<String, Series> series, ZoneId zone, WorkingDays workingDays) {
    this.indicator = indicator;
    this.zone = zone;
    this.eras = Eras.of(indicator);
    this.inputs =
        eras.byFirstDay().values().stream()
            .flatMap(era -> era.inputs().stream())
            .distinct()
            .toList();
    this.schedule = Schedule.of(indicator.reporting(), zone, workingDays).orElse(null);
    Set<String> rostered =
        series.values().stream()
            .filter(each -> !each.roster().isEmpty())
            .map(Series::id)
            .collect(Collectors.toSet());
    eras.byFirstDay()
        .forEach(
            (day, era) -> {
              // What is suppressed looks back at earlier periods, whatever they are computed from.
              List<Input> read = looksBack(era) ? inputs : era.inputs();
              touching.put(day, new Touching(read, rostered));
              calculations.put(day, new Calculation(era, new TargetRules(era), series, zone));
            });
    this.closing = new Closing(indicator.reporting(), zone, workingDays);
    String event = indicator.reporting().event();
    this.events =
        event == null ? null : new EventRules(event, indicator.reporting(), closing, calculations);
  }

  private static boolean looksBack(Indicator era) {
    Indicator.SmallestCell smallest = era.smallestCell();
    return smallest != null
        && era.inputs().stream()
            .filter(input -> input.name().equals(smallest.input()))
            .anyMatch(
                input ->
                    input.window() == Input.Window.YEAR_TO_DATE
                        || input.window() == Input.Window.SINCE_START);
  }

  /** The rules of an indicator of that catalogue. */
  public static IndicatorRules of(Indicator indicator, Catalogue catalogue) {
    Map<String, Series> series =
        catalogue.series().stream().collect(Collectors.toMap(Series::id, Function.identity()));
    String country = catalogue.strategy().holidays();
    WorkingDays workingDays =
        country == null || !indicator.reporting().workingDays()
            ? new Weekdays()
            : Holidays.of(country);
    return new IndicatorRules(indicator, series, catalogue.strategy().timeZone(), workingDays);
  }

  /** As it stands in the catalogue, before any of its changes. */
  public Indicator indicator() {
    return indicator;
  }

  /** As its changes leave it for the periods that start on the day. */
  public Indicator indicator(LocalDate start) {
    return eras.on(start);
  }

  /** Every definition that there is, by the first day on which a period may start with it. */
  public NavigableMap<LocalDate, Indicator> definitions() {
    return Collections.unmodifiableNavigableMap(eras.byFirstDay());
  }

  /** How a published period came about by its definition, and how it is judged. */
  public Reasoning reasoning(IndicatorValue value) {
    ReportingPeriod period =
        schedule == null ? null : ReportingPeriod.parse(value.period()).orElse(null);
    Frame frame =
        period == null || schedule == null
            ? Frame.of(value.period(), value.end())
            : Frame.of(period, schedule.first());
    return calculations
        .floorEntry(value.start())
        .getValue()
        .reasoning(frame, value, eras.changed(value.start()).orElse(null));
  }

  /** Whether a target is in force at the instant. */
  public boolean hasTarget(Instant now) {
    return !(eras.on(LocalDate.ofInstant(now, zone)).target() instanceof None);
  }

  /** Whether periods are, or once will be, judged at all. */
  public boolean judges() {
    return eras.byFirstDay().values().stream().anyMatch(era -> !(era.target() instanceof None));
  }

  /** The tuples that at any time are judged beside the headline: each cell, with perCell. */
  public List<Map<String, String>> judgedCells() {
    return calculations.values().stream()
        .flatMap(calculation -> calculation.judgedCells().stream())
        .distinct()
        .toList();
  }

  /** Those of the periods that start on the day. */
  public List<Map<String, String>> judgedCells(LocalDate start) {
    return calculations.floorEntry(start).getValue().judgedCells();
  }

  /** When what ends on a day is over. */
  public Instant midnightAfter(LocalDate day) {
    return closing.midnightAfter(day);
  }

  /** Ids of the series that its inputs read, at whatever time. */
  public Set<String> series() {
    return inputs.stream().map(Input::series).collect(Collectors.toSet());
  }

  /** Its periods with {@code ON_EVENT}; empty for a calendar. */
  public Optional<EventRules> events() {
    return Optional.ofNullable(events);
  }

  /** Its calendar; empty for {@code ON_EVENT}. */
  public Optional<Schedule> schedule() {
    return Optional.ofNullable(schedule);
  }

  /** Whether a period that was published is of its calendar, which may have been another. */
  public boolean isOfCalendar(IndicatorValue value) {
    return schedule()
        .map(
            calendar ->
                ReportingPeriod.parse(value.period())
                    .filter(each -> each.frequency() == calendar.first().frequency())
                    .filter(each -> each.end().equals(value.end()))
                    .isPresent())
        .orElseGet(() -> value.start().equals(value.end()));
  }

  /**
   * The periods that a change of the cell's measurements may change, up to the one that holds now;
   * in a time that does not depend on their number. Ranges do not overlap.
   */
  public List<PeriodRange> touchedBy(Cell cell, Instant now) {
    return touched(now, (era, current) -> era.measuredIn(cell, current));
  }

  /**
   * Likewise, the periods that a completion of exactly the cell's days contains: no others, so that
   * its correction is no cause of what changes in them.
   */
  public List<PeriodRange> completedBy(Cell cell, Instant now) {
    return touched(now, (era, current) -> era.completedBy(cell, current));
  }

  /** Each definition speaks for its own periods: what only another reads is no cause in them. */
  private List<PeriodRange> touched(
      Instant now, BiFunction<Touching, ReportingPeriod, List<PeriodRange>> by) {
    if (schedule == null) {
      return List.of();
    }
    ReportingPeriod current = schedule.current(now);
    List<PeriodRange> ranges = new ArrayList<>();
    touching.forEach(
        (day, era) -> {
          LocalDate next = Objects.requireNonNullElse(touching.higherKey(day), LocalDate.MAX);
          by.apply(era, current).stream()
              .flatMap(range -> range.starting(day, next).stream())
              .forEach(ranges::add);
        });
    return List.copyOf(ranges);
  }

  /**
   * What the period comes to at that instant, the headline first; empty where it is not to be
   * published: it has not begun, or lies before the first regular one and no input has a
   * measurement in it.
   */
  public List<Computation> evaluate(ReportingPeriod period, Instant now, Cells cells, Past past) {
    if (schedule == null || schedule.startsAt(period).isAfter(now)) {
      return List.of();
    }
    boolean early = schedule.isEarly(period);
    Indicator era = eras.on(period.start());
    if (early && !past.isPublished() && !isMeasuredIn(era, period, cells)) {
      return List.of();
    }
    Instant closesAt = schedule.closesAt(period);
    Calculation.Standing standing =
        new Calculation.Standing(early, schedule.isDue(period), !closesAt.isAfter(now), closesAt);
    Frame frame = Frame.of(period, schedule.first());
    return calculations.floorEntry(period.start()).getValue().compute(frame, standing, cells, past);
  }

  /** A look at the period alone, before windows that may reach back for years. */
  private static boolean isMeasuredIn(Indicator era, ReportingPeriod period, Cells cells) {
    return era.inputs().stream().anyMatch(input -> isMeasuredIn(input, period, cells));
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
}
