package si.kazalnik.indicator.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/**
 * "`ON_EVENT`: one period per subject of the event series, named by it, starting and ending on the
 * earliest event's day; its inputs hold the measurements with that subject, whenever": random
 * events and answers, against a list of days for each subject.
 */
class EventRulesOracleTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  /** Something of that series about that subject. */
  record Seen(String series, @Nullable String subject, int hour) {

    Instant at() {
      return Instant.parse("2023-12-01T00:30:00Z").plusSeconds(3_600L * hour);
    }

    LocalDate day() {
      return at().atZone(Defined.LJUBLJANA).toLocalDate();
    }
  }

  @Property(tries = 1_000)
  void each_subject_has_one_period_on_its_first_day(
      @ForAll("seen") List<Seen> all,
      @ForAll @IntRange(max = 90) int dueAfter,
      @ForAll @IntRange(max = 400) int today) {
    Defined defined = new Defined().quota("2").input("x", "s", Aggregate.COUNT);
    defined.series.add(Defined.series("e"));
    defined.frequency = null;
    defined.event = "e";
    defined.from = FIRST_DAY;
    defined.dueAfter = Period.ofDays(dueAfter);
    Told told = new Told();
    all.forEach(
        each -> told.at(each.series(), each.subject(), Map.of(), each.at().toString(), "1"));
    EventRules rules = defined.rules().events().orElseThrow();
    Instant now = FIRST_DAY.plusDays(today).atTime(12, 0).atZone(Defined.LJUBLJANA).toInstant();

    Map<String, LocalDate> days = new TreeMap<>();
    for (Seen each : all) {
      if (each.series().equals("e") && each.subject() != null) {
        days.merge(each.subject(), each.day(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    assertThat(rules.subjects(told)).isEqualTo(Set.copyOf(days.keySet()));
    days.forEach(
        (subject, day) -> {
          assertThat(rules.day(subject, told, null, now)).contains(day);
          long count =
              all.stream()
                  .filter(each -> each.series().equals("s") && subject.equals(each.subject()))
                  .count();
          List<Computation> computed = rules.evaluate(subject, day, now, told, false);
          boolean begun = !day.isAfter(FIRST_DAY.plusDays(today));
          boolean early = day.isBefore(FIRST_DAY);
          assertThat(computed).hasSize(begun && !(early && count == 0) ? 1 : 0);
          computed.forEach(one -> check(one, subject, day, count, dueAfter, early, now));
        });
  }

  private static void check(
      Computation one,
      String subject,
      LocalDate day,
      long count,
      int dueAfter,
      boolean early,
      Instant now) {
    assertThat(one.period()).isEqualTo(subject);
    assertThat(one.start()).isEqualTo(day);
    assertThat(one.end()).isEqualTo(day);
    Instant closes = day.plusDays(dueAfter + 1L).atStartOfDay(Defined.LJUBLJANA).toInstant();
    assertThat(one.closesAt()).isEqualTo(closes);
    boolean closed = !closes.isAfter(now);
    assertThat(one.closed()).isEqualTo(closed);
    assertThat(one.due()).isEqualTo(!early);
    assertThat(one.measurements()).isEqualTo(count);
    assertThat(one.value()).isEqualTo(count == 0 ? null : BigDecimal.valueOf(count));
    assertThat(one.reason()).isEqualTo(count == 0 ? NoValueReason.NO_MEASUREMENTS : null);
    assertThat(one.missing()).isEqualTo(count == 0 && !early ? List.of("x") : List.of());
    Performance verdict = null;
    if (count >= 2) {
      // "judged as soon as nothing can change it": a count only grows.
      verdict = Performance.MET;
    } else if (count > 0 && closed) {
      verdict = Performance.MISSED;
    }
    if (early) {
      verdict = closed ? Performance.NOT_DUE : null;
    }
    assertThat(one.performance()).isEqualTo(verdict);
  }

  @Provide
  Arbitrary<List<Seen>> seen() {
    return Combinators.combine(
            Arbitraries.of("e", "s"),
            Arbitraries.of("survey-a", "survey-b", "anketa-ž").injectNull(0.1),
            Arbitraries.integers().between(0, 24 * 400))
        .as(Seen::new)
        .list()
        .ofMaxSize(12);
  }
}
