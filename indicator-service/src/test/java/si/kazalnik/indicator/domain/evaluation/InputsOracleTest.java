package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * "`SUM`, `COUNT`, `DISTINCT` are 0 if the series is completed for the period (a nil return), or,
 * with `whenEmpty: ZERO`, from the closing on (with polarity LOWER or IN_RANGE only if another
 * input's window holds a measurement). Otherwise: no value"; "NO_MEASUREMENTS (an input without
 * value, and no window holds a measurement), else MISSING_INPUT, else TOO_FEW, else
 * DIVISION_BY_ZERO"; "`measurements` …: per series the greatest count among the inputs' windows on
 * it, added up"; "a window that contains it wholly"; "Windows reach back regardless": two inputs
 * over moments, months and quarters, against a look at each measurement.
 */
class InputsOracleTest {

  /** A measurement of a moment, or of the month or quarter around it. */
  record Seen(String series, int day, char lies, boolean passes, int value) {

    private LocalDate on() {
      return LocalDate.of(2024, 10, 1).plusDays(day);
    }

    LocalDate first() {
      return switch (lies) {
        case 'Q' -> on().withMonth((on().getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        case 'M' -> on().withDayOfMonth(1);
        default -> on();
      };
    }

    LocalDate last() {
      return switch (lies) {
        case 'Q' -> first().plusMonths(3).minusDays(1);
        case 'M' -> first().plusMonths(1).minusDays(1);
        default -> on();
      };
    }

    String name() {
      return lies == 'Q'
          ? on().getYear() + "-Q" + (on().getMonthValue() + 2) / 3
          : YearMonth.from(on()).toString();
    }
  }

  record Asked(
      String series, Aggregate aggregate, Window window, boolean where, boolean zero, int atLeast) {

    Input input(String name) {
      return new Input(
          name,
          series,
          aggregate,
          null,
          where ? Map.of("kind", List.of("a")) : Map.of(),
          window,
          window == Window.ROLLING ? 2 : 0,
          zero,
          Input.Across.SUM,
          0,
          atLeast);
    }
  }

  /** What an input's window comes to. */
  private record Held(long count, @Nullable BigDecimal value) {}

  @Property(tries = 3_000)
  void a_ratio_of_two_inputs(
      @ForAll("measurements") List<Seen> all,
      @ForAll("completions") List<String> completions,
      @ForAll("asked") Asked one,
      @ForAll("asked") Asked two,
      @ForAll("polarities") Polarity polarity,
      @ForAll("months") YearMonth month,
      @ForAll boolean closed) {
    Defined defined = new Defined().monthly();
    defined.from = LocalDate.of(2024, 11, 1);
    defined.polarity = polarity;
    defined.decimals = 3;
    defined.formula = "one / two";
    defined.input(one.input("one")).input(two.input("two"));
    Told told = new Told();
    for (Seen seen : all) {
      Map<String, String> kind = Map.of("kind", seen.passes() ? "a" : "b");
      String value = String.valueOf(seen.value());
      if (seen.lies() == 'D') {
        told.at(seen.series(), null, kind, seen.on() + "T10:00:00Z", value);
      } else {
        told.during(seen.series(), seen.name(), kind, value);
      }
    }
    for (String each : completions) {
      told.completed(each.substring(0, 1), null, each.substring(2));
    }
    Instant now =
        month
            .atEndOfMonth()
            .plusDays(closed ? 1 : 0)
            .atTime(12, 0)
            .atZone(Defined.LJUBLJANA)
            .toInstant();

    Computation computed =
        defined.rules().evaluate(Defined.period(month.toString()), now, told, Past.NONE).get(0);

    List<Asked> both = List.of(one, two);
    List<List<Seen>> windows = both.stream().map(each -> window(each, all, month)).toList();
    List<Held> held = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      boolean otherHolds = !windows.get(1 - n).isEmpty();
      held.add(held(both.get(n), windows.get(n), completions, month, closed, polarity, otherHolds));
    }
    long counted =
        one.series().equals(two.series())
            ? Math.max(held.get(0).count(), held.get(1).count())
            : held.get(0).count() + held.get(1).count();
    assertThat(computed.measurements()).isEqualTo(counted);
    BigDecimal dividend = held.get(0).value();
    BigDecimal divisor = held.get(1).value();
    if (dividend != null && divisor != null && divisor.signum() != 0) {
      assertThat(computed.reason()).isNull();
      assertThat(computed.value())
          .isEqualByComparingTo(
              dividend.divide(divisor, MathContext.DECIMAL128).setScale(3, RoundingMode.HALF_UP));
    } else {
      assertThat(computed.reason()).isEqualTo(reason(held));
      assertThat(computed.value()).isNull();
    }
    List<String> missing = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      if (misses(
          both.get(n), all, completions, month, closed, polarity, !windows.get(1 - n).isEmpty())) {
        missing.add(n == 0 ? "one" : "two");
      }
    }
    assertThat(computed.missing()).isEqualTo(missing);
  }

