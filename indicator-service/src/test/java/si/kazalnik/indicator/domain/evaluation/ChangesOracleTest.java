package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Break;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Indicator.TargetChange;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * "a definition change restates the periods that start on or after its validFrom …; a target change
 * (any of target, tolerance, baseline; what it leaves out stays) judges only the periods that start
 * on or after its from"; "periods from it on are not due until linked: true or a target change on
 * or after it": years on a line, against a walk along the dates.
 */
class ChangesOracleTest {

  private static final Instant CLOSED = Instant.parse("2040-01-01T00:00:00Z");
  private static final LocalDate LINE_FROM = LocalDate.of(2019, 12, 31);
  private static final LocalDate LINE_TO = LocalDate.of(2035, 12, 31);

  /** Of the line's end, of the tolerance, of the line's beginning; what is null stays. */
  record Aim(
      LocalDate from,
      @Nullable Integer point,
      @Nullable Integer tolerance,
      @Nullable Integer baseline) {}

  /** The value is so many times what is measured. */
  record Factor(LocalDate validFrom, int factor) {}

  record Broken(int year, boolean linked) {}

  @Property(tries = 1_500)
  void each_year_is_computed_and_judged_by_what_was_in_force_when_it_began(
      @ForAll("aims") List<Aim> aims,
      @ForAll("factors") List<Factor> factors,
      @ForAll("breaks") List<Broken> breaks) {
    Defined defined = new Defined().input("x", "s", Aggregate.SUM);
    defined.from = LocalDate.of(2020, 1, 1);
    defined.decimals = 0;
    defined.formula = "1 * x";
    defined.baseline("2019", "0").path(Interpolate.LINEAR, After.HOLD, "2035=160");
    defined.tolerance = new Indicator.Tolerance(BigDecimal.ONE, false);
    for (Aim aim : aims) {
      Defined change = new Defined();
      if (aim.point() != null) {
        change.path(Interpolate.LINEAR, After.HOLD, "2035=" + aim.point());
      }
      if (aim.baseline() != null) {
        change.baseline("2019", aim.baseline().toString());
      }
      defined.changes.add(
          new TargetChange(
              aim.from(),
              Map.of(),
              aim.point() == null ? null : change.target,
              aim.tolerance() == null
                  ? null
                  : new Indicator.Tolerance(BigDecimal.valueOf(aim.tolerance()), false),
              change.baseline));
    }
    for (Factor factor : factors) {
      defined.changes.add(
          new DefinitionChange(factor.validFrom(), Map.of(), null, factor.factor() + " * x", null));
    }
    breaks.forEach(
        each ->
            defined.breaks.add(new Break(String.valueOf(each.year()), Map.of(), each.linked())));
    IndicatorRules rules = defined.rules();
    for (int year = 2020; year <= 2027; year++) {
      Told told = new Told().at("s", year + "-03-01T10:00:00Z", "25");
      Computation computed =
          rules.evaluate(Defined.period(String.valueOf(year)), CLOSED, told, Past.NONE).get(0);

      LocalDate begins = LocalDate.of(year, 1, 1);
      int factor = 1;
      for (Factor each : factors) {
        factor = each.validFrom().isAfter(begins) ? factor : each.factor();
      }
      int point = 160;
      int tolerance = 1;
      int baseline = 0;
      for (Aim each : aims) {
        if (!each.from().isAfter(begins)) {
          point = Objects.requireNonNullElse(each.point(), point);
          tolerance = Objects.requireNonNullElse(each.tolerance(), tolerance);
          baseline = Objects.requireNonNullElse(each.baseline(), baseline);
        }
      }
      assertThat(computed.value()).isEqualByComparingTo(BigDecimal.valueOf(25L * factor));
      if (isBroken(breaks, aims, begins)) {
        assertThat(computed.performance()).isEqualTo(Performance.NOT_DUE);
        assertThat(computed.expected()).isNull();
        assertThat(computed.due()).isTrue();
        continue;
      }
      BigDecimal d =
          BigDecimal.valueOf(ChronoUnit.DAYS.between(LINE_FROM, LocalDate.of(year, 12, 31)));
      BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(LINE_FROM, LINE_TO));
      BigDecimal e =
          BigDecimal.valueOf(baseline)
              .add(
                  BigDecimal.valueOf(point - baseline)
                      .multiply(d)
                      .divide(all, 40, RoundingMode.HALF_EVEN))
              .setScale(4, RoundingMode.HALF_UP);
      BigDecimal shortfall = e.subtract(BigDecimal.valueOf(25L * factor));
      assertThat(computed.performance())
          .as("%d of %s", year, defined.changes)
          .isEqualTo(
              shortfall.signum() <= 0
                  ? Performance.ON_TRACK
                  : shortfall.compareTo(BigDecimal.valueOf(tolerance)) <= 0
                      ? Performance.AT_RISK
                      : Performance.OFF_TRACK);
      assertThat(Objects.requireNonNull(computed.expected()).value()).isEqualByComparingTo(e);
    }
  }

  /** Whether a break lies before the year, and neither a link nor a new target since. */
  private static boolean isBroken(List<Broken> breaks, List<Aim> aims, LocalDate begins) {
    for (Broken each : breaks) {
      LocalDate at = LocalDate.of(each.year(), 1, 1);
      boolean released = each.linked();
      for (Aim aim : aims) {
        released |= !aim.from().isBefore(at) && !aim.from().isAfter(begins);
      }
      if (!released && !at.isAfter(begins)) {
        return true;
      }
    }
    return false;
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(2020, 2027).map(year -> LocalDate.of(year, 1, 1)),
        Arbitraries.integers().between(2020, 2027).map(year -> LocalDate.of(year, 1, 2)),
        Arbitraries.integers().between(0, 2_900).map(LocalDate.of(2020, 1, 1)::plusDays));
  }

  @Provide
  Arbitrary<List<Aim>> aims() {
    return Combinators.combine(
            days(),
            Arbitraries.integers().between(0, 900).injectNull(0.4),
            Arbitraries.integers().between(0, 60).injectNull(0.5),
            Arbitraries.integers().between(-50, 50).injectNull(0.6))
        .as(Aim::new)
        .filter(aim -> aim.point() != null || aim.tolerance() != null || aim.baseline() != null)
        .list()
        .ofMaxSize(4)
        .uniqueElements(Aim::from)
        .map(all -> all.stream().sorted(Comparator.comparing(Aim::from)).toList());
  }

  @Provide
  Arbitrary<List<Factor>> factors() {
    return Combinators.combine(days(), Arbitraries.integers().between(0, 6))
        .as(Factor::new)
        .list()
        .ofMaxSize(3)
        .uniqueElements(Factor::validFrom)
        .map(all -> all.stream().sorted(Comparator.comparing(Factor::validFrom)).toList());
  }

  @Provide
  Arbitrary<List<Broken>> breaks() {
    return Combinators.combine(
            Arbitraries.integers().between(2020, 2027), Arbitraries.of(false, false, true))
        .as(Broken::new)
        .list()
        .ofMaxSize(2)
        .uniqueElements(Broken::year);
  }
}
