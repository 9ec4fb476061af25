package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Definition;
import si.kazalnik.benchmark.oracle.Book.Indicator;
import si.kazalnik.benchmark.oracle.Book.Input;
import si.kazalnik.benchmark.oracle.Book.Series;

/**
 * One indicator over all surviving measurements and completions.
 *
 * <p>Room: `measurements` of a `LAST` is the number of measurements in its window, and it stands
 * beside a missing value too. A completion answers for the reporting period, whatever the window.
 */
final class Evaluation {
  private final Book book;
  private final Indicator indicator;
  private final Surviving surviving;

  Evaluation(Book book, Indicator indicator, Surviving surviving) {
    this.book = book;
    this.indicator = indicator;
    this.surviving = surviving;
  }

  private List<Event> passing(Input input) {
    return surviving.measurements(input.series()).stream()
        .filter(each -> Aggregation.passes(input, each))
        .toList();
  }

  /** The last days of all measurements that any input takes. */
  Stream<LocalDate> days() {
    return indicator.definitions().values().stream()
        .flatMap(each -> each.inputs().stream())
        .flatMap(input -> passing(input).stream())
        .map(each -> Aggregation.content(each).end())
        .distinct();
  }

  boolean hasMeasurementIn(Period period) {
    return indicator.definition(period).inputs().stream()
        .flatMap(input -> passing(input).stream())
        .anyMatch(each -> Aggregation.inPeriod(period, each));
  }

  boolean anyWindowEmpty(Period period) {
    return indicator.definition(period).inputs().stream()
        .anyMatch(
            input ->
                passing(input).stream()
                    .noneMatch(each -> Aggregation.inWindow(input, period, each)));
  }

  /** The headline. */
  Published published(Period period, boolean closed) {
    Published.Coverage coverage = coverage(period);
    return judged(period, closed, Share.WHOLE, coverage, true);
  }

  /** A cell of a closed period that is shown. */
  Published cell(Period period, String cell) {
    Share share = Share.ofCell(Objects.requireNonNull(indicator.dimension()), cell);
    boolean perCell = indicator.promise(period).target().perCell();
    return judged(period, true, share, null, perCell);
  }

  /** A cell of a closed period that is not shown. */
  Published suppressed(Period period) {
    Verdicts.Expectation expectation =
        indicator.promise(period).target().perCell()
            ? Verdicts.expectation(indicator, period)
            : null;
    return expectation == null
        ? Published.suppressed(null, null)
        : Published.suppressed(expectation.expected(), expectation.target());
  }

  /** A cell's denominator; none is 0. */
  BigDecimal denominator(Period period, String cell) {
    Share share = Share.ofCell(Objects.requireNonNull(indicator.dimension()), cell);
    Map<String, @Nullable BigDecimal> values = new Tallies(period, true, share, false).values();
    BigDecimal value = values.get(Objects.requireNonNull(indicator.cells().denominator()));
    return value == null ? BigDecimal.ZERO : value;
  }

  boolean cumulative(Period period) {
    return denominatorInput(period).cumulative();
  }

  boolean sameWindow(Period earlier, Period later) {
    return denominatorInput(later).window().equals("SINCE_START")
        || earlier.end().getYear() == later.end().getYear();
  }

  private Input denominatorInput(Period period) {
    return indicator.definition(period).inputs().stream()
        .filter(each -> each.name().equals(indicator.cells().denominator()))
        .findFirst()
        .orElseThrow();
  }

  private Published judged(
      Period period,
      boolean closed,
      Share share,
      Published.@Nullable Coverage coverage,
      boolean withTarget) {
    Result result = result(period, closed, share, false);
    Verdicts.Expectation expectation = withTarget ? Verdicts.expectation(indicator, period) : null;
    boolean complete = coverage == null || coverage.missing().isEmpty();
    String performance = null;
    List<String> failing = null;
    LocalDate late = null;
    boolean judges = expectation != null && result.value != null && complete;
    if (judges) {
      Verdict verdict = verdict(period, closed, share, Objects.requireNonNull(expectation));
      if (closed || certain(period, verdict.performance)) {
        performance = verdict.performance;
        failing = verdict.failing.isEmpty() ? null : verdict.failing;
        late = Verdicts.reached(performance) ? null : lateDelivery(period, expectation, result);
      }
    } else if (closed && withTarget && expectation == null) {
      performance = indicator.promise(period).target().none() ? "NO_TARGET" : "NOT_DUE";
    }
    return new Published(
        result.value,
        result.reason,
        result.measurements,
        performance,
        expectation == null ? null : expectation.expected(),
        expectation == null ? null : expectation.target(),
        coverage,
        failing,
        late,
        expectation != null && expectation.dated() && performance != null);
  }

  private record Verdict(String performance, List<String> failing) {}