  private static List<Seen> window(Asked asked, List<Seen> all, YearMonth month) {
    LocalDate from =
        switch (asked.window()) {
          case PERIOD -> month.atDay(1);
          case YEAR_TO_DATE -> LocalDate.of(month.getYear(), 1, 1);
          case ROLLING -> month.minusMonths(1).atDay(1);
          case SINCE_START -> LocalDate.of(2000, 1, 1);
        };
    return all.stream()
        .filter(each -> each.series().equals(asked.series()))
        .filter(each -> !asked.where() || each.passes())
        .filter(each -> !each.first().isBefore(from) && !each.last().isAfter(month.atEndOfMonth()))
        .toList();
  }

  private static boolean isCompleted(String series, List<String> completions, YearMonth month) {
    return completions.stream()
        .filter(each -> each.startsWith(series + " "))
        .map(each -> each.substring(2))
        .anyMatch(
            each ->
                each.equals(String.valueOf(month.getYear()))
                    || each.equals(month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3)
                    || each.equals(month.toString()));
  }

  private static boolean isZero(
      Asked asked, boolean closed, Polarity polarity, boolean otherHolds) {
    boolean strict = polarity == Polarity.LOWER || polarity == Polarity.IN_RANGE;
    return asked.zero() && closed && (!strict || otherHolds);
  }

  private static Held held(
      Asked asked,
      List<Seen> window,
      List<String> completions,
      YearMonth month,
      boolean closed,
      Polarity polarity,
      boolean otherHolds) {
    int count = window.size();
    // The first reporting period is November's.
    if (asked.window() == Window.ROLLING && month.isBefore(YearMonth.of(2024, 12))) {
      return new Held(count, null);
    }
    boolean adds = asked.aggregate() == Aggregate.SUM || asked.aggregate() == Aggregate.COUNT;
    if (count == 0) {
      boolean zero =
          asked.aggregate() == Aggregate.EXISTS
              || (adds
                  && (isCompleted(asked.series(), completions, month)
                      || isZero(asked, closed, polarity, otherHolds)));
      return new Held(0, zero ? BigDecimal.ZERO : null);
    }
    if (count < asked.atLeast()) {
      return new Held(count, null);
    }
    List<Integer> values = window.stream().map(Seen::value).sorted().toList();
    BigDecimal sum = BigDecimal.valueOf(values.stream().mapToInt(each -> each).sum());
    return new Held(
        count,
        switch (asked.aggregate()) {
          case SUM -> sum;
          case COUNT -> BigDecimal.valueOf(count);
          case MEAN -> sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
          case MIN -> BigDecimal.valueOf(values.get(0));
          default -> BigDecimal.ONE;
        });
  }

  private static NoValueReason reason(List<Held> held) {
    boolean anything = held.stream().anyMatch(each -> each.count() > 0);
    List<Held> without = held.stream().filter(each -> each.value() == null).toList();
    if (without.isEmpty()) {
      return NoValueReason.DIVISION_BY_ZERO;
    }
    if (!anything) {
      return NoValueReason.NO_MEASUREMENTS;
    }
    return without.stream().anyMatch(each -> each.count() == 0)
        ? NoValueReason.MISSING_INPUT
        : NoValueReason.TOO_FEW;
  }

  /**
   * "when the period itself holds neither a measurement that passes its where nor its completion".
   */
  private static boolean misses(
      Asked asked,
      List<Seen> all,
      List<String> completions,
      YearMonth month,
      boolean closed,
      Polarity polarity,
      boolean otherHolds) {
    Asked own =
        new Asked(asked.series(), asked.aggregate(), Window.PERIOD, asked.where(), false, 1);
    return asked.aggregate() != Aggregate.EXISTS
        && window(own, all, month).isEmpty()
        && !isCompleted(asked.series(), completions, month)
        && !isZero(asked, closed, polarity, otherHolds);
  }

  @Provide
  Arbitrary<List<Seen>> measurements() {
    return Combinators.combine(
            Arbitraries.of("s", "t"),
            Arbitraries.integers().between(0, 180),
            Arbitraries.of('D', 'D', 'M', 'Q'),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(-2, 9))
        .as(Seen::new)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> completions() {
    return Arbitraries.of("s 2024-11", "s 2025-Q1", "s 2025", "t 2024-12", "t 2024", "t 2025-02")
        .list()
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<Asked> asked() {
    return Combinators.combine(
            Arbitraries.of("s", "t"),
            Arbitraries.of(
                Aggregate.SUM, Aggregate.COUNT, Aggregate.MEAN, Aggregate.MIN, Aggregate.EXISTS),
            Arbitraries.of(Window.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 3))
        .as(
            (series, aggregate, window, where, zero, atLeast) -> {
              boolean adds = aggregate == Aggregate.SUM || aggregate == Aggregate.COUNT;
              return new Asked(
                  series,
                  aggregate,
                  window,
                  where,
                  zero && adds,
                  aggregate == Aggregate.EXISTS ? 1 : atLeast);
            });
  }

  @Provide
  Arbitrary<Polarity> polarities() {
    return Arbitraries.of(Polarity.HIGHER, Polarity.LOWER, Polarity.IN_RANGE, Polarity.NONE);
  }

  @Provide
  Arbitrary<YearMonth> months() {
    return Arbitraries.integers().between(0, 4).map(YearMonth.of(2024, 11)::plusMonths);
  }
}
