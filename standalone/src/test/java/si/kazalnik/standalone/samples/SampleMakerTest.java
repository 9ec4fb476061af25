package si.kazalnik.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;

class SampleMakerTest {

  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-10T09:30:00Z");
  private static final Catalogue LJUBLJANA =
      ((CatalogueLoad.Loaded) CatalogueLoader.loadResources("strategy")).catalogue();

  private final SampleMaker maker = new SampleMaker(SampleRules.read(), LJUBLJANA);

  @Test
  void every_rule_is_for_a_series_of_ljubljana() {
    assertThat(LJUBLJANA.series())
        .extracting(Series::id)
        .containsAll(SampleRules.read().stream().map(SampleRule::series).distinct().toList());
  }

  @Test
  void the_same_samples_are_made_however_the_time_is_cut() {
    List<Sample> atOnce = maker.between(Instant.EPOCH, JUNE);
    List<Sample> inTwo = new ArrayList<>(maker.between(Instant.EPOCH, MARCH));
    inTwo.addAll(maker.between(MARCH, JUNE));

    assertThat(inTwo).isEqualTo(atOnce);
  }

  @Test
  void no_two_samples_have_the_same_name_and_none_lies_ahead() {
    List<Sample> samples = maker.between(Instant.EPOCH, JUNE);

    assertThat(samples).extracting(Sample::id).doesNotHaveDuplicates();
    assertThat(samples).allSatisfy(sample -> assertThat(sample.at()).isBeforeOrEqualTo(JUNE));
    assertThat(samples).hasSizeBetween(10_000, 60_000);
  }

  @Test
  void published_figures_stand_as_they_were_published() {
    assertThat(maker.between(Instant.EPOCH, JUNE))
        .filteredOn(sample -> sample.series().equals("surs.e-forms"))
        .extracting(Sample::period, Sample::value)
        .containsExactly(
            tuple("2018", new BigDecimal("19")),
            tuple("2019", new BigDecimal("21")),
            tuple("2021", new BigDecimal("38")));
  }

  @Test
  void a_provider_that_fell_silent_stays_silent() {
    assertThat(maker.between(Instant.EPOCH, Instant.parse("2026-12-01T00:00:00Z")))
        .filteredOn(sample -> sample.provider().equals("procurement"))
        .isNotEmpty()
        .allSatisfy(
            sample -> assertThat(sample.at()).isBefore(Instant.parse("2026-06-28T22:00:00Z")));
  }

  @Test
  void a_line_between_years_passes_through_their_ends() {
    TreeMap<Integer, BigDecimal> ends =
        new TreeMap<>(Map.of(2022, BigDecimal.TEN, 2024, BigDecimal.valueOf(30)));

    assertThat(YearLine.at(ends, LocalDate.of(2021, 5, 5))).isEqualTo(10);
    assertThat(YearLine.at(ends, LocalDate.of(2023, 12, 31))).isEqualTo(20);
    assertThat(YearLine.at(ends, LocalDate.of(2024, 12, 31))).isEqualTo(30);
    assertThat(YearLine.at(ends, LocalDate.of(2030, 1, 1))).isEqualTo(30);
  }
}
