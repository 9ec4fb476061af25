package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.domain.Defined.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator.Break;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Indicator.TargetChange;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.window.PeriodRange;

/** Dated changes of definition and target, and series breaks. */
class ChangesTest {

  private static final Instant CLOSED = Instant.parse("2028-01-01T00:00:00Z");

  private static Computation of(Defined defined, String period) {
    Told told = new Told();
    for (int year = 2024; year < 2028; year++) {
      told.at("s", year + "-01-10T10:00:00Z", "1.25").at("t", year + "-01-10T10:00:00Z", "7.25");
    }
    return defined.rules().evaluate(Defined.period(period), CLOSED, told, Past.NONE).get(0);
  }

  private static Defined sum() {
    return new Defined().input("x", "s", Aggregate.SUM).quota("1");
  }

  private static TargetChange target(String from, Target target) {
    return new TargetChange(LocalDate.parse(from), Map.of(), target, null, null);
  }

  private static Target quota(String value) {
    return new Defined().quota(value).target;
  }

  /** "a definition change restates the periods that start on or after its validFrom". */
  @Test
  void a_definition_change_applies_from_the_period_that_starts_on_or_after_it() {
    Defined defined = sum();
    defined.series.add(Defined.series("t"));
    defined.changes.add(
        new DefinitionChange(
            LocalDate.of(2025, 1, 1),
            Map.of(),
            List.of(input("x", "t", Aggregate.SUM, Window.PERIOD)),
            null,
            null));
    defined.changes.add(new DefinitionChange(LocalDate.of(2025, 1, 2), Map.of(), null, "2 * x", 0));
    assertThat(of(defined, "2024").value()).isEqualTo(new BigDecimal("1.25"));
    assertThat(of(defined, "2025").value()).isEqualTo(new BigDecimal("7.25"));
    assertThat(of(defined, "2026").value()).isEqualTo(new BigDecimal("15"));
    assertThat(defined.rules().series()).containsExactlyInAnyOrder("s", "t");
    assertThat(defined.rules().indicator(LocalDate.of(2026, 1, 1)).decimals()).isZero();
  }

  /** "each later change of a published field adds one, with its time and its cause". */
  @Test
  void a_measurement_is_no_cause_in_periods_whose_definition_does_not_read_it() {
    Defined defined =
        new Defined().input(input("x", "s", Aggregate.SUM, Window.SINCE_START)).quota("1");
    defined.series.add(Defined.series("t"));
    defined.changes.add(
        new DefinitionChange(
            LocalDate.of(2026, 1, 1),
            Map.of(),
            List.of(input("x", "t", Aggregate.SUM, Window.SINCE_START)),
            null,
            null));
    LocalDate day = LocalDate.of(2024, 5, 5);
    assertThat(defined.rules().touchedBy(new Cell("s", null, Map.of(), day, day), CLOSED))
        .containsExactly(new PeriodRange(Defined.period("2024"), Defined.period("2025")));
    assertThat(defined.rules().touchedBy(new Cell("t", null, Map.of(), day, day), CLOSED))
        .containsExactly(new PeriodRange(Defined.period("2026"), Defined.period("2028")));
  }

  /** "judges only the periods that start on or after its from"; "what it leaves out stays". */
  @Test
  void a_target_change_judges_later_periods_only() {
    Defined defined = sum();
    defined.changes.add(target("2025-06-01", quota("5")));
    assertThat(of(defined, "2024").performance()).isEqualTo(Performance.MET);
    assertThat(of(defined, "2025").performance()).isEqualTo(Performance.MET);
    assertThat(of(defined, "2025").expected()).isEqualTo(Defined.bounds("1"));
    assertThat(of(defined, "2026").performance()).isEqualTo(Performance.MISSED);
    assertThat(of(defined, "2026").expected()).isEqualTo(Defined.bounds("5"));
  }

  /** "where no target is in force now, NO_TARGET". */
  @Test
  void a_target_ends_with_a_change_to_none() {
    Defined defined = sum();
    defined.changes.add(target("2026-01-01", new Target.None()));
    assertThat(of(defined, "2025").performance()).isEqualTo(Performance.MET);
    assertThat(of(defined, "2026").performance()).isEqualTo(Performance.NO_TARGET);
    assertThat(of(defined, "2026").expected()).isNull();
    IndicatorRules rules = defined.rules();
    assertThat(rules.hasTarget(Instant.parse("2025-12-31T22:59:59Z"))).isTrue();
    assertThat(rules.hasTarget(Instant.parse("2025-12-31T23:00:00Z"))).isFalse();
  }

  /** "periods from it on are not due until linked: true or a target change on or after it". */
  @Test
  void after_a_break_nothing_is_due_until_it_is_linked_or_a_target_is_set() {
    Defined defined = sum();
    defined.changes.add(target("2024-01-01", quota("1")));
    defined.breaks.add(new Break("2025", Map.of(), false));
    assertThat(of(defined, "2024").performance()).isEqualTo(Performance.MET);
    assertThat(of(defined, "2025").performance()).isEqualTo(Performance.NOT_DUE);
    assertThat(of(defined, "2025").expected()).isNull();
    assertThat(of(defined, "2025").target()).isNull();
    assertThat(of(defined, "2025").value()).isEqualTo(new BigDecimal("1.25"));
    assertThat(of(defined, "2026").performance()).isEqualTo(Performance.NOT_DUE);
    defined.changes.add(target("2026-01-01", quota("1")));
    assertThat(of(defined, "2025").performance()).isEqualTo(Performance.NOT_DUE);
    assertThat(of(defined, "2026").performance()).isEqualTo(Performance.MET);
    defined.breaks.set(0, new Break("2025", Map.of(), true));
    assertThat(of(defined, "2025").performance()).isEqualTo(Performance.MET);
  }

  /** "data health goes on". */
  @Test
  void after_a_break_what_is_missing_is_still_missed() {
    Defined defined = sum();
    defined.breaks.add(new Break("2025", Map.of(), false));
    Computation silent =
        defined.rules().evaluate(Defined.period("2026"), CLOSED, new Told(), Past.NONE).get(0);
    assertThat(silent.due()).isTrue();
    assertThat(silent.missing()).containsExactly("x");
  }
}
