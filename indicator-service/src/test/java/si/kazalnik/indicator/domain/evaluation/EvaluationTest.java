package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.domain.Defined.input;
import static si.kazalnik.indicator.domain.Defined.where;
import static si.kazalnik.indicator.domain.Defined.zeroWhenEmpty;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;
import si.kazalnik.indicator.domain.summary.Cell;

class EvaluationTest {

  private static final Instant OPEN = Instant.parse("2025-06-15T10:00:00Z");
  private static final Instant CLOSED = Instant.parse("2026-01-01T00:00:00Z");

  private static final Past PUBLISHED =
      new Past() {
        @Override
        public boolean isPublished() {
          return true;
        }

        @Override
        public boolean hasClosed() {
          return false;
        }

        @Override
        public @Nullable BigDecimal lastShown(
            Map<String, String> dimensions, String input, LocalDate since) {
          return null;
        }
      };

  private static Computation of(Defined defined, String period, Instant now, Told told) {
    return defined.rules().evaluate(Defined.period(period), now, told, Past.NONE).get(0);
  }

  private static void assertValue(Computation computed, String value) {
    assertThat(computed.value()).isEqualTo(new BigDecimal(value));
    assertThat(computed.reason()).isNull();
  }

  private static void assertNone(Computation computed, NoValueReason reason) {
    assertThat(computed.value()).isNull();
    assertThat(computed.reason()).isEqualTo(reason);
  }

  /**
   * "Aggregates of the measurements in an input's window"; "with one input it may be left out": the
   * formula.
   */
  @ParameterizedTest
  @CsvSource({
    "SUM, 9.5",
    "COUNT, 4",
    "MEAN, 2.38",
    "MIN, -1",
    "MAX, 5.5",
    "EXISTS, 1",
    "LAST, 5.5"
  })
  void aggregates_of_the_measurements_in_the_window(Aggregate aggregate, String value) {
    Told told =
        new Told()
            .at("s", "2025-02-01T10:00:00Z", "2")
            .at("s", "2025-02-01T11:00:00Z", "3.0")
            .at("s", "2025-03-01T10:00:00Z", "-1")
            .at("s", "2025-04-01T10:00:00Z", "5.5")
            .at("s", "2024-12-31T22:59:59Z", "100")
            .at("other", "2025-04-01T10:00:00Z", "100");
    Computation computed = of(new Defined().input("x", "s", aggregate), "2025", CLOSED, told);
    assertValue(computed, value);
    assertThat(computed.measurements()).isEqualTo(4);
  }

  @Test
  void days_are_local() {
    Told told =
        new Told()
            .at("s", "2024-12-31T22:59:59Z", "1")
            .at("s", "2024-12-31T23:00:00Z", "10")
            .at("s", "2025-12-31T22:59:59Z", "100")
            .at("s", "2025-12-31T23:00:00Z", "1000");
    assertValue(of(new Defined().input("x", "s", Aggregate.SUM), "2025", CLOSED, told), "110");
  }

  @Test
  void last_is_a_stock_per_subject_and_dimension_tuple_then_summed() {
    Told told =
        new Told()
            .at("s", "north", Map.of("kind", "x"), "2025-02-01T10:00:00Z", "4")
            .at("s", "north", Map.of("kind", "x"), "2025-03-01T10:00:00Z", "6")
            .at("s", "north", Map.of("kind", "y"), "2025-01-05T10:00:00Z", "10")
            .at("s", "south", Map.of("kind", "x"), "2025-01-01T10:00:00Z", "100")
            .at("s", null, Map.of("kind", "x"), "2025-01-01T10:00:00Z", "1000");
    Computation computed = of(new Defined().input("x", "s", Aggregate.LAST), "2025", CLOSED, told);
    assertValue(computed, "1116");
    assertThat(computed.measurements()).isEqualTo(5);
  }

  @Test
  void last_of_the_same_instant_is_the_greatest_source_then_measurement() {
    // The second one told bears the greater name.
    Told told =
        new Told().at("s", "2025-02-01T10:00:00Z", "4").at("s", "2025-02-01T10:00:00Z", "5");
    assertValue(of(new Defined().input("x", "s", Aggregate.LAST), "2025", CLOSED, told), "5");
  }

  /** "the measurements in an input's window that pass its `where`". */
  @Test
  void only_what_passes_where_counts() {
    Defined defined =
        new Defined().input(where(input("x", "s", Aggregate.SUM, Window.PERIOD), "kind", "a", "b"));
    Told told =
        new Told()
            .at("s", null, Map.of("kind", "a"), "2025-02-01T10:00:00Z", "1")
            .at("s", null, Map.of("kind", "b", "more", "z"), "2025-02-01T10:00:00Z", "10")
            .at("s", null, Map.of("kind", "c"), "2025-02-01T10:00:00Z", "100")
            .at("s", null, Map.of(), "2025-02-01T10:00:00Z", "1000");
    Computation computed = of(defined, "2025", CLOSED, told);
    assertValue(computed, "11");
    assertThat(computed.measurements()).isEqualTo(2);
  }

