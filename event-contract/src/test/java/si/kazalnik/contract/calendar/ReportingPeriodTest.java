package si.kazalnik.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2025, YEAR, 2025-01-01, 2025-12-31",
    "2025-H2, HALF_YEAR, 2025-07-01, 2025-12-31",
    "2025-Q3, QUARTER, 2025-07-01, 2025-09-30",
    "2024-02, MONTH, 2024-02-01, 2024-02-29",
    "2025-W01, WEEK, 2024-12-30, 2025-01-05",
    "2020-W53, WEEK, 2020-12-28, 2021-01-03",
    "2025-07-14, DAY, 2025-07-14, 2025-07-14"
  })
  void a_notation_names_its_days(String text, Frequency frequency, LocalDate start, LocalDate end) {
    assertThat(ReportingPeriod.parse(text)).contains(new ReportingPeriod(frequency, start, end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "25", "2025-13", "2025-Q5", "2025-H0", "2025-W54", "2021-W53", "2025-02-29"})
  void what_is_no_period_is_refused(String text) {
    assertThat(ReportingPeriod.parse(text)).isEmpty();
  }

  @Property
  void every_period_reads_back_as_itself_and_periods_leave_no_gap(
      @ForAll Frequency frequency, @ForAll @IntRange(min = 7_305, max = 40_000) int epochDay) {
    ReportingPeriod period = frequency.containing(LocalDate.ofEpochDay(epochDay));

    assertThat(ReportingPeriod.parse(period.toString())).contains(period);
    assertThat(period.contains(LocalDate.ofEpochDay(epochDay))).isTrue();
    assertThat(period.next().start()).isEqualTo(period.end().plusDays(1));
    assertThat(period.next().previous()).isEqualTo(period);
  }

  @Test
  void a_year_holds_its_months_but_not_the_week_that_leaves_it() {
    ReportingPeriod year = ReportingPeriod.parse("2024").orElseThrow();

    assertThat(year.contains(ReportingPeriod.parse("2024-12").orElseThrow())).isTrue();
    assertThat(year.contains(ReportingPeriod.parse("2025-W01").orElseThrow())).isFalse();
  }
}
