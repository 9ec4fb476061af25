package si.kazalnik.benchmark.oracle;

import static si.kazalnik.benchmark.oracle.YamlTree.list;
import static si.kazalnik.benchmark.oracle.YamlTree.map;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Definition;
import si.kazalnik.benchmark.oracle.Book.Indicator;
import si.kazalnik.benchmark.oracle.Book.Input;
import si.kazalnik.benchmark.oracle.Book.Point;
import si.kazalnik.benchmark.oracle.Book.Promise;
import si.kazalnik.benchmark.oracle.Book.Series;
import si.kazalnik.benchmark.oracle.Book.Target;

/** Reads a right catalogue; of a faulty one it says nothing. */
final class BookReader {
  private static final Target NONE = new Target(null, null, List.of(), "NONE", false, false, false);

  private BookReader() {}

  static Book read(Map<String, Object> whole) {
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
    return new Book(
        ZoneId.of(text(strategy, "timeZone")),
        sources,
        series,
        indicators,
        new Book.People(
            (String) strategy.getOrDefault("office", ""),
            roles(whole, "indicators", "owner"),
            roles(whole, "providers", "contact")));
  }

  private static Map<String, String> roles(Map<String, Object> whole, String list, String key) {
    Map<String, String> roles = new LinkedHashMap<>();
    for (Object each : list(whole.getOrDefault(list, List.of()))) {
      roles.put(text(map(each), "id"), (String) map(each).getOrDefault(key, ""));
    }
    return roles;
  }