  /** "no measurement in the window: `EXISTS` is 0". */
  @Test
  void without_a_measurement_exists_is_zero_and_others_have_no_value() {
    for (Aggregate aggregate :
        new Aggregate[] {
          Aggregate.SUM, Aggregate.COUNT, Aggregate.MEAN, Aggregate.MIN, Aggregate.LAST
        }) {
      Defined defined = new Defined().input("x", "s", aggregate);
      assertNone(of(defined, "2025", CLOSED, new Told()), NoValueReason.NO_MEASUREMENTS);
    }
    assertValue(of(new Defined().input("x", "s", Aggregate.EXISTS), "2025", OPEN, new Told()), "0");
  }

  @Test
  void a_nil_return_makes_sums_and_counts_zero_and_nothing_else() {
    Told told = new Told().completed("s", null, "2025");
    assertValue(of(new Defined().input("x", "s", Aggregate.SUM), "2025", OPEN, told), "0");
    assertValue(of(new Defined().input("x", "s", Aggregate.COUNT), "2025", OPEN, told), "0");
    assertNone(
        of(new Defined().input("x", "s", Aggregate.MEAN), "2025", OPEN, told),
        NoValueReason.NO_MEASUREMENTS);
  }

  @Test
  void a_series_is_completed_for_a_period_when_one_completion_contains_it() {
    Defined monthly = new Defined().monthly().input("x", "s", Aggregate.SUM);
    assertValue(of(monthly, "2025-03", OPEN, new Told().completed("s", null, "2025")), "0");
    assertValue(of(monthly, "2025-03", OPEN, new Told().completed("s", null, "2025-Q1")), "0");
    Told inParts = new Told().completed("s", null, "2025-H1").completed("s", null, "2025-H2");
    assertNone(
        of(new Defined().input("x", "s", Aggregate.SUM), "2025", OPEN, inParts),
        NoValueReason.NO_MEASUREMENTS);
  }

  @Test
  void a_completion_with_a_subject_speaks_for_that_subject_only() {
    assertNone(
        of(
            new Defined().input("x", "s", Aggregate.SUM),
            "2025",
            OPEN,
            new Told().completed("s", "north", "2025")),
        NoValueReason.NO_MEASUREMENTS);
  }

  @Test
  void with_whenEmpty_ZERO_it_is_zero_from_the_closing_on() {
    Defined defined =
        new Defined().input(zeroWhenEmpty(input("x", "s", Aggregate.SUM, Window.PERIOD)));
    assertNone(of(defined, "2025", OPEN, new Told()), NoValueReason.NO_MEASUREMENTS);
    assertValue(of(defined, "2025", CLOSED, new Told()), "0");
    assertThat(of(defined, "2025", CLOSED, new Told()).missing()).isEmpty();
    assertThat(of(defined, "2025", OPEN, new Told()).missing()).containsExactly("x");
  }

  @Test
  void with_polarity_lower_zero_needs_a_measurement_in_another_inputs_window() {
    Defined defined =
        new Defined()
            .input(zeroWhenEmpty(input("bad", "s", Aggregate.SUM, Window.PERIOD)))
            .input("all", "t", Aggregate.SUM);
    defined.formula = "bad + 0 * all";
    defined.polarity = Polarity.LOWER;
    assertNone(of(defined, "2025", CLOSED, new Told()), NoValueReason.NO_MEASUREMENTS);
    assertThat(of(defined, "2025", CLOSED, new Told()).missing()).containsExactly("bad", "all");
    Told other = new Told().at("t", "2025-02-01T10:00:00Z", "3");
    assertValue(of(defined, "2025", CLOSED, other), "0");
    assertThat(of(defined, "2025", CLOSED, other).missing()).isEmpty();
  }

  @Test
  void reasons_come_in_their_order() {
    Defined defined = new Defined().input("a", "s", Aggregate.SUM).input("b", "t", Aggregate.SUM);
    defined.formula = "a / b";
    assertNone(of(defined, "2025", CLOSED, new Told()), NoValueReason.NO_MEASUREMENTS);
    Told nil = new Told().completed("s", null, "2025");
    assertNone(of(defined, "2025", CLOSED, nil), NoValueReason.NO_MEASUREMENTS);
    Told one = new Told().at("s", "2025-02-01T10:00:00Z", "3");
    assertNone(of(defined, "2025", CLOSED, one), NoValueReason.MISSING_INPUT);
    assertThat(of(defined, "2025", CLOSED, one).missing()).containsExactly("b");
    assertNone(
        of(defined, "2025", CLOSED, one.at("t", "2025-02-01T10:00:00Z", "0")),
        NoValueReason.DIVISION_BY_ZERO);
  }

