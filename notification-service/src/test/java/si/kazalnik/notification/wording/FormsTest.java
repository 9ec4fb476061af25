package si.kazalnik.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.Yaml;
import si.kazalnik.contract.Bounds;

class FormsTest {

  private final Wording sl = Wording.in("sl");
  private final Wording en = Wording.in("en");

  @ParameterizedTest
  @CsvSource({
    "0, 0 odstopanj, 0 deviations",
    "1, 1 odstopanje, 1 deviation",
    "2, 2 odstopanji, 2 deviations",
    "3, 3 odstopanja, 3 deviations",
    "5, 5 odstopanj, 5 deviations",
    "101, 101 odstopanje, 101 deviations"
  })
  void deviations_are_counted(int number, String slovene, String english) {
    assertThat(counted(sl, "several.title", number)).isEqualTo(slovene);
    assertThat(counted(en, "several.title", number)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "0, čaka 0 kazalnikov",
    "1, čaka 1 kazalnik",
    "2, čakata 2 kazalnika",
    "3, čakajo 3 kazalniki",
    "5, čaka 5 kazalnikov",
    "101, čaka 101 kazalnik"
  })
  void the_verb_follows_the_count(int number, String ending) {
    assertThat(
            spoken(
                sl.say(
                    "sentence.OVERDUE",
                    Map.of(
                        "provider",
                        "X",
                        "day",
                        "D",
                        "n",
                        number,
                        "count",
                        Integer.toString(number)))))
        .endsWith("Na podatke " + ending + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 udeležencev, 0 participants",
    "1, 1 udeleženec, 1 participant",
    "2, 2 udeleženca, 2 participants",
    "3, 3 udeleženci, 3 participants",
    "5, 5 udeležencev, 5 participants",
    "101, 101 udeleženec, 101 participants",
    "1234, 1234 udeležencev, '1,234 participants'",
    "12345, 12.345 udeležencev, '12,345 participants'"
  })
  void what_is_counted_takes_the_form_of_its_number(int number, String slovene, String english) {
    BigDecimal value = BigDecimal.valueOf(number);
    assertThat(spoken(new Quantities(sl, "participants", 0).value(value))).isEqualTo(slovene);
    assertThat(spoken(new Quantities(en, "participants", 0).value(value))).isEqualTo(english);
  }

  @Test
  void a_fraction_takes_the_genitive_singular() {
    assertThat(spoken(new Quantities(sl, "days", 1).value(new BigDecimal("34.2"))))
        .isEqualTo("34,2 dneva");
    assertThat(spoken(new Quantities(en, "days", 1).value(BigDecimal.ONE))).isEqualTo("1.0 days");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 odstotna točka, 1 percentage point",
    "2, 2 odstotni točki, 2 percentage points",
    "3, 3 odstotne točke, 3 percentage points",
    "5, 5 odstotnih točk, 5 percentage points"
  })
  void a_gap_of_percentages_is_in_percentage_points(int gap, String slovene, String english) {
    BigDecimal value = BigDecimal.valueOf(gap);
    assertThat(spoken(new Quantities(sl, "percent", 0).gap(value))).isEqualTo(slovene);
    assertThat(spoken(new Quantities(en, "percent", 0).gap(value))).isEqualTo(english);
  }

  @Test
  void numbers_are_joined_to_their_sign_and_minus_is_a_minus() {
    assertThat(new Quantities(sl, "percent", 1).value(new BigDecimal("-42.85")))
        .isEqualTo("\u221242,9\u00a0%");
    assertThat(new Quantities(en, "percent", 1).value(new BigDecimal("-42.85")))
        .isEqualTo("\u221242.9%");
  }

  @Test
  void what_was_expected_is_never_shown_equal_to_a_value_that_missed_it() {
    Quantities percent = new Quantities(sl, "percent", 1);
    assertThat(
            spoken(percent.expected(Bounds.of(new BigDecimal("38.1004")), new BigDecimal("38.1"))))
        .isEqualTo("38,1004 %");
    assertThat(spoken(percent.gap(new BigDecimal("0.0004")))).isEqualTo("0,0004 odstotne točke");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09, september 2026, septembra 2026, September 2026, in September 2026",
    "2026-Q3, 3. četrtletje 2026, v 3. četrtletju 2026, the third quarter of 2026, in the third"
        + " quarter of 2026",
    "2026-H2, 2. polletje 2026, v 2. polletju 2026, the second half of 2026, in the second half of"
        + " 2026",
    "2026, leto 2026, leta 2026, 2026, in 2026",
    "2026-W05, 5. teden 2026, v 5. tednu 2026, week 5 of 2026, in week 5 of 2026",
    "2026-07-14, 14. 7. 2026, 14. julija 2026, 14 July 2026, on 14 July 2026",
    "anketa, »anketa«, za »anketa«, “anketa”, for “anketa”"
  })
  void periods_have_names_and_a_when(
      String period, String name, String when, String nameEn, String whenEn) {
    assertThat(spoken(new Periods(sl).name(period))).isEqualTo(name);
    assertThat(spoken(new Periods(sl).when(period))).isEqualTo(when);
    assertThat(spoken(new Periods(en).name(period))).isEqualTo(nameEn);
    assertThat(spoken(new Periods(en).when(period))).isEqualTo(whenEn);
  }

  @ParameterizedTest
  @CsvSource({
    "Delež vlog, delež vlog",
    "DESI v Sloveniji, DESI v Sloveniji",
    "BicikeLJ, BicikeLJ",
    "A living lab, a living lab",
    "Živi laboratorij, živi laboratorij",
    "9 storitev, 9 storitev"
  })
  void a_title_within_a_sentence_begins_small_unless_it_is_an_abbreviation(
      String title, String within) {
    assertThat(Texts.uncapitalized(title)).isEqualTo(within);
  }

  @Test
  void both_languages_say_the_same_things() {
    for (String key : new String[] {"next", "link.indicator", "fact.gap.LOWER"}) {
      assertThat(sl.say(key)).isNotEqualTo(en.say(key));
    }
    // English needs no month in the genitive, Slovene no ordinals.
    assertThat(sl.keys().filter(key -> !key.startsWith("monthGenitive.")).toList())
        .containsExactlyInAnyOrderElementsOf(
            en.keys().filter(key -> !key.startsWith("ordinal.")).toList());
  }

  @Test
  void every_unit_of_the_strategy_has_its_words() throws IOException {
    List<String> units = new ArrayList<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:/strategy/*.yaml")) {
      try (InputStream stream = file.getInputStream()) {
        Map<String, List<Map<String, Object>>> content = new Yaml().load(stream);
        if (content.get("indicators") != null) {
          content.get("indicators").forEach(each -> units.add((String) each.get("unit")));
        }
      }
    }
    assertThat(units).hasSizeGreaterThan(10);
    assertThat(units)
        .allSatisfy(
            unit -> {
              assertThat(new Quantities(sl, unit, 0).unitIsKnown()).as(unit).isTrue();
              assertThat(new Quantities(en, unit, 0).unitIsKnown()).as(unit).isTrue();
            });
  }

  private static String counted(Wording wording, String key, int number) {
    return spoken(wording.say(key, Map.of("n", number, "count", Integer.toString(number))));
  }

  private static String spoken(String text) {
    return text.replace('\u00a0', ' ');
  }
}
