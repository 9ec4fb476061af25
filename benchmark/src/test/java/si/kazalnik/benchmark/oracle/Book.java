package si.kazalnik.benchmark.oracle;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the oracle needs of a catalogue. */
public record Book(
    ZoneId zone,
    Map<String, Set<String>> sourcesByProvider,
    Map<String, Series> series,
    List<Indicator> indicators,
    People people) {

  /**
   * Who is told: roles.
   *
   * @param owners by indicator
   * @param contacts by provider
   */
  record People(String office, Map<String, String> owners, Map<String, String> contacts) {}

  /** What a provider measures. */
  record Series(
      String id,
      String provider,
      @Nullable String unit,
      boolean numeric,
      Period.@Nullable Unit period,
      java.math.@Nullable BigDecimal min,
      java.math.@Nullable BigDecimal max,
      Map<String, List<String>> dimensions,
      Set<String> required,
      List<String> roster,
      boolean keyed,
      @Nullable String acceptUnit,
      int accept) {}

  /**
   * One input.
   *
   * @param carry reporting periods to look back for a stock
   */
  record Input(
      String name,
      String series,
      String aggregate,
      Map<String, Set<String>> where,
      String window,
      boolean zeroWhenEmpty,
      String across,
      int carry,
      int atLeast) {
    boolean sums() {
      return Set.of("SUM", "COUNT", "DISTINCT").contains(aggregate);
    }

    /** Of `ROLLING(n)`; else 0. */
    int rolling() {
      return argument(window, "ROLLING");
    }

    /** Of `PERCENTILE(p)`; else 0. */
    int percentile() {
      return argument(aggregate, "PERCENTILE");
    }

    boolean cumulative() {
      return window.equals("YEAR_TO_DATE") || window.equals("SINCE_START");
    }

    private static int argument(String text, String function) {
      return text.startsWith(function + "(")
          ? Integer.parseInt(text.substring(function.length() + 1, text.length() - 1))
          : 0;
    }
  }

  record Point(LocalDate day, Range value) {}

  /** Exactly one of quota and path, or neither; `per` is null where it is the period itself. */
  record Target(
      @Nullable Range quota,
      Period.@Nullable Unit per,
      List<Point> path,
      String interpolate,
      boolean end,
      boolean forEach,
      boolean perCell) {
    boolean none() {
      return quota == null && path.isEmpty();
    }
  }

  /** What is computed of the periods that start on or after a day. */
  record Definition(List<Input> inputs, @Nullable String formula, int decimals) {}

  /** By what the periods that start on or after a day are judged. */
  record Promise(Target target, @Nullable String tolerance, @Nullable Point baseline) {}

  record Break(LocalDate from, boolean linked) {}

  /** When the periods are and when they close. */
  record Calendar(
      Period.Unit unit,
      LocalDate from,
      @Nullable String event,
      @Nullable String only,
      String dueUnit,
      int dueAfter,
      boolean working) {}

  /** How cells are made; `smallest` null where all are shown. */
  record Cells(
      @Nullable String dimension,
      List<String> values,
      @Nullable String denominator,
      java.math.@Nullable BigDecimal smallest) {}

  /** When a deviation opens. */
  record Alarm(int consecutive, boolean atRisk) {}

  /** One indicator; definitions and promises stand by the day from which they hold. */
  public record Indicator(
      String id,
      String unit,
      String polarity,
      Calendar calendar,
      NavigableMap<LocalDate, Definition> definitions,
      NavigableMap<LocalDate, Promise> promises,
      List<Break> breaks,
      Cells cells,
      Alarm alarm) {

    /** Whether both catalogues say the same of it and of its series. */
    boolean definedAsIn(Book before, Book now) {
      return before.indicators.contains(this)
          && allSeries()
              .allMatch(each -> Objects.equals(before.series.get(each), now.series.get(each)));
    }

    Stream<String> allSeries() {
      return Stream.concat(
          Stream.ofNullable(calendar.event),
          definitions.values().stream().flatMap(each -> each.inputs.stream()).map(Input::series));
    }

    public boolean onEvent() {
      return calendar.event != null;
    }

    /** The decimals that the catalogue states, those of dated changes last. */
    public List<Integer> decimals() {
      return definitions.values().stream().map(Definition::decimals).toList();
    }

    public @Nullable String dimension() {
      return cells.dimension;
    }

    public List<String> cellValues() {
      return cells.values;
    }

    public boolean higher() {
      return polarity.equals("HIGHER");
    }

    Definition definition(Period period) {
      return definitions.floorEntry(period.start()).getValue();
    }

    Promise promise(Period period) {
      return promises.floorEntry(period.start()).getValue();
    }

    /** The midnight at which a period closes. */
    Instant closing(Period period, ZoneId zone) {
      LocalDate last = period.end();
      int after = calendar.dueAfter;
      LocalDate day =
          switch (calendar.dueUnit) {
            case "months" -> last.plusMonths(after);
            case "years" -> last.plusYears(after);
            default -> calendar.working ? Holidays.after(last, after) : last.plusDays(after);
          };
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Period first() {
      return Period.holding(calendar.unit, calendar.from);
    }

    /** Whether it is one of those that are published in any case. */
    boolean regular(Period period) {
      return !period.end().isBefore(first().end());
    }

    /** Due by calendar, with or without a target. */
    boolean due(Period period) {
      boolean even = period.end().getYear() % 2 == 0;
      return regular(period)
          && (calendar.only == null || even == calendar.only.equals("even-years"));
    }

    /** After a break that nothing has bridged yet. */
    boolean broken(Period period) {
      return breaks.stream()
          .filter(each -> !each.linked && !each.from.isAfter(period.start()))
          .anyMatch(each -> promises.subMap(each.from, true, period.start(), true).isEmpty());
    }
  }

  /** The providers that the catalogue names. */
  public Set<String> providers() {
    return sourcesByProvider.keySet();
  }

  Series seriesOf(Input input) {
    return Objects.requireNonNull(series.get(input.series()));
  }

  /** Reads the folder. */
  public static Book read(Path folder) {
    return BookReader.read(YamlTree.read(folder));
  }
}
