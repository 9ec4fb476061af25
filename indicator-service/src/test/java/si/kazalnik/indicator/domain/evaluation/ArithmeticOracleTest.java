package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * Aggregates over windows of every calendar, against a few lines that sort what there is and
 * compute from scratch. The oracle knows days, their names in each calendar and lists of numbers;
 * of the code that it checks it knows nothing.
 */
class ArithmeticOracleTest {

  private static final Instant CLOSED = Instant.parse("2030-01-01T00:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  /** One measurement; the minutes count from the start of 2024 in UTC. */
  record Seen(long minute, int tenths, String subject, String key) {

    Instant at() {
      return Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60 * minute);
    }

    LocalDate day() {
      return LocalDate.ofInstant(at(), Defined.LJUBLJANA);
    }

    BigDecimal value() {
      return BigDecimal.valueOf(tenths, 1);
    }
  }

  /** What is asked of them. */
  record Asked(
      Aggregate aggregate, Window window, int rolling, int percentile, Frequency calendar) {

    Input input() {
      return new Input(
          "x",
          "s",
          aggregate,
          aggregate == Aggregate.PERCENTILE ? percentile : null,
          Map.of(),
          window,
          window == Window.ROLLING ? rolling : 0,
          false,
          Input.Across.SUM,
          0,
          1);
    }
  }

  @Provide
  Arbitrary<List<Seen>> measurements() {
    // Two years, and often the hours around a New Year and the changes of the clock.
    Arbitrary<Long> anywhere = Arbitraries.longs().between(0, 2 * 366 * 24 * 60);
    Arbitrary<Long> edges =
        Arbitraries.of("2024-03-31", "2024-10-27", "2024-12-31", "2025-03-30", "2025-10-26")
            .flatMap(
                day ->
                    Arbitraries.longs()
                        .between(-90, 90)
                        .map(
                            off ->
                                (Instant.parse(day + "T23:00:00Z").getEpochSecond()
                                            - Instant.parse("2024-01-01T00:00:00Z")
                                                .getEpochSecond())
                                        / 60
                                    + off));
    Arbitrary<Seen> one =
        Combinators.combine(
                Arbitraries.oneOf(anywhere, edges),
                Arbitraries.integers().between(-500, 5_000),
                Arbitraries.of("north", "south", "west"),
                Arbitraries.of("k1", "k2", "k3", "k4"))
            .as(Seen::new);
    return one.list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<Asked> asked() {
    return Combinators.combine(
            Arbitraries.of(Aggregate.class),
            Arbitraries.of(Window.class),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(1, 100),
            Arbitraries.of(Frequency.class))
        .as(Asked::new);
  }

  @Property(tries = 1_500)
  void a_value_is_what_the_window_holds(
      @ForAll("measurements") List<Seen> all,
      @ForAll("asked") Asked asked,
      @ForAll @IntRange(max = 700) int on) {
    LocalDate day = FIRST_DAY.plusDays(on);
    Defined defined = new Defined();
    defined.frequency = asked.calendar();
    defined.decimals = 4;
    defined.input(asked.input());
    Told told = new Told();
    for (Seen each : all) {
      told.keyed("s", each.subject(), each.at(), each.value(), each.key());
    }

    List<Computation> computed =
        defined.rules().evaluate(asked.calendar().containing(day), CLOSED, told, Past.NONE);

    assertThat(computed).hasSize(1);
    List<Seen> held = window(all, asked, day);
    Computation one = computed.get(0);
    assertThat(one.measurements()).isEqualTo(held.size());
    NoValueReason reason = reason(held, asked, day);
    assertThat(one.reason()).isEqualTo(reason);
    BigDecimal value = reason == null ? aggregate(held, all, asked) : null;
    if (value == null) {
      assertThat(one.value()).isNull();
    } else {
      assertThat(one.value()).isEqualByComparingTo(value.setScale(4, RoundingMode.HALF_UP));
    }
  }

  private static @Nullable NoValueReason reason(List<Seen> held, Asked asked, LocalDate day) {
    boolean short_ =
        asked.window() == Window.ROLLING
            && start(day, asked.calendar(), asked.rolling())
                .isBefore(start(FIRST_DAY, asked.calendar(), 1));
    if (short_) {
      return held.isEmpty() ? NoValueReason.NO_MEASUREMENTS : NoValueReason.TOO_FEW;
    }
    return held.isEmpty() && asked.aggregate() != Aggregate.EXISTS
        ? NoValueReason.NO_MEASUREMENTS
        : null;
  }

  private static List<Seen> window(List<Seen> all, Asked asked, LocalDate day) {
    LocalDate end = end(day, asked.calendar());
    LocalDate from =
        switch (asked.window()) {
          case PERIOD -> start(day, asked.calendar(), 1);
          case YEAR_TO_DATE -> LocalDate.of(end.getYear(), 1, 1);
          case ROLLING -> start(day, asked.calendar(), asked.rolling());
          case SINCE_START -> LocalDate.MIN;
        };
    return all.stream()
        .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(end))
        .toList();
  }

  /** The name that the calendar gives to the day's period. */
  private static String name(LocalDate day, Frequency calendar) {
    return switch (calendar) {
      case DAY -> day.toString();
      case WEEK ->
          day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case MONTH -> day.getYear() + "-" + day.getMonthValue();
      case QUARTER -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
      case HALF_YEAR -> day.getYear() + "-H" + (day.getMonthValue() <= 6 ? 1 : 2);
      case YEAR -> String.valueOf(day.getYear());
    };
  }

  private static LocalDate end(LocalDate day, Frequency calendar) {
    LocalDate end = day;
    while (name(end.plusDays(1), calendar).equals(name(day, calendar))) {
      end = end.plusDays(1);
    }
    return end;
  }

  /** First day of the period, so many periods (one is its own) back. */
  private static LocalDate start(LocalDate day, Frequency calendar, int periods) {
    LocalDate at = day;
    for (int left = periods; left > 0; left--) {
      LocalDate in = at;
      while (name(at.minusDays(1), calendar).equals(name(in, calendar))) {
        at = at.minusDays(1);
      }
      at = left == 1 ? at : at.minusDays(1);
    }
    return at;
  }

  private static BigDecimal aggregate(List<Seen> held, List<Seen> all, Asked asked) {
    List<BigDecimal> sorted = held.stream().map(Seen::value).sorted().toList();
    BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (asked.aggregate()) {
      case SUM -> sum;
      case COUNT -> BigDecimal.valueOf(held.size());
      case MEAN -> sum.divide(BigDecimal.valueOf(held.size()), MathContext.DECIMAL128);
      case MIN -> sorted.get(0);
      case MAX -> sorted.get(sorted.size() - 1);
      case EXISTS -> held.isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE;
      case DISTINCT ->
          BigDecimal.valueOf(new TreeSet<>(held.stream().map(Seen::key).toList()).size());
      case PERCENTILE ->
          sorted.get((int) Math.ceil(asked.percentile() * sorted.size() / 100.0) - 1);
      case LAST -> lastOfEach(held, all);
    };
  }

  /** Of each subject the greatest by time, then by name of the measurement: m10 before m9. */
  private static BigDecimal lastOfEach(List<Seen> held, List<Seen> all) {
    Map<String, Integer> last = new LinkedHashMap<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      if (held.contains(all.get(place))) {
        places.add(place);
      }
    }
    places.sort(
        Comparator.comparing((Integer place) -> all.get(place).at())
            .thenComparing(place -> "m" + place));
    places.forEach(place -> last.put(all.get(place).subject(), place));
    return last.values().stream()
        .map(place -> all.get(place).value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
