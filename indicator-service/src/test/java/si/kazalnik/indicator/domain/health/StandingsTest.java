package si.kazalnik.indicator.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator.TargetChange;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.domain.Defined;
import si.kazalnik.indicator.domain.Told;

/** What an indicator's headline says at one instant. */
class StandingsTest {

  private static Standing of(Defined defined, String now, Told told) {
    Instant at = Instant.parse(now);
    return Standings.of(defined.rules(), Headlines.of(defined, told, at), at);
  }

  private static String judged(Standing standing) {
    return Objects.requireNonNull(standing.judged()).period() + " " + standing.performance();
  }

  /**
   * "Quota 250 a year, 20 participants on 31 March 2025: the verdict shown is 2024's; 2025 is
   * open."
   */
  @Test
  void golden_example_of_the_quota() {
    Defined defined = new Defined().quota("250").input("x", "s", Aggregate.SUM);
    Told told =
        new Told().at("s", "2024-05-05T10:00:00Z", "260").at("s", "2025-03-31T10:00:00Z", "20");
    Standing standing = of(defined, "2025-03-31T12:00:00Z", told);
    assertThat(judged(standing)).isEqualTo("2024 MET");
    IndicatorValue latest = Objects.requireNonNull(standing.latest());
    assertThat(latest.period()).isEqualTo("2025");
    assertThat(latest.revision()).isZero();
    assertThat(latest.performance()).isNull();
  }

  /** "Report in even years: 2025 is NOT_DUE." */
  @Test
  void golden_example_of_the_report_in_even_years() {
    Defined defined = new Defined().quota("1").input("x", "s", Aggregate.EXISTS);
    defined.only = Only.EVEN_YEARS;
    Told told = new Told().at("s", "2024-05-05T10:00:00Z", "1");
    List<IndicatorValue> headline =
        Headlines.of(defined, told, Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(headline.get(1).period()).isEqualTo("2025");
    assertThat(headline.get(1).performance()).isEqualTo(Performance.NOT_DUE);
    assertThat(judged(of(defined, "2026-02-01T00:00:00Z", told))).isEqualTo("2024 MET");
  }

  /**
   * "Living lab by 2025 opened 4 March 2026: 2025 MISSED, 2026 ON_TRACK from that day"; "Verdicts
   * at dated points are also listed as milestones, for good".
   */
  @Test
  void golden_example_of_the_living_lab() {
    Defined defined =
        new Defined()
            .input(Defined.input("lab", "s", Aggregate.EXISTS, Window.SINCE_START))
            .path(Interpolate.NONE, After.HOLD, "2025=1");
    defined.dueAfter = Period.ofDays(31);
    assertThat(judged(of(defined, "2026-03-04T08:00:00Z", new Told()))).isEqualTo("2025 MISSED");
    Told opened = new Told().at("s", "2026-03-04T09:00:00Z", null);
    Standing standing = of(defined, "2026-03-04T10:00:00Z", opened);
    assertThat(judged(standing)).isEqualTo("2026 ON_TRACK");
    assertThat(standing.milestones())
        .extracting(IndicatorValue::period, IndicatorValue::performance)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("2025", Performance.MISSED));
  }

  /** "before any, NOT_DUE; where no target is in force now, NO_TARGET; both with period null". */
  @Test
  void without_a_verdict_or_a_target_no_period_is_named() {
    Defined defined =
        new Defined()
            .path(Target.Interpolate.NONE, Target.After.HOLD, "2024=5")
            .input("x", "s", Aggregate.SUM);
    Told told = new Told().at("s", "2024-05-05T10:00:00Z", "6");
    Standing young = of(defined, "2024-06-01T00:00:00Z", new Told());
    assertThat(young.performance()).isEqualTo(Performance.NOT_DUE);
    assertThat(young.judged()).isNull();
    defined.changes.add(
        new TargetChange(LocalDate.of(2026, 1, 1), Map.of(), new Target.None(), null, null));
    assertThat(judged(of(defined, "2025-12-31T22:59:59Z", told))).isEqualTo("2024 MET");
    Standing ended = of(defined, "2025-12-31T23:00:00Z", told);
    assertThat(ended.performance()).isEqualTo(Performance.NO_TARGET);
    assertThat(ended.judged()).isNull();
    assertThat(ended.milestones()).extracting(IndicatorValue::period).containsExactly("2024");
  }

