package si.kazalnik.service.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNamesTest {

  private static final UnitNames SL = UnitNames.in("sl");
  private static final UnitNames EN = UnitNames.in("en");

  @ParameterizedTest
  @CsvSource({
    "participants, udeleženci, participants",
    "meetings, seje, meetings",
    "units, enote, units",
    "processes, procesi, processes",
    "million trips, milijoni potovanj, million trips",
    "working days, delovni dnevi, working days"
  })
  void a_unit_is_named_in_the_plural(String unit, String slovene, String english) {
    assertThat(SL.plural(unit)).contains(slovene);
    assertThat(EN.plural(unit)).contains(english);
  }

  @Test
  void slovene_has_a_form_for_each_number_and_one_for_fractions() {
    assertThat(SL.forms("meetings")).hasValueSatisfying(forms -> assertThat(forms).hasSize(5));
    assertThat(EN.forms("meetings")).hasValueSatisfying(forms -> assertThat(forms).hasSize(2));
  }

  @Test
  void a_mark_is_its_number_alone_and_what_is_unknown_has_no_name() {
    assertThat(SL.forms("mark")).isPresent();
    assertThat(SL.plural("mark")).isEmpty();
    assertThat(SL.forms("furlongs")).isEmpty();
  }
}
