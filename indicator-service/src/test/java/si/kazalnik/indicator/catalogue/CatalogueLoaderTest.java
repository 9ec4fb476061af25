package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

class CatalogueLoaderTest {

  private final Catalogue lipa = Lipa.loaded(Lipa.files());

  private Indicator indicator(String id) {
    return lipa.indicators().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }

  private Series series(String id) {
    return lipa.series().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void the_example_loads_whole() {
    assertThat(lipa.indicators()).hasSize(11);
    assertThat(lipa.series()).hasSize(10);
    assertThat(lipa.owners()).hasSize(3);
    assertThat(lipa.providers()).hasSize(2);
    assertThat(lipa.projects()).hasSize(1);
    assertThat(lipa.strategy().goals()).hasSize(2);
    assertThat(lipa.strategy().holidays()).isEqualTo("SI");
    assertThat(lipa.strategy().from()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(lipa.version()).matches("[0-9a-f]{64}");
  }

  @Test
  void every_default_is_filled_in() {
    Indicator units = indicator("refurbished-units");
    assertThat(units.tolerance()).isEqualTo(new Indicator.Tolerance(BigDecimal.ZERO, false));
    assertThat(units.consecutive()).isEqualTo(1);
    assertThat(units.formula()).isNull();
    assertThat(units.reporting().from()).isEqualTo(lipa.strategy().from());
    assertThat(units.reporting().only()).isEqualTo(Only.ALL);
    Input input = units.inputs().get(0);
    assertThat(input.zeroWhenEmpty()).isFalse();
    assertThat(input.atLeast()).isEqualTo(1);
    assertThat(input.across()).isEqualTo(Input.Across.SUM);
    assertThat(input.window()).isEqualTo(Input.Window.YEAR_TO_DATE);
    assertThat(series("living-lab.opened").hasValue()).isFalse();
    assertThat(series("e-services.applications").dimensions())
        .extracting(Series.Dimension::name, Series.Dimension::required)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("channel", true),
            org.assertj.core.groups.Tuple.tuple("district", false));
    assertThat(lipa.providers().get(0).csv().encoding()).isEqualTo("UTF-8");
    assertThat(lipa.providers().get(1).csv().separator()).isEqualTo(";");
  }

  @Test
  void targets_are_read_as_they_are_written() {
    Target.Path path = (Target.Path) indicator("digital-applications-share").target();
    assertThat(path.points())
        .extracting(Target.Point::period)
        .containsExactly("2024", "2026", "2028");
    assertThat(path.points().get(0).illustrative()).isTrue();
    assertThat(path.points().get(2).source()).isEqualTo("https://example.org/strategy");
    assertThat(path.interpolate()).isEqualTo(Target.Interpolate.LINEAR);
    assertThat(path.after()).isEqualTo(Target.After.HOLD);
    assertThat(indicator("digital-applications-share").tolerance())
        .isEqualTo(new Indicator.Tolerance(BigDecimal.valueOf(5), true));
    Target.EveryPeriod quota = (Target.EveryPeriod) indicator("refurbished-units").target();
    assertThat(quota.per()).isEqualTo(Frequency.YEAR);
    Indicator bikes = indicator("bikes-at-stations");
    assertThat(bikes.polarity()).isEqualTo(Polarity.IN_RANGE);
    assertThat(((Target.Path) bikes.target()).points().get(1).bounds())
        .isEqualTo(Bounds.range(BigDecimal.valueOf(6), BigDecimal.TEN));
    assertThat(((Target.Path) indicator("security-policy").target()).points().get(0).assumed())
        .isTrue();
    assertThat(
            ((Target.EveryPeriod) indicator("advisers-in-departments").target()).forEachSubject())
        .isTrue();
  }

  @Test
  void what_a_later_issue_computes_is_read_now() {
    Input percentile = indicator("reply-time").inputs().get(0);
    assertThat(percentile.aggregate()).isEqualTo(Input.Aggregate.PERCENTILE);
    assertThat(percentile.percentile()).isEqualTo(90);
    assertThat(percentile.atLeast()).isEqualTo(5);
    assertThat(indicator("replies-last-year").inputs().get(0).rolling()).isEqualTo(12);
    assertThat(indicator("advisers-in-departments").inputs().get(0).carryForward()).isEqualTo(1);
    assertThat(indicator("advisers-in-departments").reporting().from())
        .isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(indicator("survey-analyses").reporting().frequency()).isNull();
    assertThat(indicator("survey-analyses").reporting().event()).isEqualTo("surveys.published");
    assertThat(indicator("survey-report").reporting().only()).isEqualTo(Only.EVEN_YEARS);
    assertThat(indicator("living-lab").remindBefore()).isEqualTo(Period.ofMonths(3));
    assertThat(indicator("digital-applications-share").reporting().workingDays()).isTrue();
    assertThat(indicator("reply-time").breaks().get(0).period()).isEqualTo("2025-Q3");
    assertThat(series("e-services.reply-days").keep()).containsExactly(Series.Keep.QUANTILES);
    assertThat(series("e-services.reply-days").acceptFor()).isEqualTo(Period.ofYears(3));
    assertThat(series("advisers.count").roster())
        .containsExactly("finance", "culture", "environment");
  }

  @Test
  void changes_become_dated_changes_of_target_or_definition() {
    Indicator.TargetChange target =
        (Indicator.TargetChange) indicator("reply-time").changes().get(0);
    assertThat(target.from()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(target.tolerance()).isNull();
    assertThat(((Target.EveryPeriod) java.util.Objects.requireNonNull(target.target())).bounds())
        .isEqualTo(Bounds.of(BigDecimal.TEN));
    Indicator.DefinitionChange definition =
        (Indicator.DefinitionChange) indicator("paper-applications").changes().get(0);
    assertThat(definition.formula()).isNull();
    assertThat(java.util.Objects.requireNonNull(definition.inputs()).get(0).where())
        .isEqualTo(Map.of("channel", List.of("paper", "kiosk")));
  }

  @Test
  void a_catalogue_survives_its_way_over_a_topic() {
    byte[] json = ContractJson.write(lipa);
    assertThat(ContractJson.read(json, Catalogue.class)).isEqualTo(lipa);
  }

  /** "A catalogue has a version (content hash)." */
  @Test
  void the_version_is_that_of_the_content_not_of_files_comments_or_order_of_keys() {
    List<SourceFile> inOne =
        List.of(
            Lipa.file(
                "a/all.yaml", String.join("\n", Lipa.FILES.stream().map(Lipa::text).toList())));
    List<SourceFile> renamed = new ArrayList<>();
    for (SourceFile file : Lipa.files()) {
      renamed.add(0, new SourceFile("z" + renamed.size() + ".yaml", file.content()));
    }
    Collections.reverse(renamed);
    assertThat(Lipa.loaded(inOne)).isEqualTo(lipa);
    assertThat(Lipa.loaded(renamed)).isEqualTo(lipa);
    assertThat(
            Lipa.loaded(
                Lipa.with(
                    "indicators.yaml",
                    "{period: 2023, value: 21, illustrative: true}",
                    "{illustrative: true, value: 21.0, period: \"2023\"} # the same")))
        .isEqualTo(lipa);
    assertThat(
            Lipa.loaded(Lipa.with("indicators.yaml", "    consecutive: 2 ", "    consecutive: 3 ")))
        .extracting(Catalogue::version)
        .isNotEqualTo(lipa.version());
  }

  /**
   * "A point on whose last day no due period ends is a fault (weeks excepted; one before the first
   * due period only begins the line)".
   */
  @Test
  void a_point_may_lie_within_a_week_or_before_the_first_due_period() {
    String report = "target: {everyPeriod: {value: 1}}\n\n  - id: security-policy";
    String path = "target: {path: [{period: %s, value: 0}, {period: 2026, value: 1}]}";
    for (String before : List.of("2023", "2023-05", "2022-W07")) {
      Catalogue loaded =
          Lipa.loaded(
              Lipa.with(
                  "indicators.yaml",
                  report,
                  path.formatted(before) + "\n\n  - id: security-policy"));
      assertThat(loaded.indicators()).hasSize(11);
    }
    // Only even years are due, from 2024 on.
    assertThat(
            Lipa.faults(
                Lipa.with(
                    "indicators.yaml",
                    report,
                    path.formatted("2025") + "\n\n  - id: security-policy")))
        .hasSize(1);
    // 31 December 2025 and 30 June 2027 are no Sundays.
    Lipa.loaded(
        Lipa.with(
            "indicators.yaml",
            "[{period: 2024, low: 5, high: 12}, {period: 2028,",
            "[{period: 2025, low: 5, high: 12}, {period: 2027-06,"));
  }

  /** "Other numbers worth showing are unjudged `references`." */
  @Test
  void a_reference_is_no_target() {
    Indicator paper = indicator("paper-applications");
    assertThat(paper.target()).isEqualTo(new Target.None());
    assertThat(paper.references())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.title()).containsEntry("en", "Average of Slovenia");
              assertThat(each.value()).isEqualByComparingTo("40");
              assertThat(each.source()).isEqualTo("https://example.org");
            });
  }

  @Test
  void an_input_may_be_there_for_the_smallest_cell_alone() {
    Catalogue catalogue =
        Lipa.loaded(
            Lipa.with("indicators.yaml", "formula: 100 * digital / all", "formula: digital"));
    assertThat(catalogue.indicators())
        .filteredOn(indicator -> indicator.id().equals("digital-applications-share"))
        .allSatisfy(
            indicator -> {
              assertThat(indicator.formula()).isEqualTo("digital");
              assertThat(indicator.inputs()).extracting(Input::name).contains("all");
            })
        .hasSize(1);
  }

  @Test
  void words_that_yaml_takes_for_something_else_stay_as_they_are_written() {
    Catalogue catalogue =
        Lipa.loaded(
            Lipa.with(
                "providers.yaml",
                "values: [digital, paper, kiosk]",
                "values: [digital, paper, kiosk, NO, on, 1:30, 2025-01, 0x1F, 1_000, 3.10]"));
    assertThat(catalogue.series())
        .filteredOn(series -> series.id().equals("e-services.applications"))
        .flatExtracting(Series::dimensions)
        .filteredOn(dimension -> dimension.name().equals("channel"))
        .flatExtracting(Series.Dimension::values)
        .containsExactly(
            "digital", "paper", "kiosk", "NO", "on", "1:30", "2025-01", "0x1F", "1_000", "3.10");
    assertThat(
            Lipa.loaded(Lipa.with("strategy.yaml", "holidays: SI", "holidays: NO"))
                .strategy()
                .holidays())
        .isEqualTo("NO");
  }

  @Test
  void anchors_may_save_writing_a_list_twice() {
    List<SourceFile> files =
        Lipa.with(
            "providers.yaml",
            "roster: [finance, culture, environment]",
            "roster: &departments [finance, culture, environment]");
    SourceFile more =
        Lipa.file(
            "zz.yaml",
            """
            series:
              - id: more
                provider: jhl-it
                title: {sl: Več, en: More}
                dimensions:
                  a: {values: &v [x, y]}
                  b: {values: *v}
            """);
    List<SourceFile> all = new ArrayList<>(files);
    all.add(more);
    assertThat(Lipa.loaded(all).series())
        .filteredOn(series -> series.id().equals("more"))
        .flatExtracting(Series::dimensions)
        .extracting(Series.Dimension::values)
        .containsExactly(List.of("x", "y"), List.of("x", "y"));
  }

  @Test
  void a_folder_is_read_with_what_lies_below_it_but_not_what_is_hidden(@TempDir Path folder)
      throws Exception {
    Files.createDirectories(folder.resolve("below/deeper"));
    Files.createDirectories(folder.resolve("..2026_01_01"));
    for (SourceFile file : Lipa.files()) {
      Files.write(folder.resolve("below/deeper").resolve(file.path()), file.content());
      Files.write(folder.resolve("..2026_01_01").resolve(file.path()), file.content());
    }
    Files.writeString(folder.resolve("notes.txt"), "no YAML: [");
    assertThat(CatalogueLoader.load(folder)).isEqualTo(new CatalogueLoad.Loaded(lipa));
  }

  @Test
  void a_folder_that_is_not_there_is_a_fault(@TempDir Path folder) {
    assertThat(CatalogueLoader.load(folder.resolve("gone")))
        .isInstanceOfSatisfying(
            CatalogueLoad.Faulty.class,
            faulty -> assertThat(faulty.faults().get(0).message()).contains("is no folder"));
  }

  @Test
  void a_strategy_without_indicators_loads() {
    List<SourceFile> two =
        Lipa.files().stream().filter(file -> !file.path().equals("indicators.yaml")).toList();
    assertThat(Lipa.loaded(two).indicators()).isEmpty();
    assertThat(Lipa.loaded(two).strategy().languages()).isEqualTo(List.of("sl", "en"));
    assertThat(Set.copyOf(Lipa.loaded(two).series())).hasSize(10);
  }
}
