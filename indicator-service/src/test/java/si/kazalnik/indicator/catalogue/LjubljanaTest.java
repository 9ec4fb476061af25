package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Strategy.Measure;
import si.kazalnik.contract.catalogue.Target;

/** Ljubljana's catalogue against what the strategy's site says. */
class LjubljanaTest {

  private final Catalogue city = loaded();

  private static Catalogue loaded() {
    CatalogueLoad load = CatalogueLoader.loadResources("strategy");
    assertThat(load).isInstanceOf(CatalogueLoad.Loaded.class);
    return ((CatalogueLoad.Loaded) load).catalogue();
  }

  private Indicator indicator(String id) {
    return city.indicators().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> measures(Goal goal) {
    return Stream.concat(
            goal.objectives().stream().flatMap(objective -> objective.measures().stream()),
            goal.measures().stream())
        .map(Measure::id)
        .toList();
  }

  private List<Indicator> of(Goal goal) {
    return city.indicators().stream()
        .filter(i -> i.measures().stream().anyMatch(measures(goal)::contains))
        .toList();
  }

  @Test
  void the_five_goals_stand_there_with_their_objectives() {
    assertThat(city.strategy().goals())
        .extracting(goal -> goal.title().get("sl"))
        .containsExactly(
            "Digitalno mesto in skupnost",
            "Digitalna mestna uprava in velika družina MOL",
            "Digitalna orodja za upravljanje mesta",
            "Upravljanje s podatki",
            "Ekonomija digitalnega razvoja");
    assertThat(city.strategy().goals())
        .flatExtracting(Goal::objectives)
        .filteredOn(objective -> !objective.illustrative())
        .extracting(objective -> objective.number())
        .containsExactly("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "4.1", "5.1");
    assertThat(city.strategy().goals().get(2).objectives())
        .allMatch(objective -> objective.illustrative());
  }

  @Test
  void each_goal_has_its_indicators_and_refurbishing_serves_two() {
    Map<String, Integer> counts =
        city.strategy().goals().stream()
            .collect(
                Collectors.toMap(goal -> String.valueOf(goal.number()), goal -> of(goal).size()));
    assertThat(counts).isEqualTo(Map.of("1", 20, "2", 14, "3", 6, "4", 4, "5", 4));
    assertThat(city.indicators()).hasSize(46);
    assertThat(of(city.strategy().goals().get(0)))
        .extracting(Indicator::id)
        .contains("refurbished-units", "refurbishing-points");
    assertThat(of(city.strategy().goals().get(4)))
        .extracting(Indicator::id)
        .contains("refurbished-units", "refurbishing-points");
  }

  @ParameterizedTest
  @CsvSource({
    "strategic-council-meetings, 1, YEAR",
    "cofunding-applications, 3, YEAR",
    "survey-analyses, 1, ",
    "needs-survey-report, 1, YEAR",
    "training-participants, 250, YEAR",
    "refurbished-units, 100, YEAR",
    "training-needs-analysis, 1, YEAR",
    "staff-training-access, 50, YEAR",
    "security-training, 1, YEAR",
    "transformed-processes, 4, YEAR",
    "solution-needs-report, 1, YEAR",
    "project-group-meetings, 1, MONTH",
    "solutions-catalogue, 1, YEAR",
    "solutions-activities-report, 1, YEAR",
    "workplaces-activities-report, 1, YEAR",
    "cybersecurity-report, 1, YEAR"
  })
  void a_quota_is_that_of_the_strategy(
      String id, BigDecimal value, @org.jspecify.annotations.Nullable Frequency per) {
    Target.EveryPeriod target = (Target.EveryPeriod) indicator(id).target();
    assertThat(target.bounds().value()).isEqualByComparingTo(value);
    assertThat(target.per() == null ? indicator(id).reporting().frequency() : target.per())
        .isEqualTo(per);
    assertThat(target.illustrative()).isFalse();
    assertThat(target.source()).startsWith("https://digitalna.ljubljana.si/");
  }

  @ParameterizedTest
  @CsvSource({
    "mol-family-forms, 2027, 1, true",
    "city-links, 2027, 1, true",
    "region-and-state-links, 2027, 1, true",
    "living-lab, 2025, 1, false",
    "digital-point-coverage, 2030, 100, false",
    "supported-premises, 2027, 2, false",
    "cofunding-mechanism, 2027, 1, true",
    "broadband-report, 2027, 1, true",
    "refurbishing-points, 2025, 2, false",
    "excluded-groups-report, 2027, 1, true",
    "advisers-in-departments, 2023, 1, false",
    "cybersecurity-plan, 2027, 1, true",
    "security-policy, 2027, 1, true"
  })
  void a_dated_target_is_that_of_the_strategy_and_an_undated_one_is_assumed(
      String id, String period, BigDecimal value, boolean assumed) {
    List<Target.Point> points = ((Target.Path) indicator(id).target()).points();
    Target.Point last = points.get(points.size() - 1);
    assertThat(last.period()).isEqualTo(period);
    assertThat(last.bounds().value()).isEqualByComparingTo(value);
    assertThat(last.assumed()).isEqualTo(assumed);
    assertThat(last.illustrative()).isFalse();
    assertThat(last.source()).startsWith("https://digitalna.ljubljana.si/");
  }

  @ParameterizedTest
  @CsvSource({
    "phishing-failures, 18, 16 14 11 9 7",
    "digital-applications-share, 21, 25 32 40 48 55",
    "initiative-reply-time, 14, 13 12 10 9 8",
    "resident-satisfaction, 3.4, 3.6 3.9",
    "platform-users, 0, 5000 20000 35000 50000",
    "open-datasets-share, 18, 20 30 45 60 75",
    "datasets-on-time, 50, 55 65 75 85 90",
    "joint-purchasing-share, 30, 35 42 50 55 60"
  })
  void what_is_invented_is_labelled(String id, BigDecimal baseline, String values) {
    Indicator indicator = indicator(id);
    assertThat(indicator.illustrative()).isTrue();
    assertThat(Objects.requireNonNull(indicator.baseline()).bounds().value())
        .isEqualByComparingTo(baseline);
    Target.Path path = (Target.Path) indicator.target();
    assertThat(path.illustrative()).isTrue();
    assertThat(path.points()).allMatch(Target.Point::illustrative);
    assertThat(
            path.points().stream()
                .map(point -> Objects.requireNonNull(point.bounds().value()).toPlainString())
                .collect(Collectors.joining(" ")))
        .isEqualTo(values);
  }

  @Test
  void every_baseline_and_every_series_without_a_source_is_labelled_invented() {
    assertThat(city.indicators())
        .filteredOn(indicator -> indicator.baseline() != null)
        .hasSizeGreaterThan(10)
        .allMatch(indicator -> Objects.requireNonNull(indicator.baseline()).illustrative());
    assertThat(city.series())
        .filteredOn(series -> series.source() == null && series.note().isEmpty())
        .hasSizeGreaterThan(20)
        .allMatch(series -> series.illustrative());
    assertThat(city.series())
        .filteredOn(series -> series.source() != null)
        .noneMatch(series -> series.illustrative());
  }

  @Test
  void real_figures_have_no_target_and_desi_has_its_break() {
    List<String> real =
        List.of(
            "public-sites-use",
            "e-forms-share",
            "basic-digital-skills",
            "desi-basic-skills",
            "initiatives-total",
            "lpp-trips",
            "bicikelj-hires",
            "opsi-datasets",
            "open-source-library");
    assertThat(real).allMatch(id -> indicator(id).target() instanceof Target.None);
    assertThat(indicator("desi-basic-skills").breaks())
        .extracting(Indicator.Break::period)
        .containsExactly("2022");
  }

  @Test
  void what_comes_every_even_year_is_not_due_in_odd_ones() {
    assertThat(city.indicators())
        .filteredOn(indicator -> indicator.reporting().only() == Only.EVEN_YEARS)
        .extracting(Indicator::id)
        .containsExactlyInAnyOrder(
            "needs-survey-report",
            "staff-training-access",
            "security-training",
            "solution-needs-report",
            "solutions-activities-report",
            "workplaces-activities-report",
            "resident-satisfaction");
  }

  @Test
  void a_good_majority_can_be_computed_with_what_is_there_now() {
    Predicate<Indicator> later =
        indicator ->
            indicator.reporting().frequency() == null
                || !indicator.breaks().isEmpty()
                || indicator.polarity() == Polarity.IN_RANGE
                || indicator.reporting().workingDays()
                || indicator.inputs().stream()
                    .anyMatch(
                        input ->
                            input.aggregate() == Aggregate.DISTINCT
                                || input.aggregate() == Aggregate.PERCENTILE
                                || input.rolling() > 0
                                || input.carryForward() > 0
                                || input.atLeast() > 1);
    assertThat(city.indicators()).filteredOn(later).hasSize(8);
  }

  @Test
  void owners_read_slovene_and_english_and_nobody_is_named() {
    assertThat(city.owners()).extracting(Owner::language).contains("sl", "en");
    assertThat(city.providers())
        .allMatch(
            provider -> provider.sources().equals(List.of("urn:mol:provider:" + provider.id())));
    assertThat(city.projects()).hasSize(1);
  }
}
