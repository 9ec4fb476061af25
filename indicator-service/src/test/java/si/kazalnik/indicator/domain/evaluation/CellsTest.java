package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/** "One dimension (disaggregateBy) plus headline; every listed value is a cell." */
class CellsTest {

  private static final Instant OPEN = Instant.parse("2025-06-15T10:00:00Z");
  private static final Instant CLOSED = Instant.parse("2026-01-01T00:00:00Z");

  private static List<Computation> of(Defined defined, Instant now, Told told) {
    return defined.rules().evaluate(Defined.period("2025"), now, told, Past.NONE);
  }

  private static Defined sum() {
    return new Defined().cells(null, "district", "A", "B", "C").input("x", "s", Aggregate.SUM);
  }

  private static Told told() {
    return new Told()
        .at("s", null, Map.of("district", "A"), "2025-02-01T10:00:00Z", "3")
        .at("s", null, Map.of("district", "A"), "2025-02-02T10:00:00Z", "4")
        .at("s", null, Map.of("district", "B"), "2025-02-01T10:00:00Z", "20")
        .at("s", null, Map.of(), "2025-02-01T10:00:00Z", "100");
  }

  @Test
  void every_listed_value_is_a_cell_beside_the_headline() {
    List<Computation> all = of(sum().quota("5"), CLOSED, told());
    assertThat(all)
        .extracting(Computation::dimensions)
        .containsExactly(
            Map.of(), Map.of("district", "A"), Map.of("district", "B"), Map.of("district", "C"));
    assertThat(all.get(0).value()).isEqualTo(new BigDecimal("127"));
    assertThat(all.get(1).value()).isEqualTo(new BigDecimal("7"));
    assertThat(all.get(1).measurements()).isEqualTo(2);
    assertThat(all.get(2).value()).isEqualTo(new BigDecimal("20"));
    assertThat(all.get(3).reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
  }

  /** "An open period's cells are not listed before its closing." */
  @Test
  void an_open_period_has_the_headline_only() {
    assertThat(of(sum(), OPEN, told())).hasSize(1);
  }

  /** "Cells have expected, target and verdict only with perCell: true." */
  @Test
  void cells_are_judged_only_per_cell() {
    for (Computation cell : of(sum().quota("5"), CLOSED, told()).subList(1, 4)) {
      assertThat(cell.performance()).isNull();
      assertThat(cell.expected()).isNull();
      assertThat(cell.target()).isNull();
    }
    List<Computation> judged = of(sum().quotaPerCell("8"), CLOSED, told());
    assertThat(judged)
        .extracting(Computation::performance)
        .containsExactly(Performance.MET, Performance.MISSED, Performance.MET, null);
    assertThat(judged.get(1).expected()).isEqualTo(Defined.bounds("8"));
  }

  /** "A suppressed cell shows no count, verdict, explanation or metric." */
  @Test
  void a_suppressed_cell_shows_nothing() {
    Defined defined = sum().quotaPerCell("8");
    defined.series.clear();
    defined.cells("x=10", "district", "A", "B", "C");
    List<Computation> all = of(defined, CLOSED, told());
    assertThat(all.get(0).value()).isEqualTo(new BigDecimal("127"));
    for (Computation cell : all.subList(1, 4)) {
      assertThat(cell.reason()).isEqualTo(NoValueReason.SUPPRESSED);
      assertThat(cell.value()).isNull();
      assertThat(cell.measurements()).isZero();
      assertThat(cell.performance()).isNull();
      assertThat(cell.inputs()).isEmpty();
    }
  }
}
