package si.kazalnik.indicator.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * "No due period has ended: NOT_EXPECTED. The latest closed one misses an input: OVERDUE (never
 * reported counts). Otherwise the latest ended, not yet closed one misses an input: DUE. Otherwise
 * FRESH."; "The indicator's performance is its latest judged period's (the five verdicts) …; before
 * any, NOT_DUE"; "`latest` is the latest period with a value, open or not": months of any instant,
 * against a list of what is in each.
 */
class StandingsOracleTest {

  private static final YearMonth FIRST = YearMonth.of(2024, 11);

  /** What is asked, and when everybody looks. */
  record Asked(
      Aggregate aggregate,
      boolean zero,
      Polarity polarity,
      Only only,
      int dueAfter,
      Window window) {}

  @Property(tries = 1_500)
  void what_an_indicator_says_of_itself(
      @ForAll("asked") Asked asked,
      @ForAll("months") Set<Integer> measured,
      @ForAll("months") Set<Integer> completed,
      @ForAll @IntRange(max = 200) int day,
      @ForAll @IntRange(max = 86_399) int second) {
    Defined defined = new Defined().monthly().quota("2");
    defined.polarity = asked.polarity();
    defined.only = asked.only();
    defined.from = FIRST.atDay(1);
    defined.dueAfter = Period.ofDays(asked.dueAfter());
    // Values may fall, so that no open month is judged before it closes.
    defined.series.add(Defined.series("s", null, null, List.of()));
    var input = Defined.input("x", "s", asked.aggregate(), asked.window());
    defined.input(asked.zero() ? Defined.zeroWhenEmpty(input) : input);
    Told told = new Told();
    measured.forEach(
        month ->
            told.at(
                "s",
                FIRST.plusMonths(month).atDay(1) + "T08:00:00Z",
                String.valueOf(1 + month % 3)));
    completed.forEach(month -> told.completed("s", null, FIRST.plusMonths(month).toString()));
    Instant now =
        FIRST
            .atDay(1)
            .plusDays(day)
            .atStartOfDay(Defined.LJUBLJANA)
            .plusSeconds(second)
            .toInstant();

    Standing standing = Standings.of(defined.rules(), Headlines.of(defined, told, now), now);

    DataHealth health = DataHealth.NOT_EXPECTED;
    YearMonth current = YearMonth.from(now.atZone(Defined.LJUBLJANA));
    boolean anyClosed = false;
    boolean closedMisses = false;
    boolean anyEnded = false;
    boolean endedMisses = false;
    YearMonth latest = null;
    YearMonth judged = null;
    Performance verdict = Performance.NOT_DUE;
    for (YearMonth month = FIRST; !month.isAfter(current); month = month.plusMonths(1)) {
      boolean ended = !midnightAfter(month.atEndOfMonth()).isAfter(now);
      boolean closed = !midnightAfter(month.atEndOfMonth().plusDays(asked.dueAfter())).isAfter(now);
      int at = (month.getYear() - 2024) * 12 + month.getMonthValue() - 11;
      boolean due = asked.only() == Only.ALL || month.getYear() % 2 == 0;
      Integer value = value(asked, measured, completed.contains(at), at, closed);
      if (value != null) {
        latest = month;
      }
      if (value != null && due && closed) {
        judged = month;
        boolean good = asked.polarity() == Polarity.LOWER ? value <= 2 : value >= 2;
        verdict = good ? Performance.MET : Performance.MISSED;
      }
      // With one input no other window can hold a measurement.
      boolean zero =
          asked.zero()
              && closed
              && asked.aggregate() == Aggregate.SUM
              && asked.polarity() == Polarity.HIGHER;
      boolean misses = !measured.contains(at) && !completed.contains(at) && !zero;
      if (due && closed) {
        anyClosed = true;
        closedMisses = misses;
      } else if (due && ended) {
        anyEnded = true;
        endedMisses = misses;
      }
    }
    if (anyClosed && closedMisses) {
      health = DataHealth.OVERDUE;
    } else if (anyEnded && endedMisses) {
      health = DataHealth.DUE;
    } else if (anyClosed || anyEnded) {
      health = DataHealth.FRESH;
    }
    assertThat(standing.health()).isEqualTo(health);
    assertThat(period(standing.latest())).isEqualTo(latest == null ? null : latest.toString());
    assertThat(standing.performance()).isEqualTo(verdict);
    assertThat(period(standing.judged())).isEqualTo(judged == null ? null : judged.toString());
    // A quota has no dated points.
    assertThat(standing.milestones()).isEmpty();
    assertThat(standing.dueAt()).isEqualTo(dueAt(asked, now));
  }

  private static @Nullable String period(@Nullable IndicatorValue value) {
    return value == null ? null : value.period();
  }

  private static Instant midnightAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Defined.LJUBLJANA).toInstant();
  }

  private static @Nullable Integer value(
      Asked asked, Set<Integer> measured, boolean completed, int at, boolean closed) {
    List<Integer> held = new ArrayList<>();
    for (int month : measured) {
      // November and December are in one year, the others in the next.
      boolean sameYear = month < 2 == at < 2;
      if (asked.window() == Window.PERIOD ? month == at : month <= at && sameYear) {
        held.add(1 + month % 3);
      }
    }
    if (!held.isEmpty()) {
      return held.stream().mapToInt(each -> each).sum()
          / (asked.aggregate() == Aggregate.SUM ? 1 : held.size());
    }
    boolean zero = completed || (asked.zero() && closed && asked.polarity() == Polarity.HIGHER);
    return asked.aggregate() == Aggregate.SUM && zero ? 0 : null;
  }

  private static Instant dueAt(Asked asked, Instant now) {
    for (YearMonth month = FIRST; ; month = month.plusMonths(1)) {
      Instant closing = midnightAfter(month.atEndOfMonth().plusDays(asked.dueAfter()));
      if (closing.isAfter(now) && (asked.only() == Only.ALL || month.getYear() % 2 == 0)) {
        return closing;
      }
    }
  }

  @Provide
  Arbitrary<Asked> asked() {
    return Combinators.combine(
            Arbitraries.of(Aggregate.SUM, Aggregate.MEAN),
            Arbitraries.of(true, false),
            Arbitraries.of(Polarity.HIGHER, Polarity.LOWER),
            Arbitraries.of(Only.ALL, Only.ALL, Only.EVEN_YEARS),
            Arbitraries.integers().between(0, 45),
            Arbitraries.of(Window.PERIOD, Window.YEAR_TO_DATE))
        .as(
            (aggregate, zero, polarity, only, dueAfter, window) ->
                new Asked(
                    aggregate,
                    zero && aggregate == Aggregate.SUM,
                    polarity,
                    only,
                    dueAfter,
                    // Of one measurement a month at most, so that a mean is a whole number.
                    aggregate == Aggregate.MEAN ? Window.PERIOD : window));
  }

  @Provide
  Arbitrary<Set<Integer>> months() {
    return Arbitraries.integers().between(0, 7).set().ofMaxSize(5);
  }
}
