package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** "A cell whose denominator … is under smallestCell is SUPPRESSED, and then …". */
class SuppressionTest {

  private static final Suppression RULE = new Suppression(BigDecimal.TEN);

  /** Cells a, b, c, … in the order in which they are listed. */
  private static Map<String, BigDecimal> cells(int... denominators) {
    Map<String, BigDecimal> cells = new LinkedHashMap<>();
    char name = 'a';
    for (int each : denominators) {
      cells.put(String.valueOf(name++), BigDecimal.valueOf(each));
    }
    return cells;
  }

  @Test
  void where_no_cell_is_small_all_are_shown() {
    assertThat(RULE.of(cells(10, 11, 500), cell -> null)).isEmpty();
  }

  /** "in the order of the listed values, further cells until … at least two and … 3 ×". */
  @Test
  void further_cells_hide_the_small_one() {
    assertThat(RULE.of(cells(50, 9, 60), cell -> null)).containsExactlyInAnyOrder("a", "b");
    assertThat(RULE.of(cells(15, 9, 60), cell -> null)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(RULE.of(cells(21, 9, 60), cell -> null)).containsExactlyInAnyOrder("a", "b");
    assertThat(RULE.of(cells(20, 9, 60), cell -> null)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void several_small_cells_may_be_enough_among_themselves_or_all_are_hidden() {
    assertThat(RULE.of(cells(9, 9, 9, 9, 80), cell -> null))
        .containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(RULE.of(cells(1, 2, 11), cell -> null)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(RULE.of(cells(0), cell -> null)).containsExactly("a");
  }

  /** "has grown by less than smallestCell, but not 0, since … it was shown, or has shrunk". */
  @Test
  void one_period_must_not_be_told_from_another() {
    assertThat(RULE.of(cells(40, 50, 60), shown("b", 41))).containsExactlyInAnyOrder("a", "b");
    assertThat(RULE.of(cells(40, 50, 60), shown("b", 50))).isEmpty();
    assertThat(RULE.of(cells(40, 50, 60), shown("b", 40))).isEmpty();
    assertThat(RULE.of(cells(40, 50, 60), shown("b", 51))).containsExactlyInAnyOrder("a", "b");
  }

  private static Function<String, @Nullable BigDecimal> shown(String cell, int before) {
    return each -> each.equals(cell) ? BigDecimal.valueOf(before) : null;
  }
}
