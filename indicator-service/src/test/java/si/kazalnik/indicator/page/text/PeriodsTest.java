package si.kazalnik.indicator.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodsTest {

  private static final Periods SL = new Periods(Language.SL);
  private static final Periods EN = new Periods(Language.EN);

  @Test
  void a_week_is_counted_without_the_zero_of_its_notation() {
    assertThat(SL.row("2026-W09")).isEqualTo("9. teden 2026");
    assertThat(SL.genitive("2026-W01")).isEqualTo("1. tedna 2026");
    assertThat(EN.of("2026-W09")).isEqualTo("week 9 of 2026");
    assertThat(EN.row("2026-W53")).isEqualTo("Week 53, 2026");
  }
}
