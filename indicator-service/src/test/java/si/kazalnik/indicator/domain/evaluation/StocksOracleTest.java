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

  record Held(String subject, String kind, int day, int value) {

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
          "s",
          held.subject(),
          Map.of("kind", held.kind()),
          held.on() + "T10:00:00Z",
          String.valueOf(held.value()));
    }

    Computation computed =
        defined.rules().evaluate(Defined.period(of.toString()), CLOSED, told, Past.NONE).get(0);

    // Of each subject those of the newest months in which it says anything: its own, else so many
    // before. Of one day the last told bears the greater name: there are fewer than ten.
    List<BigDecimal> values = new ArrayList<>();
    for (String subject : List.of("a", "b", "c")) {
      List<Held> own = stocks.stream().filter(each -> each.subject().equals(subject)).toList();
      List<Held> seen = between(own, of, of);
      if (seen.isEmpty()) {
        seen = between(own, of.minusMonths(carry), of.minusMonths(1));
      }
      for (String kind : List.of("x", "y")) {
        Held last = null;
        for (Held each : seen) {
          boolean later = last == null || !each.on().isBefore(last.on());
          last = each.kind().equals(kind) && later ? each : last;
        }
        if (last != null) {
          values.add(BigDecimal.valueOf(last.value()));
        }
      }
    }
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

  private static List<Held> between(List<Held> all, YearMonth from, YearMonth to) {
    return all.stream()
        .filter(each -> !YearMonth.from(each.on()).isBefore(from))
        .filter(each -> !YearMonth.from(each.on()).isAfter(to))
        .toList();
  }

  @Provide
  Arbitrary<List<Held>> stocks() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.of("x", "y"),
            Arbitraries.integers().between(0, 240),
            Arbitraries.integers().between(-50, 500))
        .as(Held::new)
        .list()
        .ofMaxSize(9);
  }
}
