package si.kazalnik.benchmark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void a_rate_is_events_by_the_seconds_on_the_wall() {
    assertThat(sample("a", 2_000, 4, 0, 0).rate()).isEqualTo(500);
  }

  @Test
  void processor_time_is_that_of_the_own_processes_for_a_thousand_events() {
    Sample sample = sample("a", 2_000, 4, 0.3, 0.1);

    assertThat(sample.processorMillis()).isCloseTo(200, within(1e-9));
    assertThat(sample.processorMillis("broker")).isCloseTo(500, within(1e-9));
    assertThat(sample.processorMillis("no such process")).isZero();
  }

  @Test
  void a_median_is_the_middle_or_the_mean_of_the_two_in_the_middle() {
    assertThat(Median.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Median.of(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    assertThat(Median.of(List.of())).isNaN();
  }

  /** The machine was half as fast in the second round: the ratio is the same in each. */
  @Test
  void a_ratio_is_taken_within_each_round() {
    Rounds rounds = new Rounds("bare");
    rounds.add(sample("bare", 1_000, 1, 0.1, 0.1));
    rounds.add(sample("ours", 1_000, 2, 0.2, 0.2));
    rounds.add(sample("bare", 1_000, 2, 0.2, 0.2));
    rounds.add(sample("ours", 1_000, 4, 0.4, 0.4));
    rounds.add(sample("bare", 1_000, 9, 0.9, 0.9));
    rounds.add(sample("ours", 1_000, 9, 0.9, 0.9));

    assertThat(rounds.ratio("ours", "bare")).isEqualTo(0.5);
    assertThat(rounds.processorRatio("ours", "bare")).isEqualTo(2);
    assertThat(rounds.ratio("nothing", "bare")).isNaN();
  }

  @Test
  void the_table_has_the_medians_and_the_spread() {
    Rounds rounds = new Rounds("bare");
    rounds.add(sample("bare", 1_000, 1, 0.1, 0.1));
    rounds.add(sample("bare", 1_000, 2, 0.1, 0.1));

    assertThat(rounds.markdown())
        .contains("| bare | 750 | 500 to 1,000 | 1.00 | 200.0 | 1.00 | 1000.0 | 0.0 |");
  }

  @Test
  void what_could_not_be_measured_is_missed() {
    assertThat(new Verdict("t", Double.NaN, 0.5, true).reached()).isFalse();
    assertThat(new Verdict("t", 0.5, 0.5, true).reached()).isTrue();
    assertThat(new Verdict("t", 1, 1, false).reached()).isFalse();
    assertThat(new Verdict("t", 0.9, 1, false).reached()).isTrue();
  }

  private static Sample sample(String kind, int events, double seconds, double one, double two) {
    return new Sample(
        kind, events, seconds, Map.of("one", one, "two", two, "broker", 1.0), Set.of("one", "two"));
  }
}
