package si.kazalnik.indicator.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.indicator.domain.Defined;

class ScheduleTest {

  private static Instant local(String dateTime) {
    return ZonedDateTime.parse(dateTime + "[Europe/Ljubljana]").toInstant();
  }

  private static Instant closing(Period dueAfter, String period) {
    Defined defined = new Defined();
    defined.dueAfter = dueAfter;
    defined.frequency = Defined.period(period).frequency();
    return defined.schedule().closesAt(Defined.period(period));
  }

  @Test
  void a_period_ends_at_local_midnight_after_its_last_day_and_by_default_closes_as_it_ends() {
    assertThat(closing(Period.ZERO, "2024")).isEqualTo(local("2025-01-01T00:00+01:00"));
    assertThat(closing(Period.ZERO, "2025-06")).isEqualTo(local("2025-07-01T00:00+02:00"));
    assertThat(new Defined().schedule().endsAt(Defined.period("2025-06")))
        .isEqualTo(local("2025-07-01T00:00+02:00"));
  }

  @Test
  void fifteen_days_after_31_January_closes_at_the_midnight_that_ends_15_February() {
    assertThat(closing(Period.ofDays(15), "2025-01")).isEqualTo(local("2025-02-16T00:00+01:00"));
  }

  @Test
  void months_and_years_by_the_calendar_31_January_and_a_month_is_the_last_of_February() {
    assertThat(closing(Period.ofMonths(1), "2025-01")).isEqualTo(local("2025-03-01T00:00+01:00"));
    assertThat(closing(Period.ofMonths(1), "2024-01")).isEqualTo(local("2024-03-01T00:00+01:00"));
    assertThat(closing(Period.ofYears(1), "2024-02")).isEqualTo(local("2025-03-01T00:00+01:00"));
    assertThat(closing(Period.ofMonths(2), "2024")).isEqualTo(local("2025-03-01T00:00+01:00"));
  }

  @Test
  void days_across_a_change_of_the_clocks_have_23_or_25_hours() {
    Instant spring = closing(Period.ZERO, "2025-03-29");
    Instant springChange = closing(Period.ZERO, "2025-03-30");
    assertThat(Duration.between(spring, springChange).toHours()).isEqualTo(23);
    Instant autumn = closing(Period.ZERO, "2025-10-25");
    Instant autumnChange = closing(Period.ZERO, "2025-10-26");
    assertThat(Duration.between(autumn, autumnChange).toHours()).isEqualTo(25);
  }

  @Test
  void working_days_skip_weekends() {
    Defined defined = new Defined().monthly();
    defined.workingDays = true;
    defined.dueAfter = Period.ofDays(5);
    // 31 January 2025 is a Friday: five working days on is Friday 7 February.
    assertThat(LocalDate.of(2025, 1, 31).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(defined.schedule().closesAt(Defined.period("2025-01")))
        .isEqualTo(local("2025-02-08T00:00+01:00"));
  }

  @Test
  void periods_run_from_the_one_that_holds_from_to_the_one_that_holds_now() {
    Defined defined = new Defined().monthly();
    defined.from = LocalDate.of(2024, 2, 15);
    Schedule schedule = defined.schedule();
    assertThat(schedule.regular(Instant.parse("2024-04-30T22:00:00Z")).orElseThrow())
        .extracting(ReportingPeriod::toString)
        .containsExactly("2024-02", "2024-03", "2024-04", "2024-05");
    assertThat(schedule.regular(Instant.parse("2024-01-31T22:59:59Z"))).isEmpty();
    assertThat(schedule.isEarly(Defined.period("2024-01"))).isTrue();
    assertThat(schedule.isDue(Defined.period("2024-01"))).isFalse();
    assertThat(schedule.isDue(Defined.period("2024-02"))).isTrue();
  }

  @Test
  void an_odd_year_is_not_due_where_only_even_years_report() {
    Defined defined = new Defined();
    defined.only = Only.EVEN_YEARS;
    defined.dueAfter = Period.ofMonths(2);
    Schedule schedule = defined.schedule();
    assertThat(schedule.isDue(Defined.period("2024"))).isTrue();
    assertThat(schedule.isDue(Defined.period("2025"))).isFalse();
    // "dueAt is when the earliest due period not yet closed closes": begun or not.
    assertThat(schedule.nextDueAt(Instant.parse("2025-02-28T22:59:59Z")))
        .isEqualTo(local("2025-03-01T00:00+01:00"));
    assertThat(schedule.nextDueAt(Instant.parse("2025-02-28T23:00:00Z")))
        .isEqualTo(local("2027-03-01T00:00+01:00"));
  }

  @Property(tries = 500)
  void the_earliest_open_period_is_the_one_that_counting_finds(
      @ForAll("definitions") Defined defined,
      @ForAll @IntRange(max = 2000) int days,
      @ForAll @IntRange(max = 86_399) int seconds) {
    Instant now = Instant.parse("2023-01-01T00:00:00Z").plusSeconds(days * 86_400L + seconds);
    Schedule schedule = defined.schedule();
    ReportingPeriod counted =
        Objects.requireNonNull(defined.frequency).containing(LocalDate.of(2015, 1, 1));
    while (!closingByHand(defined, counted).isAfter(now)) {
      counted = counted.next();
    }
    assertThat(schedule.firstOpen(now)).isEqualTo(counted);
    ReportingPeriod due = counted;
    while (due.end().isBefore(defined.from)
        || (defined.only == Only.EVEN_YEARS && due.end().getYear() % 2 == 1)) {
      due = due.next();
    }
    assertThat(schedule.nextDueAt(now)).isEqualTo(closingByHand(defined, due));
  }

  private static Instant closingByHand(Defined defined, ReportingPeriod period) {
    return period
        .end()
        .plusYears(defined.dueAfter.getYears())
        .plusMonths(defined.dueAfter.getMonths())
        .plusDays(defined.dueAfter.get(ChronoUnit.DAYS))
        .plusDays(1)
        .atStartOfDay(Defined.LJUBLJANA)
        .toInstant();
  }

  @Provide
  Arbitrary<Defined> definitions() {
    Arbitrary<Period> dueAfter =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 70).map(Period::ofDays),
            Arbitraries.integers().between(0, 14).map(Period::ofMonths),
            Arbitraries.integers().between(0, 2).map(Period::ofYears));
    return Combinators.combine(
            Arbitraries.of(Frequency.class),
            dueAfter,
            Arbitraries.of(Only.ALL, Only.EVEN_YEARS),
            Arbitraries.integers().between(0, 2500))
        .as(
            (frequency, after, only, from) -> {
              Defined defined = new Defined();
              defined.frequency = frequency;
              defined.dueAfter = after;
              defined.only = only;
              defined.from = LocalDate.of(2022, 1, 1).plusDays(from);
              return defined;
            });
  }
}