  /** Of what was there in time. */
  private Verdict verdict(
      Period period, boolean closed, Share share, Verdicts.Expectation expectation) {
    if (!indicator.promise(period).target().forEach() || !share.equals(Share.WHOLE)) {
      BigDecimal value = result(period, closed, share, true).value;
      return new Verdict(
          value == null
              ? Verdicts.failed(expectation)
              : Verdicts.verdict(indicator, period, expectation, value),
          List.of());
    }
    String worst = "MET";
    List<String> failing = new ArrayList<>();
    for (String subject : roster(period)) {
      BigDecimal value = result(period, closed, Share.ofSubject(subject), true).value;
      String verdict =
          value == null
              ? Verdicts.failed(expectation)
              : Verdicts.verdict(indicator, period, expectation, value);
      worst = Verdicts.worse(verdict, worst);
      if (!Verdicts.reached(verdict)) {
        failing.add(subject);
      }
    }
    return new Verdict(worst.equals("MET") && !expectation.dated() ? "ON_TRACK" : worst, failing);
  }

  private List<String> roster(Period period) {
    return indicator.definition(period).inputs().stream()
        .flatMap(each -> book.seriesOf(each).roster().stream())
        .distinct()
        .toList();
  }

  /** Whether nothing can change the verdict on an open period. */
  private boolean certain(Period period, String verdict) {
    Definition definition = indicator.definition(period);
    if (definition.inputs().size() != 1 || definition.formula() != null) {
      return false;
    }
    Input only = definition.inputs().get(0);
    if (only.aggregate().equals("EXISTS")) {
      return indicator.higher() && Verdicts.reached(verdict);
    }
    BigDecimal min = book.seriesOf(only).min();
    boolean grows =
        only.aggregate().equals("COUNT")
            || only.aggregate().equals("DISTINCT")
            || (only.aggregate().equals("SUM") && min != null && min.signum() >= 0);
    return grows
        && indicator.promise(period).target().quota() != null
        && ((indicator.higher() && verdict.equals("MET"))
            || (indicator.polarity().equals("LOWER") && verdict.equals("MISSED")));
  }

  private @Nullable LocalDate lateDelivery(
      Period period, Verdicts.Expectation expectation, Result result) {
    boolean nowReached =
        result.value != null
            && Verdicts.reached(Verdicts.verdict(indicator, period, expectation, result.value));
    return !nowReached
        ? null
        : indicator.definition(period).inputs().stream()
            .filter(each -> each.aggregate().equals("EXISTS"))
            .flatMap(
                input ->
                    passing(input).stream()
                        .filter(each -> Aggregation.inWindow(input, period, each)))
            .filter(each -> late(period, each))
            .map(each -> Objects.requireNonNull(Aggregation.content(each).observedAt()))
            .min(Comparator.naturalOrder())
            .map(at -> at.atZone(book.zone()).toLocalDate())
            .orElse(null);
  }

  /** A moment is its own delivery; after the closing it lies only in the period of an event. */
  private boolean late(Period period, Event measurement) {
    Instant observedAt = Aggregation.content(measurement).observedAt();
    return observedAt != null && observedAt.isAfter(indicator.closing(period, book.zone()));
  }

  private static Event.Content content(Event event) {
    return Aggregation.content(event);
  }

  /** Who has reported; null without a roster. */
  Published.@Nullable Coverage coverage(Period period) {
    Map<String, Series> rosters = new LinkedHashMap<>();
    for (Input input : indicator.definition(period).inputs()) {
      Series series = book.seriesOf(input);
      if (!series.roster().isEmpty()) {
        rosters.put(series.id(), series);
      }
    }
    if (rosters.isEmpty()) {
      return null;
    }
    List<String> missing = new ArrayList<>();
    int expected = 0;
    for (Series series : rosters.values()) {
      for (String subject : series.roster()) {
        expected++;
        boolean reported =
            surviving.measurements(series.id()).stream()
                .anyMatch(
                    each ->
                        subject.equals(content(each).subject())
                            && Aggregation.inPeriod(period, each));
        if (!reported && !surviving.completed(series.id(), period, subject)) {
          missing.add(subject);
        }
      }
    }
    return new Published.Coverage(
        expected - missing.size(),
        expected,
        missing.stream().sorted(Canonical.BY_CODE_POINT).toList());
  }

  private record Result(@Nullable BigDecimal value, @Nullable String reason, int measurements) {}

  private Result result(Period period, boolean closed, Share share, boolean punctual) {
    Tallies tallies = new Tallies(period, closed, share, punctual);
    Map<String, @Nullable BigDecimal> values = tallies.values();
    int measurements = tallies.measurements();
    if (values.containsValue(null)) {
      String reason =
          measurements == 0
              ? "NO_MEASUREMENTS"
              : tallies.missingInput() ? "MISSING_INPUT" : "TOO_FEW";
      return new Result(null, reason, measurements);
    }
    Definition definition = indicator.definition(period);
    Map<String, BigDecimal> known = new HashMap<>();
    values.forEach((name, value) -> known.put(name, Objects.requireNonNull(value)));
    String formula =
        definition.formula() == null ? definition.inputs().get(0).name() : definition.formula();
    BigDecimal exact = Formula.value(formula, known);
    return exact == null
        ? new Result(null, "DIVISION_BY_ZERO", measurements)
        : new Result(rounded(exact, definition.decimals()), null, measurements);
  }