  @Test
  void measurements_are_per_series_the_greatest_count_among_its_inputs_added_up() {
    Defined defined =
        new Defined()
            .input(where(input("part", "s", Aggregate.COUNT, Window.PERIOD), "kind", "a"))
            .input("all", "s", Aggregate.COUNT)
            .input("ever", "t", Aggregate.COUNT)
            .input(input("before", "t", Aggregate.COUNT, Window.SINCE_START));
    defined.formula = "part + all + ever + before";
    Told told =
        new Told()
            .at("s", null, Map.of("kind", "a"), "2025-02-01T10:00:00Z", "1")
            .at("s", null, Map.of("kind", "b"), "2025-02-01T10:00:00Z", "1")
            .at("t", "2025-02-01T10:00:00Z", "1")
            .at("t", "2021-02-01T10:00:00Z", "1")
            .at("t", "2022-02-01T10:00:00Z", "1");
    Computation computed = of(defined, "2025", CLOSED, told);
    assertValue(computed, "7");
    assertThat(computed.measurements()).isEqualTo(2 + 3);
    assertThat(computed.inputs())
        .extracting(each -> each.measurements())
        .containsExactly(1L, 2L, 1L, 3L);
  }

  @Test
  void missing_looks_at_the_period_itself_whatever_the_window() {
    Defined defined =
        new Defined().monthly().input(input("x", "s", Aggregate.SUM, Window.YEAR_TO_DATE));
    Told told = new Told().at("s", "2025-02-01T10:00:00Z", "3");
    Computation march = of(defined, "2025-03", CLOSED, told);
    assertValue(march, "3");
    assertThat(march.missing()).containsExactly("x");
    assertThat(of(defined, "2025-02", CLOSED, told).missing()).isEmpty();
    assertThat(of(defined, "2025-03", CLOSED, told.completed("s", null, "2025-03")).missing())
        .isEmpty();
  }

  @Test
  void exists_is_never_missing() {
    assertThat(
            of(new Defined().input("x", "s", Aggregate.EXISTS), "2025", CLOSED, new Told())
                .missing())
        .isEmpty();
  }

  @Test
  void a_whole_period_lies_on_its_last_day_and_counts_where_it_lies_wholly() {
    Defined defined =
        new Defined().monthly().input(input("x", "s", Aggregate.SUM, Window.YEAR_TO_DATE));
    Told told = new Told().during("s", "2025-Q1", "7").during("s", "2025-02", "1");
    assertValue(of(defined, "2025-02", CLOSED, told), "1");
    assertValue(of(defined, "2025-03", CLOSED, told), "8");
  }

  /** "Earlier ones are published if an input has a measurement in them, and are never due." */
  @Test
  void earlier_periods_are_published_if_an_input_has_a_measurement_in_them_and_are_never_due() {
    Defined defined = new Defined().quota("5").input("x", "s", Aggregate.SUM);
    Told told = new Told().at("s", "2022-02-01T10:00:00Z", "3");
    IndicatorRules rules = defined.rules();
    assertThat(rules.evaluate(Defined.period("2023"), CLOSED, told, Past.NONE)).isEmpty();
    assertThat(rules.evaluate(Defined.period("2023"), CLOSED, told, PUBLISHED)).hasSize(1);
    Computation early = of(defined, "2022", CLOSED, told);
    assertThat(early.due()).isFalse();
    assertThat(early.missing()).isEmpty();
    assertThat(early.expected()).isNull();
    assertThat(early.target()).isNull();
    assertThat(early.performance()).isEqualTo(Performance.NOT_DUE);
  }

  @Test
  void a_period_that_has_not_begun_is_not_published() {
    Defined defined = new Defined().input("x", "s", Aggregate.SUM);
    Told told = new Told().at("s", "2026-01-01T10:00:00Z", "3");
    assertThat(
            defined
                .rules()
                .evaluate(
                    Defined.period("2026"), Instant.parse("2025-12-31T22:59:59Z"), told, Past.NONE))
        .isEmpty();
    assertThat(
            defined
                .rules()
                .evaluate(
                    Defined.period("2026"), Instant.parse("2025-12-31T23:00:00Z"), told, Past.NONE))
        .isNotEmpty();
  }

  @Test
  void an_indicator_of_events_has_no_calendars_periods() {
    Defined defined = new Defined().input("x", "s", Aggregate.EXISTS);
    defined.frequency = null;
    List<Computation> none =
        defined.rules().evaluate(Defined.period("2025"), CLOSED, new Told(), Past.NONE);
    assertThat(none).isEmpty();
  }

  @Test
  void a_cell_that_passes_no_input_touches_no_period() {
    Defined defined =
        new Defined().input(where(input("x", "s", Aggregate.SUM, Window.PERIOD), "kind", "a"));
    LocalDate day = LocalDate.of(2025, 2, 1);
    IndicatorRules rules = defined.rules();
    assertThat(rules.touchedBy(new Cell("s", null, Map.of("kind", "b"), day, day), CLOSED))
        .isEmpty();
    assertThat(rules.touchedBy(new Cell("s", null, Map.of("kind", "a"), day, day), CLOSED))
        .hasSize(1);
    assertThat(rules.series()).containsExactly("s");
    assertThat(rules.schedule().orElseThrow().first().frequency()).isEqualTo(Frequency.YEAR);
  }
}
