package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

  /**
   * "what would round to 0 or 100 without being it becomes the nearest other value on its side".
   */
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

  /**
   * Against whole numbers of the last decimal, which are counted up and down from the exact one.
   */
  @Property(tries = 2_000)
  void a_number_is_published_as_counting_finds(
      @ForAll @IntRange(min = -2_500_000, max = 2_500_000) int tenThousandths,
      @ForAll @IntRange(max = 3) int decimals,
      @ForAll boolean percent) {
    long unit = 10_000;
    for (int n = 0; n < decimals; n++) {
      unit /= 10;
    }
    long size = Math.abs((long) tenThousandths);
    long steps = 0;
    while ((steps + 1) * unit <= size) {
      steps++;
    }
    boolean up = 2 * (size - steps * unit) >= unit;
    long rounded = steps + (up ? 1 : 0);
    boolean exact = steps * unit == size;
    boolean hundred = tenThousandths > 0 && rounded * unit == 1_000_000;
    if (percent && !exact && (rounded == 0 || hundred)) {
      rounded = up ? rounded - 1 : rounded + 1;
    }
    BigDecimal expected = BigDecimal.valueOf(tenThousandths < 0 ? -rounded : rounded, decimals);
    BigDecimal published =
        Rounding.published(
            BigDecimal.valueOf(tenThousandths, 4), decimals, percent ? "percent" : "things");
    assertThat(published).isEqualByComparingTo(expected);
    assertThat(published.toPlainString()).doesNotMatch(".*[.].*0");
  }
}
