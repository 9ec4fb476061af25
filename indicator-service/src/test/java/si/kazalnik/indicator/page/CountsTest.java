package si.kazalnik.indicator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.indicator.page.text.Language;

class CountsTest {

  private static final Edition SL = Edition.in(Language.SL);
  private static final Edition EN = Edition.in(Language.EN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MET          |   1 | 1 od 1 kazalnika je dosegel ciljno vrednost.
          MET          |   2 |   2 od 2 kazalnikov sta dosegla ciljno vrednost.
          MET          |   3 |   3 od 3 kazalnikov so dosegli ciljno vrednost.
          MET          |   5 |   5 od 5 kazalnikov je doseglo ciljno vrednost.
          MET          | 101 | 101 od 101 kazalnika je dosegel ciljno vrednost.
          ON_TRACK     |   2 |   2 od 2 kazalnikov sta po načrtu.
          ON_TRACK     |   3 |   3 od 3 kazalnikov so po načrtu.
          AT_RISK      |   1 |   1 od 1 kazalnika rahlo zamuja.
          AT_RISK      |   2 |   2 od 2 kazalnikov rahlo zamujata.
          OFF_TRACK    |   3 |   3 od 3 kazalnikov zamujajo.
          OFF_TRACK    |   5 |   5 od 5 kazalnikov zamuja.
          MISSED       |   1 |   1 od 1 kazalnika ciljne vrednosti ni dosegel.
          MISSED       |   2 |   2 od 2 kazalnikov ciljne vrednosti nista dosegla.
          MISSED       |   3 |   3 od 3 kazalnikov ciljne vrednosti niso dosegli.
          MISSED       |   5 |   5 od 5 kazalnikov ciljne vrednosti ni doseglo.
          NOT_DUE      |   2 |   2 od 2 kazalnikov še nista na vrsti.
          NOT_DUE      | 101 | 101 od 101 kazalnika še ni na vrsti.
          UNKNOWN      |   3 |   3 od 3 kazalnikov nimajo podatkov.
          NOT_COMPUTED |   2 |   2 od 2 kazalnikov se še ne računata.
          NO_TARGET    |   5 |   5 od 5 kazalnikov nima ciljne vrednosti.
          """)
  void the_slovene_verb_follows_the_count(State state, int n, String sentence) {
    assertThat(plain(new Counts(Map.of(state, n)).sentence(SL))).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | Ciljna vrednost dosežena: 1 od 1 presojenega obdobja | Target met in 1 of 1 judged period
          2 | Ciljna vrednost dosežena: 1 od 2 presojenih obdobij  | Target met in 1 of 2 judged periods
          """)
  void judged_periods_follow_their_count(int total, String slovene, String english) {
    assertThat(plain(SL.say("chart.metCount", "n", 1, "total", total))).isEqualTo(slovene);
    assertThat(plain(EN.say("chart.metCount", "n", 1, "total", total))).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MET          |   1 | 1 of 1 indicator has met its target.
          MET          |   2 | 2 of 2 indicators have met their targets.
          ON_TRACK     |   3 | 3 of 3 indicators are on track.
          AT_RISK      |   5 | 5 of 5 indicators are at risk.
          OFF_TRACK    |   1 | 1 of 1 indicator is off track.
          MISSED       | 101 | 101 of 101 indicators have missed their targets.
          UNKNOWN      |   1 | 1 of 1 indicator has no data.
          NO_TARGET    |   2 | 2 of 2 indicators have no target.
          """)
  void the_english_verb_follows_the_count(State state, int n, String sentence) {
    assertThat(plain(new Counts(Map.of(state, n)).sentence(EN))).isEqualTo(sentence);
  }

  @Test
  void the_states_follow_in_their_order_and_empty_ones_are_left_out() {
    Counts counts = new Counts(Map.of(State.MISSED, 1, State.MET, 2, State.UNKNOWN, 1));

    assertThat(plain(counts.sentence(SL)))
        .isEqualTo(
            "2 od 4 kazalnikov sta dosegla ciljno vrednost, 1 ciljne vrednosti ni dosegel,"
                + " 1 nima podatkov.");
    assertThat(plain(counts.sentence(EN)))
        .isEqualTo(
            "2 of 4 indicators have met their targets, 1 has missed its target, 1 has no data.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0   | 0   | 5   | 0 od 5 kazalnikov je po načrtu ali je ciljno vrednost že doseglo. Noben ne zamuja, 5 jih ni presojenih.
          1   | 1   | 1   | 1 od 3 kazalnikov je po načrtu ali je ciljno vrednost že dosegel. 1 zamuja ali je ni dosegel, 1 ni presojen.
          2   | 2   | 2   | 2 od 6 kazalnikov sta po načrtu ali sta ciljno vrednost že dosegla. 2 zamujata ali je nista dosegla, 2 nista presojena.
          3   | 3   | 3   | 3 od 9 kazalnikov so po načrtu ali so ciljno vrednost že dosegli. 3 zamujajo ali je niso dosegli, 3 niso presojeni.
          5   | 5   | 0   | 5 od 10 kazalnikov je po načrtu ali je ciljno vrednost že doseglo. 5 jih zamuja ali je ni doseglo, vsi so presojeni.
          101 | 0   | 0   | 101 od 101 kazalnika je po načrtu ali je ciljno vrednost že dosegel. Noben ne zamuja, vsi so presojeni.
          """)
  void the_three_columns_are_one_slovene_sentence(int good, int bad, int open, String sentence) {
    Counts counts =
        new Counts(Map.of(State.ON_TRACK, good, State.OFF_TRACK, bad, State.NOT_DUE, open));
    assertThat(plain(counts.lead(SL))).isEqualTo(sentence);
  }

  @Test
  void the_three_columns_are_one_english_sentence() {
    Counts counts = new Counts(Map.of(State.MET, 1, State.MISSED, 2, State.NO_TARGET, 0));
    assertThat(plain(counts.lead(EN)))
        .isEqualTo(
            "1 of 3 indicators is on track or has met its target."
                + " 2 are behind or have missed them, all are judged.");
  }

  @Test
  void no_indicator_at_all_is_said() {
    assertThat(new Counts(Map.of()).sentence(SL)).isEqualTo("Noben kazalnik še ni opredeljen.");
    assertThat(new Counts(Map.of()).lead(EN)).isEqualTo("No indicator is defined yet.");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