  private static Series series(Map<String, Object> entry) {
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    Set<String> required = new HashSet<>();
    map(entry.getOrDefault("dimensions", Map.of()))
        .forEach(
            (name, of) -> {
              dimensions.put(name, inOrder(map(of).get("values")));
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
        inOrder(entry.get("roster")),
        texts(entry.get("keep")).contains("distinct"),
        acceptUnit,
        acceptUnit == null ? 0 : Integer.parseInt(text(accept, acceptUnit)));
  }

  private static Indicator indicator(
      Map<String, Object> entry, Map<String, Object> strategy, Map<String, Series> series) {
    NavigableMap<LocalDate, Definition> definitions = new TreeMap<>();
    definitions.put(LocalDate.MIN, definition(entry, new Definition(List.of(), null, 2)));
    NavigableMap<LocalDate, Promise> promises = new TreeMap<>();
    promises.put(LocalDate.MIN, promise(entry, new Promise(NONE, null, null)));
    for (Object each : list(entry.getOrDefault("changes", List.of()))) {
      Map<String, Object> change = map(each);
      if (change.containsKey("validFrom")) {
        definitions.put(
            day(text(change, "validFrom")), definition(change, definitions.lastEntry().getValue()));
      } else {
        promises.put(day(text(change, "from")), promise(change, promises.lastEntry().getValue()));
      }
    }
    return new Indicator(
        text(entry, "id"),
        text(entry, "unit"),
        text(entry, "polarity"),
        calendar(map(entry.get("reporting")), strategy),
        definitions,
        promises,
        list(entry.getOrDefault("breaks", List.of())).stream()
            .map(YamlTree::map)
            .map(
                each ->
                    new Book.Break(day(text(each, "period")), "true".equals(each.get("linked"))))
            .toList(),
        cells(entry, definitions.firstEntry().getValue(), series),
        new Book.Alarm(
            Integer.parseInt((String) entry.getOrDefault("consecutive", "1")),
            "true".equals(entry.get("alertAtRisk"))));
  }

  private static Book.Calendar calendar(
      Map<String, Object> reporting, Map<String, Object> strategy) {
    String frequency = text(reporting, "frequency");
    Map<String, Object> after = map(reporting.getOrDefault("dueAfter", Map.of()));
    String dueUnit =
        after.keySet().stream().filter(key -> !key.equals("working")).findFirst().orElse("days");
    boolean onEvent = frequency.equals("ON_EVENT");
    return new Book.Calendar(
        onEvent ? Period.Unit.DAY : Period.Unit.valueOf(frequency),
        day((String) reporting.getOrDefault("from", text(strategy, "from"))),
        onEvent ? text(reporting, "event") : null,
        (String) reporting.get("only"),
        dueUnit,
        Integer.parseInt((String) after.getOrDefault(dueUnit, "0")),
        "true".equals(after.get("working")));
  }

  private static Book.Cells cells(
      Map<String, Object> entry, Definition definition, Map<String, Series> series) {
    String dimension = (String) entry.get("disaggregateBy");
    if (dimension == null) {
      return new Book.Cells(null, List.of(), null, null);
    }
    Series first = series.get(definition.inputs().get(0).series());
    Map<String, Object> smallest = map(entry.getOrDefault("smallestCell", Map.of()));
    return new Book.Cells(
        dimension,
        first == null ? List.of() : first.dimensions().getOrDefault(dimension, List.of()),
        (String) smallest.get("input"),
        number(smallest.get("value")));
  }

  private static Definition definition(Map<String, Object> of, Definition before) {
    List<Input> inputs = before.inputs();
    if (of.containsKey("inputs")) {
      inputs =
          map(of.get("inputs")).entrySet().stream()
              .map(each -> input(each.getKey(), map(each.getValue())))
              .toList();
    }
    return new Definition(
        inputs,
        (String) of.getOrDefault("formula", before.formula()),
        Integer.parseInt((String) of.getOrDefault("decimals", "" + before.decimals())));
  }

  private static Promise promise(Map<String, Object> of, Promise before) {
    Target target = before.target();
    if (of.containsKey("target")) {
      target = of.get("target") instanceof Map<?, ?> ? target(map(of.get("target"))) : NONE;
    }
    return new Promise(
        target,
        (String) of.getOrDefault("tolerance", before.tolerance()),
        of.containsKey("baseline") ? point(map(of.get("baseline"))) : before.baseline());
  }

  private static Input input(String name, Map<String, Object> input) {
    Map<String, Set<String>> where = new LinkedHashMap<>();
    map(input.getOrDefault("where", Map.of()))
        .forEach((dimension, values) -> where.put(dimension, texts(values)));
    Map<String, Object> carry = map(input.getOrDefault("carryForward", Map.of()));
    return new Input(
        name,
        text(input, "series"),
        text(input, "aggregate"),
        where,
        (String) input.getOrDefault("window", "PERIOD"),
        "ZERO".equals(input.get("whenEmpty")),
        (String) input.getOrDefault("across", "SUM"),
        Integer.parseInt((String) carry.getOrDefault("periods", "0")),
        Integer.parseInt((String) input.getOrDefault("atLeast", "1")));
  }

  private static Target target(Map<String, Object> of) {
    boolean forEach = of.containsKey("forEach");
    boolean perCell = "true".equals(of.get("perCell"));
    if (of.containsKey("everyPeriod")) {
      Map<String, Object> quota = map(of.get("everyPeriod"));
      String per = (String) quota.get("per");
      return new Target(
          range(quota),
          per == null ? null : Period.Unit.valueOf(per),
          List.of(),
          "NONE",
          false,
          forEach,
          perCell);
    }
    return new Target(
        null,
        null,
        list(of.get("path")).stream().map(point -> point(map(point))).toList(),
        (String) of.getOrDefault("interpolate", "NONE"),
        "END".equals(of.get("after")),
        forEach,
        perCell);
  }

  private static Point point(Map<String, Object> of) {
    Period period = Period.parse(text(of, "period"));
    if (period == null) {
      throw new IllegalStateException("not a point: " + of);
    }
    return new Point(period.end(), range(of));
  }

  private static Range range(Map<String, Object> of) {
    return of.containsKey("value")
        ? Range.of(new BigDecimal(text(of, "value")))
        : new Range(new BigDecimal(text(of, "low")), new BigDecimal(text(of, "high")), false);
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

  private static List<String> inOrder(@Nullable Object value) {
    return value == null ? List.of() : list(value).stream().map(each -> (String) each).toList();
  }

  private static Set<String> texts(@Nullable Object value) {
    if (value == null) {
      return Set.of();
    }
    return new TreeSet<>(value instanceof String one ? List.of(one) : inOrder(value));
  }

  private static @Nullable BigDecimal number(@Nullable Object text) {
    return text == null ? null : new BigDecimal((String) text);
  }
}
