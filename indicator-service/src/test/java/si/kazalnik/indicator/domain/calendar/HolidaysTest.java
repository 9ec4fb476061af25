package si.kazalnik.indicator.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.kazalnik.indicator.domain.Defined;

/** "working days skip weekends and the country's work-free holidays (a library)". */
class HolidaysTest {

  /** The work-free days of 2025 and 2026 that lie on weekdays (Zakon o praznikih …, Article 2). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-01",
        "2025-01-02",
        "2025-04-21",
        "2025-05-01",
        "2025-05-02",
        "2025-06-25",
        "2025-08-15",
        "2025-10-31",
        "2025-12-25",
        "2025-12-26",
        "2026-04-06",
        "2026-04-27",
        "2023-08-14"
      })
  void nobody_works_on_slovenias_work_free_days(LocalDate day) {
    assertThat(Holidays.of("SI").isWorkingDay(day)).isFalse();
    assertThat(new Weekdays().isWorkingDay(day)).isTrue();
  }

  /** Holidays of the state that are not work-free, and a 2 January on which people worked. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-09-15", "2026-11-23", "2026-08-17", "2014-01-02", "2026-03-02"})
  void people_work_on_others(LocalDate day) {
    assertThat(Holidays.of("SI").isWorkingDay(day)).isTrue();
  }

  @Test
  void not_every_country_is_known() {
    assertThat(Holidays.areKnownOf("SI")).isTrue();
    assertThat(Holidays.areKnownOf("XX")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // 1 and 2 January, and three weekends.
    "2025-12, 15, 2026-01-23T23:00:00Z",
    // 6 April is Easter Monday; summer time has begun.
    "2026-03, 4, 2026-04-07T22:00:00Z"
  })
  void a_month_closes_when_so_many_working_days_have_passed(
      String period, int days, Instant closing) {
    Defined defined = new Defined().monthly();
    defined.workingDays = true;
    defined.holidays = "SI";
    defined.dueAfter = Period.ofDays(days);
    assertThat(defined.rules().schedule().orElseThrow().closesAt(Defined.period(period)))
        .isEqualTo(closing);
  }
}