  /** The inputs' values of one period and share. */
  private final class Tallies {
    private final Period period;
    private final boolean closed;
    private final Share share;
    private final List<Input> inputs;
    private final Map<String, List<Event>> windows = new LinkedHashMap<>();

    Tallies(Period period, boolean closed, Share share, boolean punctual) {
      this.period = period;
      this.closed = closed;
      this.share = share;
      this.inputs = indicator.definition(period).inputs();
      for (Input input : inputs) {
        List<Event> window =
            passing(input).stream()
                .filter(share::takes)
                .filter(each -> Aggregation.inWindow(input, period, each))
                .filter(
                    each -> !punctual || !input.aggregate().equals("EXISTS") || !late(period, each))
                .toList();
        windows.put(input.name(), window);
      }
    }

    List<Event> window(Input input) {
      return Objects.requireNonNull(windows.get(input.name()));
    }

    int measurements() {
      Map<String, Integer> counts = new HashMap<>();
      inputs.forEach(each -> counts.merge(each.series(), window(each).size(), Math::max));
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, @Nullable BigDecimal> values() {
      Map<String, @Nullable BigDecimal> values = new HashMap<>();
      inputs.forEach(each -> values.put(each.name(), value(each)));
      return values;
    }

    /** Whether an input has no value for want of measurements. */
    boolean missingInput() {
      return inputs.stream().anyMatch(each -> value(each) == null && window(each).isEmpty());
    }

    private @Nullable BigDecimal value(Input input) {
      List<Event> window = window(input);
      if (input.rolling() > 0 && periodsUpTo(period) < input.rolling()) {
        return null;
      }
      List<Event> earlier = isNilReturn(input) ? List.of() : carriable(input);
      if (window.isEmpty() && earlier.isEmpty()) {
        return empty(input);
      }
      return input.atLeast() > 1 && window.size() < input.atLeast()
          ? null
          : Aggregation.of(input, window, earlier);
    }

    /** Of a subject that is judged: it has said that it has nothing, so nothing is carried. */
    private boolean isNilReturn(Input input) {
      return share.subject() != null && window(input).isEmpty() && completed(input, period, share);
    }

    private List<Event> carriable(Input input) {
      return input.carry() == 0
          ? List.of()
          : passing(input).stream()
              .filter(share::takes)
              .filter(each -> Aggregation.carriable(input, period, each))
              .toList();
    }

    private @Nullable BigDecimal empty(Input input) {
      if (input.aggregate().equals("EXISTS")) {
        return BigDecimal.ZERO;
      }
      boolean zero = completed(input, period, share) || (closed && zeroApplies(input));
      return input.sums() && zero ? BigDecimal.ZERO : null;
    }

    boolean zeroApplies(Input input) {
      boolean onlyBesideOthers =
          indicator.polarity().equals("LOWER") || indicator.polarity().equals("IN_RANGE");
      return input.zeroWhenEmpty()
          && (!onlyBesideOthers
              || inputs.stream()
                  .anyMatch(other -> !other.equals(input) && !window(other).isEmpty()));
    }
  }

  /** How many reporting periods there are from the first one to this. */
  private int periodsUpTo(Period period) {
    int periods = 0;
    Period each = indicator.first();
    while (each.compareTo(period) <= 0 && periods < 100) {
      periods++;
      each = each.next();
    }
    return periods;
  }

  private boolean completed(Input input, Period period, Share share) {
    List<String> roster = book.seriesOf(input).roster();
    String subject = share.subject() != null ? share.subject() : period.label();
    boolean asOne = roster.isEmpty() || share.subject() != null;
    return asOne
        ? surviving.completed(input.series(), period, subject)
        : roster.stream().allMatch(each -> surviving.completed(input.series(), period, each));
  }

  /** The inputs that a due period misses. */
  List<Input> missing(Period period, boolean closed) {
    Tallies tallies = new Tallies(period, closed, Share.WHOLE, false);
    return indicator.definition(period).inputs().stream()
        .filter(input -> !input.aggregate().equals("EXISTS"))
        .filter(input -> misses(input, period))
        .filter(input -> !(closed && tallies.zeroApplies(input)))
        .toList();
  }

  private boolean misses(Input input, Period period) {
    List<Event> within =
        passing(input).stream().filter(each -> Aggregation.inPeriod(period, each)).toList();
    List<String> roster = book.seriesOf(input).roster();
    if (roster.isEmpty()) {
      return within.isEmpty() && !completed(input, period, Share.WHOLE);
    }
    Set<String> silent = new HashSet<>(roster);
    within.forEach(each -> silent.remove(content(each).subject()));
    silent.removeIf(each -> surviving.completed(input.series(), period, each));
    return !silent.isEmpty();
  }

  private BigDecimal rounded(BigDecimal exact, int decimals) {
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    if (indicator.unit().equals("percent")) {
      BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
      for (BigDecimal edge : List.of(BigDecimal.ZERO, BigDecimal.valueOf(100))) {
        if (rounded.compareTo(edge) == 0 && exact.compareTo(edge) != 0) {
          rounded = exact.compareTo(edge) > 0 ? edge.add(least) : edge.subtract(least);
        }
      }
    }
    return Verdicts.strip(rounded);
  }
}