  /** "Verdicts at dated points": a quota has none. */
  @Test
  void a_quota_has_no_milestones() {
    Defined defined = new Defined().quota("5").input("x", "s", Aggregate.SUM);
    Told told = new Told().at("s", "2024-05-05T10:00:00Z", "6");
    Standing standing = of(defined, "2025-12-31T22:59:59Z", told);
    assertThat(judged(standing)).isEqualTo("2024 MET");
    assertThat(standing.milestones()).isEmpty();
  }

  /** "no value, or a roster not complete: unjudged; earlier verdicts stand". */
  @Test
  void earlier_verdicts_stand_while_nothing_newer_is_judged() {
    Defined defined =
        new Defined().roster("north", "south").quota("5").input("x", "s", Aggregate.SUM);
    Told told = new Told();
    told.at("s", "north", Map.of(), "2024-05-05T10:00:00Z", "6");
    told.at("s", "south", Map.of(), "2024-05-05T10:00:00Z", "6");
    told.at("s", "south", Map.of(), "2025-05-05T10:00:00Z", "1");
    assertThat(judged(of(defined, "2027-02-01T00:00:00Z", told))).isEqualTo("2024 MET");
  }

  /** "Due is by calendar, with or without a target. It moves with the clock …". */
  @Test
  void data_health_moves_with_the_clock_with_or_without_a_target() {
    for (Defined defined : List.of(new Defined(), new Defined().quota("5"))) {
      defined.input("x", "s", Aggregate.SUM);
      defined.dueAfter = Period.ofDays(10);
      Told told = new Told().at("s", "2024-05-05T10:00:00Z", "6");
      assertThat(of(defined, "2024-12-31T22:59:59Z", told).health())
          .isEqualTo(DataHealth.NOT_EXPECTED);
      assertThat(of(defined, "2024-12-31T23:00:00Z", told).health()).isEqualTo(DataHealth.FRESH);
      assertThat(of(defined, "2025-12-31T22:59:59Z", told).health()).isEqualTo(DataHealth.FRESH);
      assertThat(of(defined, "2025-12-31T23:00:00Z", told).health()).isEqualTo(DataHealth.DUE);
      assertThat(of(defined, "2026-01-10T22:59:59Z", told).health()).isEqualTo(DataHealth.DUE);
      assertThat(of(defined, "2026-01-10T23:00:00Z", told).health()).isEqualTo(DataHealth.OVERDUE);
    }
  }

  /** "`EXISTS` never is" missing, and "(never reported counts)". */
  @Test
  void what_never_reported_is_overdue_but_a_state_never_is() {
    Defined sum = new Defined().input("x", "s", Aggregate.SUM);
    assertThat(of(sum, "2025-06-01T00:00:00Z", new Told()).health()).isEqualTo(DataHealth.OVERDUE);
    Defined exists = new Defined().input("x", "s", Aggregate.EXISTS);
    assertThat(of(exists, "2025-06-01T00:00:00Z", new Told()).health()).isEqualTo(DataHealth.FRESH);
  }

  /** "`dueAt` is when the earliest due period not yet closed closes." */
  @Test
  void due_at_is_the_closing_of_the_earliest_due_period_not_yet_closed() {
    Defined defined = new Defined().input("x", "s", Aggregate.SUM);
    defined.dueAfter = Period.ofMonths(2);
    assertThat(of(defined, "2025-02-28T22:59:59Z", new Told()).dueAt())
        .isEqualTo("2025-02-28T23:00:00Z");
    assertThat(of(defined, "2025-02-28T23:00:00Z", new Told()).dueAt())
        .isEqualTo("2026-02-28T23:00:00Z");
  }
}
