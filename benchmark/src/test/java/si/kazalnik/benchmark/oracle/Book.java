package si.kazalnik.benchmark.oracle;

import static si.kazalnik.benchmark.oracle.YamlTree.list;
import static si.kazalnik.benchmark.oracle.YamlTree.map;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the oracle needs of a catalogue. */
public record Book(
    ZoneId zone,
    Map<String, Set<String>> sourcesByProvider,
    Map<String, Series> series,
    List<Indicator> indicators) {

  /** What a provider measures. */
  record Series(
      String id,
      String provider,
      @Nullable String unit,
      boolean numeric,
      Period.@Nullable Unit period,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      Map<String, Set<String>> dimensions,
      Set<String> required,
      Set<String> roster,
      boolean keyed,
      @Nullable String acceptUnit,
      int accept) {}

  record Input(
      String name,
      String series,
      String aggregate,
      Map<String, Set<String>> where,
      String window,
      boolean zeroWhenEmpty) {}

  record Point(LocalDate day, BigDecimal value) {}

  /** Exactly one of quota and path, or neither. */
  record Target(
      @Nullable BigDecimal quota, Period.@Nullable Unit per, List<Point> path, boolean linear) {
    boolean none() {
      return quota == null && path.isEmpty();
    }
  }

  /** One indicator; {@code notYet} says that it needs what comes with the next issue. */
  public record Indicator(
      String id,
      String unit,
      int decimals,
      String polarity,
      List<Input> inputs,
      @Nullable String formula,
      Period.Unit frequency,
      LocalDate from,
      boolean evenYears,
      String dueUnit,
      int dueAfter,
      @Nullable Point baseline,
      Target target,
      @Nullable String tolerance,
      boolean notYet,
      boolean onEvent) {

    /** Whether both catalogues say the same of it and of its series. */
    boolean definedAsIn(Book before, Book now) {
      return before.indicators.contains(this)
          && inputs.stream()
              .map(Input::series)
              .allMatch(each -> Objects.equals(before.series.get(each), now.series.get(each)));
    }

    /** The midnight at which a period closes. */
    Instant closing(Period period, ZoneId zone) {
      LocalDate last = period.end();
      LocalDate day =
          switch (dueUnit) {
            case "months" -> last.plusMonths(dueAfter);
            case "years" -> last.plusYears(dueAfter);
            default -> last.plusDays(dueAfter);
          };
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Period first() {
      return Period.holding(frequency, from);
    }

    /** Due by calendar, with or without a target. */
    boolean due(Period period) {
      return period.compareTo(first()) >= 0 && (!evenYears || period.end().getYear() % 2 == 0);
    }
  }

  /** The providers that the catalogue names. */
  public Set<String> providers() {
    return sourcesByProvider.keySet();
  }

  /** Reads the folder. */
  public static Book read(Path folder) {
    Map<String, Object> whole = YamlTree.read(folder);
    Map<String, Object> strategy = map(whole.get("strategy"));
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    for (Object each : list(whole.getOrDefault("providers", List.of()))) {
      sources.put(text(map(each), "id"), texts(map(each).get("sources")));
    }
    Map<String, Series> series = new LinkedHashMap<>();
    for (Object each : list(whole.getOrDefault("series", List.of()))) {
      Series one = series(map(each));
      series.put(one.id(), one);
    }
    List<Indicator> indicators = new ArrayList<>();
    for (Object each : list(whole.getOrDefault("indicators", List.of()))) {
      indicators.add(indicator(map(each), strategy, series));
    }
    return new Book(ZoneId.of(text(strategy, "timeZone")), sources, series, indicators);
  }

  private static Series series(Map<String, Object> entry) {
    Map<String, Set<String>> dimensions = new LinkedHashMap<>();
    Set<String> required = new HashSet<>();
    map(entry.getOrDefault("dimensions", Map.of()))
        .forEach(
            (name, of) -> {
              dimensions.put(name, texts(map(of).get("values")));
              if (!"false".equals(map(of).get("required"))) {
                required.add(name);
              }
            });
    Map<String, Object> range = map(entry.getOrDefault("range", Map.of()));
    Map<String, Object> accept = map(entry.getOrDefault("acceptFor", Map.of()));
    String acceptUnit = accept.isEmpty() ? null : accept.keySet().iterator().next();
    return new Series(
        text(entry, "id"),
        text(entry, "provider"),
        (String) entry.get("unit"),
        !"NONE".equals(entry.get("value")),
        entry.containsKey("period") ? Period.Unit.valueOf(text(entry, "period")) : null,
        number(range.get("min")),
        number(range.get("max")),
        dimensions,
        required,
        texts(entry.get("roster")),
        texts(entry.get("keep")).contains("distinct"),
        acceptUnit,
        acceptUnit == null ? 0 : Integer.parseInt(text(accept, acceptUnit)));
  }

  private static Indicator indicator(
      Map<String, Object> entry, Map<String, Object> strategy, Map<String, Series> series) {
    Map<String, Object> reporting = map(entry.get("reporting"));
    List<Input> inputs = new ArrayList<>();
    boolean notYet = entry.containsKey("changes") || entry.containsKey("breaks");
    for (var each : map(entry.get("inputs")).entrySet()) {
      Map<String, Object> input = map(each.getValue());
      notYet |=
          input.containsKey("atLeast")
              || input.containsKey("across")
              || input.containsKey("carryForward")
              || !seriesOf(input, series).roster().isEmpty();
      inputs.add(input(each.getKey(), input));
    }
    for (Input input : inputs) {
      notYet |=
          !Set.of("SUM", "COUNT", "MEAN", "MIN", "MAX", "LAST", "EXISTS").contains(input.aggregate)
              || input.window.startsWith("ROLLING");
    }
    String frequency = text(reporting, "frequency");
    boolean onEvent = frequency.equals("ON_EVENT");
    Map<String, Object> after = map(reporting.getOrDefault("dueAfter", Map.of()));
    String only = (String) reporting.get("only");
    notYet |=
        Set.of("WEEK", "HALF_YEAR", "ON_EVENT").contains(frequency)
            || "odd-years".equals(only)
            || "true".equals(after.get("working"))
            || "IN_RANGE".equals(entry.get("polarity"));
    Object target = entry.getOrDefault("target", "none");
    if (target instanceof Map<?, ?>) {
      Map<String, Object> of = map(target);
      notYet |=
          "STEP".equals(of.get("interpolate"))
              || "END".equals(of.get("after"))
              || of.containsKey("forEach")
              || "true".equals(of.get("perCell"));
    }
    String dueUnit =
        after.keySet().stream().filter(key -> !key.equals("working")).findFirst().orElse("days");
    return new Indicator(
        text(entry, "id"),
        text(entry, "unit"),
        Integer.parseInt((String) entry.getOrDefault("decimals", "2")),
        text(entry, "polarity"),
        inputs,
        (String) entry.get("formula"),
        onEvent ? Period.Unit.DAY : Period.Unit.valueOf(frequency),
        day((String) reporting.getOrDefault("from", text(strategy, "from"))),
        "even-years".equals(only),
        dueUnit,
        Integer.parseInt((String) after.getOrDefault(dueUnit, "0")),
        entry.containsKey("baseline") && !notYet ? point(map(entry.get("baseline"))) : null,
        target instanceof Map<?, ?> && !notYet
            ? target(map(target), frequency)
            : new Target(null, null, List.of(), false),
        (String) entry.get("tolerance"),
        notYet,
        onEvent);
  }

  private static Series seriesOf(Map<String, Object> input, Map<String, Series> series) {
    Series one = series.get(text(input, "series"));
    if (one == null) {
      throw new IllegalStateException("no series " + input.get("series"));
    }
    return one;
  }

  private static Input input(String name, Map<String, Object> input) {
    Map<String, Set<String>> where = new LinkedHashMap<>();
    map(input.getOrDefault("where", Map.of()))
        .forEach((dimension, values) -> where.put(dimension, texts(values)));
    return new Input(
        name,
        text(input, "series"),
        text(input, "aggregate"),
        where,
        (String) input.getOrDefault("window", "PERIOD"),
        "ZERO".equals(input.get("whenEmpty")));
  }

  private static Target target(Map<String, Object> of, String frequency) {
    if (of.containsKey("everyPeriod")) {
      Map<String, Object> quota = map(of.get("everyPeriod"));
      return new Target(
          number(quota.get("value")),
          Period.Unit.valueOf((String) quota.getOrDefault("per", frequency)),
          List.of(),
          false);
    }
    return new Target(
        null,
        null,
        list(of.get("path")).stream().map(point -> point(map(point))).toList(),
        "LINEAR".equals(of.get("interpolate")));
  }

  private static Point point(Map<String, Object> of) {
    Period period = Period.parse(text(of, "period"));
    BigDecimal value = number(of.get("value"));
    if (period == null || value == null) {
      throw new IllegalStateException("not a point: " + of);
    }
    return new Point(period.end(), value);
  }

  private static LocalDate day(String text) {
    Period period = Period.parse(text);
    if (period == null) {
      throw new IllegalStateException("not a day or period: " + text);
    }
    return period.start();
  }

  private static String text(Map<String, Object> of, String key) {
    Object value = of.get(key);
    if (value == null) {
      throw new IllegalStateException("no " + key + " in " + of);
    }
    return (String) value;
  }

  private static Set<String> texts(@Nullable Object value) {
    if (value == null) {
      return Set.of();
    }
    Set<String> texts = new TreeSet<>();
    if (value instanceof String one) {
      texts.add(one);
    } else {
      list(value).forEach(each -> texts.add((String) each));
    }
    return texts;
  }

  private static @Nullable BigDecimal number(@Nullable Object text) {
    return text == null ? null : new BigDecimal((String) text);
  }
}
