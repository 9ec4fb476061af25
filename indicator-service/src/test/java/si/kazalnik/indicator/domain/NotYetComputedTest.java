package si.kazalnik.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;

class NotYetComputedTest {

  private static Defined plain() {
    return new Defined();
  }

  private static Input input(Aggregate aggregate, Window window, int rolling, int carry, int n) {
    return new Input(
        "x", "s", aggregate, null, Map.of(), window, rolling, false, Across.SUM, carry, n);
  }

  static Stream<Arguments> notYet() {
    return Stream.of(
        named("DISTINCT", d -> d.input("x", "s", Aggregate.DISTINCT)),
        named("PERCENTILE", d -> d.input("x", "s", Aggregate.PERCENTILE)),
        named("atLeast", d -> d.input(input(Aggregate.MEAN, Window.PERIOD, 0, 0, 2))),
        named("carryForward", d -> d.input(input(Aggregate.LAST, Window.PERIOD, 0, 1, 1))),
        named("ROLLING", d -> d.input(input(Aggregate.SUM, Window.ROLLING, 3, 0, 1))),
        named(
            "across",
            d ->
                d.input(
                    new Input(
                        "x",
                        "s",
                        Aggregate.LAST,
                        null,
                        Map.of(),
                        Window.PERIOD,
                        0,
                        false,
                        Across.MAX,
                        0,
                        1))),
        named(
            "a roster",
            d -> {
              d.series.add(Defined.series("s", null, "0", List.of("north")));
              return d.input("x", "s", Aggregate.SUM);
            }),
        named("WEEK", d -> with(d, Frequency.WEEK)),
        named("HALF_YEAR", d -> with(d, Frequency.HALF_YEAR)),
        named(
            "odd-years",
            d -> {
              d.only = Reporting.Only.ODD_YEARS;
              return d;
            }),
        named(
            "working days",
            d -> {
              d.workingDays = true;
              return d;
            }),
        named(
            "IN_RANGE",
            d -> {
              d.polarity = Indicator.Polarity.IN_RANGE;
              return d;
            }),
        named("STEP", d -> d.path(Interpolate.STEP, After.HOLD, "2025=1")),
        named("END", d -> d.path(Interpolate.NONE, After.END, "2025=1")),
        named(
            "forEach",
            d -> {
              d.target =
                  new Target.EveryPeriod(
                      Defined.bounds("1"), null, true, false, false, null, Map.of());
              return d;
            }),
        named(
            "perCell",
            d -> {
              d.target =
                  new Target.EveryPeriod(
                      Defined.bounds("1"), null, false, true, false, null, Map.of());
              return d;
            }),
        named(
            "changes",
            d -> {
              d.changes.add(
                  new Indicator.DefinitionChange(
                      LocalDate.of(2026, 1, 1), Map.of(), null, null, 1));
              return d;
            }),
        named(
            "breaks",
            d -> {
              d.breaks.add(new Indicator.Break("2025", Map.of(), false));
              return d;
            }));
  }

  private static Defined with(Defined defined, Frequency frequency) {
    defined.frequency = frequency;
    return defined;
  }

  private static Arguments named(String name, UnaryOperator<Defined> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void notYet(String name, UnaryOperator<Defined> change) {
    assertThat(change.apply(plain()).rules().isNotYetComputed()).as(name).isTrue();
  }

  @Test
  void what_this_version_brings_is_computed() {
    for (Aggregate aggregate :
        List.of(
            Aggregate.SUM,
            Aggregate.COUNT,
            Aggregate.MEAN,
            Aggregate.MIN,
            Aggregate.MAX,
            Aggregate.LAST,
            Aggregate.EXISTS)) {
      for (Window window : List.of(Window.PERIOD, Window.YEAR_TO_DATE, Window.SINCE_START)) {
        for (Frequency calendar :
            List.of(Frequency.DAY, Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR)) {
          Defined defined = with(plain(), calendar).path(Interpolate.LINEAR, After.HOLD, "2025=1");
          defined.baseline("2023", "0");
          defined.only = Reporting.Only.EVEN_YEARS;
          defined.input(input(aggregate, window, 0, 0, 1));
          assertThat(defined.rules().isNotYetComputed()).isFalse();
        }
      }
    }
  }
}
