package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Inputs;
import si.kazalnik.indicator.domain.Told;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.window.PeriodRange;

/** "LAST, a stock: per subject and dimension tuple the greatest …, then across". */
class StocksTest {

  private static final Instant CLOSED = Instant.parse("2028-01-01T00:00:00Z");

  private static Computation of(Defined defined, String period, Told told) {
    return defined.rules().evaluate(Defined.period(period), CLOSED, told, Past.NONE).get(0);
  }

  @ParameterizedTest
  @CsvSource({"SUM, 13", "MIN, 2", "MAX, 6", "MEAN, 4.33"})
  void across_subjects_and_tuples(Across across, String value) {
    Told told =
        new Told()
            .at("s", "a", Map.of(), "2025-02-01T10:00:00Z", "50")
            .at("s", "a", Map.of(), "2025-03-01T10:00:00Z", "5")
            .at("s", "b", Map.of("kind", "x"), "2025-02-01T10:00:00Z", "2")
            .at("s", "b", Map.of("kind", "y"), "2025-02-01T10:00:00Z", "6");
    Defined defined = new Defined().input(Inputs.last(across, 0));
    assertThat(of(defined, "2025", told).value()).isEqualTo(new BigDecimal(value));
  }

  /** "takes, for a subject without one in the period, its last from up to n … periods before". */
  @Test
  void a_stock_is_carried_forward_and_not_counted() {
    Told told =
        new Told()
            .at("s", "a", Map.of(), "2024-02-01T10:00:00Z", "50")
            .at("s", "b", Map.of(), "2024-02-01T10:00:00Z", "1")
            .at("s", "b", Map.of(), "2024-03-01T10:00:00Z", "2")
            .at("s", "a", Map.of(), "2025-02-01T10:00:00Z", "7");
    Defined once = new Defined().input(Inputs.last(Across.SUM, 1));
    assertThat(of(once, "2025", told).value()).isEqualTo(new BigDecimal("9"));
    assertThat(of(once, "2025", told).measurements()).isEqualTo(1);
    assertThat(of(once, "2026", told).value()).isEqualTo(new BigDecimal("7"));
    assertThat(of(once, "2026", told).missing()).containsExactly("x");
    assertThat(of(once, "2027", told).reason()).isEqualTo(NoValueReason.NO_MEASUREMENTS);
    Defined twice = new Defined().input(Inputs.last(Across.SUM, 2));
    assertThat(of(twice, "2026", told).value()).isEqualTo(new BigDecimal("9"));
    assertThat(of(twice, "2027", told).value()).isEqualTo(new BigDecimal("7"));
  }

  /** "for a **subject** without one in the period": one that has reported carries nothing. */
  @Test
  void a_subject_that_reports_one_of_its_tuples_carries_no_other() {
    Told told =
        new Told()
            .at("s", "a", Map.of("kind", "x"), "2024-02-01T10:00:00Z", "50")
            .at("s", "a", Map.of("kind", "y"), "2024-02-01T10:00:00Z", "8")
            .at("s", null, Map.of("kind", "y"), "2024-02-01T10:00:00Z", "1")
            .at("s", "a", Map.of("kind", "x"), "2025-02-01T10:00:00Z", "7");
    Defined once = new Defined().input(Inputs.last(Across.SUM, 1));
    assertThat(of(once, "2025", told).value()).isEqualTo(new BigDecimal("8"));
    assertThat(of(once, "2024", told).value()).isEqualTo(new BigDecimal("59"));
  }

  /** A week lies in no month, and all the same in the months before. */
  @Test
  void a_week_across_months_is_carried_into_the_later_ones() {
    List<PeriodRange> touched =
        new Defined()
            .monthly()
            .input(Inputs.last(Across.SUM, 2))
            .rules()
            .touchedBy(
                new Cell("s", "a", Map.of(), LocalDate.of(2025, 1, 27), LocalDate.of(2025, 2, 2)),
                CLOSED);
    assertThat(touched)
        .containsExactly(new PeriodRange(Defined.period("2025-03"), Defined.period("2025-03")));
  }

  @Test
  void a_measurement_touches_the_periods_into_which_it_may_be_carried() {
    LocalDate day = LocalDate.of(2025, 2, 1);
    List<PeriodRange> touched =
        new Defined()
            .input(Inputs.last(Across.SUM, 2))
            .rules()
            .touchedBy(new Cell("s", "a", Map.of(), day, day), CLOSED);
    assertThat(touched)
        .containsExactly(new PeriodRange(Defined.period("2025"), Defined.period("2027")));
  }
}
