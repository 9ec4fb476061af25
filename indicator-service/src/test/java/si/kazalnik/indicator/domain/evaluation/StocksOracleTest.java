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
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Inputs;
import si.kazalnik.indicator.domain.Told;

/**
 * "then `across: SUM|MIN|MAX|MEAN`"; "carryForward … takes, for a subject without one in the
 * period, its last from up to n reporting periods before (… the carried are not counted)": monthly
 * stocks, against a walk back from month to month for each subject.
 */
class StocksOracleTest {

  private static final Instant CLOSED = Instant.parse("2030-01-01T00:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 11, 1);

  record Held(String subject, int day, int value) {

    LocalDate on() {
      return FIRST_DAY.plusDays(day);
    }
  }

  @Property(tries = 1_500)
  void each_subject_bears_its_last(
      @ForAll("stocks") List<Held> stocks,
      @ForAll Across across,
      @ForAll @IntRange(max = 3) int carry,
      @ForAll @IntRange(max = 7) int month) {
    YearMonth of = YearMonth.from(FIRST_DAY).plusMonths(month);
    Defined defined = new Defined().monthly().input(Inputs.last(across, carry));
    defined.decimals = 6;
    Told told = new Told();
    for (Held held : stocks) {
      told.at(
          "s", held.subject(), Map.of(), held.on() + "T10:00:00Z", String.valueOf(held.value()));
    }

    Computation computed =
        defined.rules().evaluate(Defined.period(of.toString()), CLOSED, told, Past.NONE).get(0);

    // Of one day the last told bears the greater name: there are fewer than ten.
    Map<String, Map<YearMonth, Held>> last = new TreeMap<>();
    for (Held held : stocks) {
      last.computeIfAbsent(held.subject(), any -> new TreeMap<>())
          .merge(YearMonth.from(held.on()), held, (a, b) -> b.on().isBefore(a.on()) ? a : b);
    }
    List<BigDecimal> values = new ArrayList<>();
    last.forEach(
        (subject, months) -> {
          for (int back = 0; back <= carry; back++) {
            Held held = months.get(of.minusMonths(back));
            if (held != null) {
              values.add(BigDecimal.valueOf(held.value()));
              return;
            }
          }
        });
    assertThat(computed.measurements())
        .isEqualTo(stocks.stream().filter(each -> YearMonth.from(each.on()).equals(of)).count());
    if (values.isEmpty()) {
      assertThat(computed.reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
      return;
    }
    values.sort(null);
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal value =
        switch (across) {
          case SUM -> sum;
          case MIN -> values.get(0);
          case MAX -> values.get(values.size() - 1);
          case MEAN -> sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
        };
    assertThat(computed.value()).isEqualByComparingTo(value.setScale(6, RoundingMode.HALF_UP));
  }

  @Provide
  Arbitrary<List<Held>> stocks() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.integers().between(0, 240),
            Arbitraries.integers().between(-50, 500))
        .as(Held::new)
        .list()
        .ofMaxSize(9);
  }
}
