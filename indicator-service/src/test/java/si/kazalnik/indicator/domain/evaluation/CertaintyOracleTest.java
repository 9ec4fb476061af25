package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * "in the due period itself, before it closes, a quota of one input (`SUM` with the series'
 * `range.min` ≥ 0, `COUNT`, `DISTINCT`, `EXISTS`), no formula, is judged as soon as nothing can
 * change it …: `MET` for `HIGHER`, `MISSED` for `LOWER`; so is any `EXISTS` with `HIGHER` once it
 * exists"; and "A measurement of a series with `period` may bear `observedAt` too. For `EXISTS`,
 * where it lies after the closing of the judged period, it counts in the value, not in that
 * verdict": years, open and closed, against the sentences.
 */
class CertaintyOracleTest {

  record Asked(
      Aggregate aggregate,
      Polarity polarity,
      boolean quota,
      boolean formula,
      @Nullable Integer rangeMin) {}

  @Property(tries = 1_500)
  void an_open_year_is_judged_only_when_it_is_certain(
      @ForAll("asked") Asked asked,
      @ForAll("amounts") List<Integer> amounts,
      @ForAll @IntRange(min = 1, max = 6) int wanted) {
    Defined defined = new Defined();
    defined.polarity = asked.polarity();
    defined.formula = asked.formula() ? "x + 0" : null;
    defined.series.add(
        Defined.series(
            "s", null, asked.rangeMin() == null ? null : asked.rangeMin().toString(), List.of()));
    defined.input("x", "s", asked.aggregate());
    if (asked.quota()) {
      defined.quota(String.valueOf(wanted));
    } else {
      defined.path(Interpolate.NONE, After.HOLD, "2025=" + wanted);
    }
    Told told = new Told();
    for (int n = 0; n < amounts.size(); n++) {
      told.key("s", "2025-0" + (1 + n) + "-05T10:00:00Z", "k" + amounts.get(n));
    }
    Computation open =
        defined
            .rules()
            .evaluate(
                Defined.period("2025"), Instant.parse("2025-12-31T22:59:59Z"), told, Past.NONE)
            .get(0);

    long count =
        switch (asked.aggregate()) {
          case EXISTS -> amounts.isEmpty() ? 0 : 1;
          case DISTINCT -> amounts.stream().distinct().count();
          case MAX -> 1;
          default -> amounts.size();
        };
    boolean onlyGrows =
        switch (asked.aggregate()) {
          case COUNT, DISTINCT, EXISTS -> true;
          case SUM -> asked.rangeMin() != null && asked.rangeMin() >= 0;
          default -> false;
        };
    boolean known = !amounts.isEmpty() || asked.aggregate() == Aggregate.EXISTS;
    Performance verdict = null;
    if (known && onlyGrows && !asked.formula()) {
      boolean judged = asked.quota() || asked.aggregate() == Aggregate.EXISTS;
      if (asked.polarity() == Polarity.HIGHER && judged && count >= wanted) {
        verdict = Performance.MET;
      } else if (asked.polarity() == Polarity.LOWER && asked.quota() && count > wanted) {
        verdict = Performance.MISSED;
      }
    }
    assertThat(open.performance()).isEqualTo(verdict);
  }

  @Property(tries = 1_000)
  void what_comes_after_the_closing_exists_and_was_missed_all_the_same(
      @ForAll("delivered") List<LocalDate> delivered,
      @ForAll @IntRange(max = 60) int dueAfter,
      @ForAll boolean ever) {
    Defined defined = new Defined();
    defined.series.add(Defined.series("s", Frequency.YEAR, null, List.of()));
    defined.dueAfter = Period.ofDays(dueAfter);
    Window window = ever ? Window.SINCE_START : Window.PERIOD;
    defined.input(Defined.input("x", "s", Aggregate.EXISTS, window)).quota("1");
    Told told = new Told();
    for (LocalDate day : delivered) {
      told.delivered("s", "2024", day + "T10:00:00Z", null);
    }
    Instant now = Instant.parse("2027-01-01T00:00:00Z");
    Computation computed =
        defined.rules().evaluate(Defined.period("2024"), now, told, Past.NONE).get(0);

    LocalDate lastDay = LocalDate.of(2024, 12, 31).plusDays(dueAfter);
    boolean inTime = delivered.stream().anyMatch(day -> !day.isAfter(lastDay));
    assertThat(computed.value()).isEqualByComparingTo(delivered.isEmpty() ? "0" : "1");
    assertThat(computed.performance()).isEqualTo(inTime ? Performance.MET : Performance.MISSED);
    assertThat(computed.deliveredLate())
        .isEqualTo(inTime ? null : delivered.stream().min(LocalDate::compareTo).orElse(null));
    // The year after looks back, or has nothing of its own.
    Computation next =
        defined.rules().evaluate(Defined.period("2025"), now, told, Past.NONE).get(0);
    boolean still = ever && !delivered.isEmpty();
    LocalDate nextClosing = LocalDate.of(2025, 12, 31).plusDays(dueAfter);
    boolean stillInTime = still && delivered.stream().anyMatch(day -> !day.isAfter(nextClosing));
    assertThat(next.performance()).isEqualTo(stillInTime ? Performance.MET : Performance.MISSED);
  }

  @Provide
  Arbitrary<Asked> asked() {
    return Combinators.combine(
            Arbitraries.of(
                Aggregate.SUM,
                Aggregate.COUNT,
                Aggregate.DISTINCT,
                Aggregate.EXISTS,
                Aggregate.MAX),
            Arbitraries.of(Polarity.HIGHER, Polarity.HIGHER, Polarity.LOWER),
            Arbitraries.of(true, true, false),
            Arbitraries.of(false, false, true),
            Arbitraries.of(0, 1, -1).injectNull(0.2))
        .as(Asked::new)
        .filter(
            asked -> asked.aggregate() != Aggregate.EXISTS || asked.polarity() == Polarity.HIGHER);
  }

  @Provide
  Arbitrary<List<Integer>> amounts() {
    return Arbitraries.integers().between(1, 5).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<LocalDate>> delivered() {
    return Arbitraries.integers()
        .between(-60, 420)
        .map(LocalDate.of(2024, 12, 31)::plusDays)
        .list()
        .ofMaxSize(3);
  }
}
