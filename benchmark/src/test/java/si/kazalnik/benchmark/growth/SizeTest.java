package si.kazalnik.benchmark.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizeTest {

  @Test
  void the_smallest_city_is_measured_first_and_last() {
    for (boolean quick : new boolean[] {true, false}) {
      List<Size> sizes = Size.all(quick);
      assertThat(sizes.get(0)).isSameAs(Size.SMALLEST);
      assertThat(sizes.get(sizes.size() - 1)).isSameAs(Size.AGAIN);
      assertThat(sizes).doesNotHaveDuplicates();
    }
  }

  @Test
  void what_events_do_not_touch_is_indicators_and_history() {
    assertThat(Size.all(false).stream().filter(Size::untouched).map(Size::name))
        .containsExactly(
            "100 indicators",
            "1,000 indicators",
            "10,000 indicators",
            "5 years of history",
            "20 years of history");
  }
}
