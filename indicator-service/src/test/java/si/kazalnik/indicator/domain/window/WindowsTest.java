package si.kazalnik.indicator.domain.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.summary.Cell;

class WindowsTest {

  private static Days window(Window window, String period) {
    return Windows.of(Defined.input("x", "s", Aggregate.SUM, window), Defined.period(period));
  }

  /** "`SINCE_START` (everything up to the period's last day)". */
  @Test
  void the_windows_cover_what_the_domain_says() {
    assertThat(window(Window.PERIOD, "2025-03"))
        .isEqualTo(new Days(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)));
    assertThat(window(Window.YEAR_TO_DATE, "2025-03"))
        .isEqualTo(new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31)));
    assertThat(window(Window.SINCE_START, "2025-03").to()).isEqualTo(LocalDate.of(2025, 3, 31));
    assertThat(window(Window.SINCE_START, "2025-03").from()).isBefore(LocalDate.of(1989, 12, 31));
  }

  /** "(from 1 January of the year in which the period ends)". */
  @Test
  void year_to_date_begins_in_the_year_in_which_the_period_ends() {
    assertThat(window(Window.YEAR_TO_DATE, "2025-W01"))
        .isEqualTo(new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 5)));
  }

  @Test
  void a_whole_period_counts_in_a_window_that_contains_it_wholly() {
    Cell year = new Cell("s", null, Map.of(), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    assertThat(window(Window.YEAR_TO_DATE, "2025-12").hold(year)).isTrue();
    assertThat(window(Window.YEAR_TO_DATE, "2025-11").hold(year)).isFalse();
    assertThat(window(Window.PERIOD, "2025-12").hold(year)).isFalse();
    assertThat(window(Window.SINCE_START, "2025-12").hold(year)).isTrue();
  }

  @Property(tries = 1000)
  void what_a_cell_touches_is_every_period_that_looks_at_it_and_no_other(
      @ForAll("calendars") Frequency calendar,
      @ForAll Window window,
      @ForAll @IntRange(min = 1, max = 6) int rolling,
      @ForAll("calendars") Frequency cellCalendar,
      @ForAll @IntRange(max = 900) int cellDay,
      @ForAll @IntRange(max = 1200) int today,
      @ForAll boolean completions) {
    LocalDate start = LocalDate.of(2023, 10, 1);
    ReportingPeriod lies = cellCalendar.containing(start.plusDays(cellDay));
    LocalDate now = start.plusDays(today);
    Defined defined = new Defined();
    defined.frequency = calendar;
    Input plain = Defined.input("x", "s", Aggregate.SUM, window);
    defined.input(
        new Input(
            "x",
            "s",
            Aggregate.SUM,
            null,
            Map.of(),
            window,
            window == Window.ROLLING ? rolling : 0,
            plain.zeroWhenEmpty(),
            plain.across(),
            0,
            1));
    Instant instant = now.atTime(12, 0).atZone(Defined.LJUBLJANA).toInstant();
    Cell cell = new Cell("s", null, Map.of(), lies.start(), lies.end());
    List<String> touched = new ArrayList<>();
    for (PeriodRange range :
        completions
            ? defined.rules().completedBy(cell, instant)
            : defined.rules().touchedBy(cell, instant)) {
      range.forEach(period -> touched.add(period.toString()));
    }
    List<String> expected = new ArrayList<>();
    ReportingPeriod current = calendar.containing(now);
    for (ReportingPeriod p = calendar.containing(LocalDate.of(2022, 1, 1));
        p.compareTo(current) <= 0;
        p = p.next()) {
      LocalDate from = p.start();
      if (window == Window.YEAR_TO_DATE) {
        from = LocalDate.of(p.end().getYear(), 1, 1);
      } else if (window == Window.SINCE_START) {
        from = LocalDate.of(1980, 1, 1);
      } else if (window == Window.ROLLING) {
        ReportingPeriod first = p;
        for (int n = 1; n < rolling; n++) {
          first = first.previous();
        }
        from = first.start();
      }
      boolean looks = !lies.start().isBefore(from) && !lies.end().isAfter(p.end());
      boolean holds = p.contains(lies);
      if (completions ? lies.contains(p) : looks || holds) {
        expected.add(p.toString());
      }
    }
    assertThat(touched).containsExactlyElementsOf(expected);
  }

  @Provide
  Arbitrary<Frequency> calendars() {
    return Arbitraries.of(Frequency.class);
  }
}
