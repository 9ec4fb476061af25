package si.kazalnik.indicator.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.catalogue.Lipa;
import si.kazalnik.service.clock.ServiceClock;

class PublishedStrategiesTest {

  private static final String UNITS = "refurbished-units";

  private final ServiceClock clock = ServiceClock.standingAt(Instant.parse("2026-03-20T22:59:59Z"));
  private final MadeValues values = new MadeValues();
  private Optional<CataloguePublication> publication = Optional.of(published(1));
  private final PublishedStrategies strategies =
      new PublishedStrategies(() -> publication, values, version -> Optional.empty(), clock);

  private static CataloguePublication published(long sequence) {
    return new CataloguePublication(
        CataloguePublication.SCHEMA,
        sequence,
        Instant.parse("2026-01-01T00:00:00Z"),
        CataloguePublication.Origin.FOLDER,
        Lipa.loaded(Lipa.files()));
  }

  private PublishedIndicator indicator(String id) {
    return strategies.now().orElseThrow().indicator(id).orElseThrow();
  }

  @Test
  void before_the_first_catalogue_nothing_is_published() {
    publication = Optional.empty();
    assertThat(strategies.now()).isEmpty();
  }

  @Test
  void what_this_version_does_not_compute_says_so_and_nothing_else() {
    values.add(
        MadeRecord.of("bikes-at-stations", "2026-W10").reason(NoValueReason.NOT_YET_COMPUTED));
    PublishedIndicator bikes = indicator("bikes-at-stations");
    assertThat(bikes.computed()).isFalse();
    assertThat(bikes.standing().performance()).isEqualTo(Performance.NOT_DUE);
    assertThat(bikes.standing().latest()).isNull();
    assertThat(indicator(UNITS).computed()).isTrue();
  }

  /** An earlier definition may have reported by another calendar. */
  @Test
  void only_the_periods_of_its_calendar_are_its_values() {
    values.add(
        MadeRecord.of(UNITS, "2026-01").value("5", 1).closed("2026-02-20T23:00:00Z"),
        MadeRecord.of(UNITS, "2025").value("60", 12).closed("2026-02-20T23:00:00Z"),
        MadeRecord.of(UNITS, "2026-02-01").value("7", 1).closed("2026-02-20T23:00:00Z"));
    assertThat(indicator(UNITS).values())
        .extracting(IndicatorValue::period)
        .containsExactly("2026-01");
    assertThat(indicator(UNITS).standing().latest())
        .extracting(IndicatorValue::period)
        .isEqualTo("2026-01");
  }

  @Test
  void the_next_due_instant_is_known_before_any_record_of_its_period() {
    assertThat(indicator(UNITS).standing().dueAt()).isEqualTo("2026-03-20T23:00:00Z");
  }

  /** "a target change judges only the periods that start on or after its from". */
  @Test
  void a_definition_is_that_of_the_period_that_runs_and_of_a_value_that_of_its_period() {
    values.add(MadeRecord.of("reply-time", "2025-Q4").value("11", 30));
    PublishedIndicator now = indicator("reply-time");
    PublishedIndicator then =
        strategies.asOf(strategies.now().orElseThrow(), now, Instant.parse("2025-12-31T22:59:59Z"));
    assertThat(quota(now.definition())).isEqualTo("10");
    assertThat(quota(now.definition(now.values().get(0)))).isEqualTo("12");
    assertThat(quota(then.definition())).isEqualTo("12");
    assertThat(now.eras()).extracting(era -> quota(era.definition())).containsExactly("12", "10");
  }

  private static String quota(Indicator definition) {
    return String.valueOf(((Target.EveryPeriod) definition.target()).bounds().value());
  }

  @Test
  void a_window_that_is_too_short_is_told_from_too_few_measurements() {
    values.add(
        MadeRecord.of("replies-last-year", "2024-03").reason(NoValueReason.TOO_FEW),
        MadeRecord.of("replies-last-year", "2025-03").reason(NoValueReason.TOO_FEW));
    PublishedIndicator replies = indicator("replies-last-year");
    assertThat(replies.values())
        .extracting(replies::why)
        .containsExactly("WINDOW_SHORT", "TOO_FEW");
  }

  @Test
  void a_midnight_alone_moves_health_and_due_instant() {
    values.add(
        MadeRecord.of(UNITS, "2026-01").value("5", 1).closed("2026-02-20T23:00:00Z"),
        MadeRecord.of(UNITS, "2026-02").missing("units"));
    assertThat(indicator(UNITS).standing().health()).isEqualTo(DataHealth.DUE);
    clock.moveTo(Instant.parse("2026-03-20T23:00:00Z"));
    assertThat(indicator(UNITS).standing().dueAt()).isEqualTo("2026-04-20T22:00:00Z");
    values.add(MadeRecord.of(UNITS, "2026-02").missing("units").closed("2026-03-20T23:00:00Z"));
    assertThat(indicator(UNITS).standing().health()).isEqualTo(DataHealth.OVERDUE);
  }

  @Test
  void what_was_read_is_kept_until_values_catalogue_or_day_change() {
    PublishedStrategy first = strategies.now().orElseThrow();
    clock.moveTo(Instant.parse("2026-03-20T22:59:59.5Z"));
    assertThat(strategies.now().orElseThrow()).isSameAs(first);
    clock.moveTo(Instant.parse("2026-03-20T23:00:00Z"));
    PublishedStrategy nextDay = strategies.now().orElseThrow();
    assertThat(nextDay).isNotSameAs(first);
    values.add(MadeRecord.of(UNITS, "2026-03").value("7", 1));
    PublishedStrategy withValue = strategies.now().orElseThrow();
    assertThat(withValue).isNotSameAs(nextDay);
    publication = Optional.of(published(2));
    assertThat(strategies.now().orElseThrow()).isNotSameAs(withValue);
  }
}
