package si.kazalnik.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.calendar.Schedule;
import si.kazalnik.indicator.domain.calendar.Weekdays;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/** An indicator for a test: a yearly sum without target, but for what the test says. */
public final class Defined {

  public static final ZoneId LJUBLJANA = ZoneId.of("Europe/Ljubljana");

  public String unit = "things";
  public int decimals = 2;
  public Indicator.Polarity polarity = Indicator.Polarity.HIGHER;
  public final List<Input> inputs = new ArrayList<>();
  public final List<Series> series = new ArrayList<>();
  public @Nullable String formula;
  public @Nullable Frequency frequency = Frequency.YEAR;
  public @Nullable String event;
  public LocalDate from = LocalDate.of(2024, 1, 1);
  public Reporting.Only only = Reporting.Only.ALL;
  public Period dueAfter = Period.ZERO;
  public boolean workingDays;
  public @Nullable String holidays;
  public @Nullable String disaggregateBy;
  public Indicator.@Nullable SmallestCell smallestCell;
  public Indicator.@Nullable Baseline baseline;
  public Target target = new Target.None();
  public Indicator.Tolerance tolerance = new Indicator.Tolerance(BigDecimal.ZERO, false);
  public int consecutive = 1;
  public boolean alertAtRisk;
  public final List<Indicator.Change> changes = new ArrayList<>();
  public final List<Indicator.Break> breaks = new ArrayList<>();

  public Defined input(Input input) {
    inputs.add(input);
    if (series.stream().noneMatch(known -> known.id().equals(input.series()))) {
      series.add(series(input.series()));
    }
    return this;
  }

  public Defined input(String name, String of, Aggregate aggregate) {
    return input(input(name, of, aggregate, Window.PERIOD));
  }

  public Defined quota(String value) {
    target = new Target.EveryPeriod(bounds(value), null, false, false, false, null, Map.of());
    return this;
  }

  public Defined quota(String value, Frequency per) {
    target = new Target.EveryPeriod(bounds(value), per, false, false, false, null, Map.of());
    return this;
  }

  /** A quota for each subject of the roster. */
  public Defined quotaForEach(String value) {
    target = new Target.EveryPeriod(bounds(value), null, true, false, false, null, Map.of());
    return this;
  }

  /** A quota for each cell too. */
  public Defined quotaPerCell(String value) {
    target = new Target.EveryPeriod(bounds(value), null, false, true, false, null, Map.of());
    return this;
  }

  /** Series {@code s} with these subjects. */
  public Defined roster(String... subjects) {
    series.add(series("s", null, "0", List.of(subjects)));
    return this;
  }

  /** By that dimension of series {@code s}; smallest cell as {@code x=10}, or null. */
  public Defined cells(@Nullable String smallest, String dimension, String... values) {
    Series plain = series("s");
    series.add(
        new Series(
            plain.id(),
            plain.provider(),
            plain.title(),
            plain.unit(),
            plain.hasValue(),
            plain.period(),
            plain.min(),
            plain.max(),
            List.of(
                new Series.Dimension(
                    dimension, Map.of(), List.of(values), false, false, null, Map.of())),
            plain.roster(),
            plain.keep(),
            plain.acceptFor(),
            plain.illustrative(),
            plain.source(),
            plain.note()));
    disaggregateBy = dimension;
    if (smallest != null) {
      String[] parts = smallest.split("=", -1);
      smallestCell = new Indicator.SmallestCell(parts[0], new BigDecimal(parts[1]));
    }
    return this;
  }

  /** Points as {@code 2025=40}. */
  public Defined path(Target.Interpolate interpolate, Target.After after, String... points) {
    List<Target.Point> all = new ArrayList<>();
    for (String point : points) {
      String[] parts = point.split("=", -1);
      all.add(new Target.Point(parts[0], bounds(parts[1]), false, false, null, Map.of()));
    }
    target = new Target.Path(all, interpolate, after, false, false, false, null, Map.of());
    return this;
  }

  public Defined baseline(String period, String value) {
    baseline = new Indicator.Baseline(period, bounds(value), false, null, Map.of());
    return this;
  }

  public Defined percentTolerance(String percent) {
    tolerance = new Indicator.Tolerance(new BigDecimal(percent), true);
    return this;
  }

  public Defined monthly() {
    frequency = Frequency.MONTH;
    return this;
  }

  /** {@code 5}, or of a range {@code 5..12}. */
  public static Bounds bounds(String text) {
    int dots = text.indexOf("..");
    return dots < 0
        ? Bounds.of(new BigDecimal(text))
        : Bounds.range(
            new BigDecimal(text.substring(0, dots)), new BigDecimal(text.substring(dots + 2)));
  }

  public static Input input(String name, String of, Aggregate aggregate, Window window) {
    return new Input(name, of, aggregate, null, Map.of(), window, 0, false, Input.Across.SUM, 0, 1);
  }

  public static Input zeroWhenEmpty(Input input) {
    return new Input(
        input.name(),
        input.series(),
        input.aggregate(),
        null,
        input.where(),
        input.window(),
        0,
        true,
        Input.Across.SUM,
        0,
        1);
  }

  public static Input where(Input input, String dimension, String... values) {
    return new Input(
        input.name(),
        input.series(),
        input.aggregate(),
        null,
        Map.of(dimension, List.of(values)),
        input.window(),
        0,
        input.zeroWhenEmpty(),
        Input.Across.SUM,
        0,
        1);
  }

  public static Series series(String id) {
    return series(id, null, "0", List.of());
  }

  public static Series series(
      String id, @Nullable Frequency period, @Nullable String min, List<String> roster) {
    return new Series(
        id,
        "jhl-it",
        Map.of(),
        null,
        true,
        period,
        min == null ? null : new BigDecimal(min),
        null,
        List.of(),
        roster,
        Set.of(),
        null,
        false,
        null,
        Map.of());
  }

  public Reporting reporting() {
    return new Reporting(frequency, from, only, event, dueAfter, workingDays);
  }

  public Schedule schedule() {
    return Schedule.of(reporting(), LJUBLJANA, new Weekdays()).orElseThrow();
  }

  public Indicator indicator() {
    return new Indicator(
        "tried",
        Map.of(),
        Map.of(),
        List.of(),
        "office",
        unit,
        decimals,
        polarity,
        List.copyOf(inputs),
        formula,
        reporting(),
        disaggregateBy,
        smallestCell,
        false,
        baseline,
        target,
        tolerance,
        consecutive,
        alertAtRisk,
        null,
        List.of(),
        List.copyOf(changes),
        List.copyOf(breaks),
        false,
        null,
        Map.of());
  }

  public IndicatorRules rules() {
    return IndicatorRules.of(indicator(), catalogue(this));
  }

  public static Catalogue catalogue(Defined defined) {
    Strategy strategy =
        new Strategy(
            "test",
            Map.of(),
            defined.from,
            defined.from.plusYears(5),
            LJUBLJANA,
            defined.holidays,
            List.of("sl"),
            "office",
            List.of(),
            false,
            null,
            Map.of());
    return new Catalogue(
        "v1",
        strategy,
        List.of(),
        List.of(),
        List.copyOf(defined.series),
        List.of(defined.indicator()),
        List.of());
  }

  public static ReportingPeriod period(String notation) {
    return ReportingPeriod.parse(notation).orElseThrow();
  }
}
