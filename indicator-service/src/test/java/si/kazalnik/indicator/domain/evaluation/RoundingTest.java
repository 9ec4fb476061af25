package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Rounded once, half away from zero, to decimals, trailing zeros dropped." */
class RoundingTest {

  @ParameterizedTest
  @CsvSource({
    "2.345, 2, things, 2.35",
    "-2.345, 2, things, -2.35",
    "2.3449999999999, 2, things, 2.34",
    "0.5, 0, things, 1",
    "-0.5, 0, things, -1",
    "0.4, 0, things, 0",
    "34.20, 2, things, 34.2",
    "100, 1, things, 100",
    "1200, 0, things, 1200",
    "99.96, 1, things, 100"
  })
  void half_away_from_zero_with_trailing_zeros_dropped(
      BigDecimal exact, int decimals, String unit, String published) {
    assertThat(Rounding.published(exact, decimals, unit)).isEqualTo(new BigDecimal(published));
  }

  @ParameterizedTest
  @CsvSource({
    "0.04, 1, 0.1",
    "-0.04, 1, -0.1",
    "0, 1, 0",
    "0.00, 1, 0",
    "99.96, 1, 99.9",
    "100.04, 1, 100.1",
    "100.00, 1, 100",
    "99.6, 0, 99",
    "0.4, 0, 1",
    "0.05, 1, 0.1",
    "99.94, 1, 99.9",
    "200.04, 1, 200"
  })
  void what_would_round_to_0_or_100_per_cent_without_being_it_stays_on_its_side(
      BigDecimal exact, int decimals, String published) {
    assertThat(Rounding.published(exact, decimals, "percent")).isEqualTo(new BigDecimal(published));
  }
}
