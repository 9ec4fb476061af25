package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long START = -7;
  private static final long MILLI = 1_000_000;
  private static final long LATE = 6_000;
  private static final long FRESH = 200;

  private final Pace pace = new Pace(10, START);

  @Test
  void where_nothing_comes_in_each_go_follows_at_once() {
    assertThat(pace.isTime(START)).isTrue();
    pace.went(START, START + 100 * MILLI);
    assertThat(pace.isTime(START + 100 * MILLI)).isTrue();
  }

  @Test
  void while_what_comes_in_lags_it_rests_as_many_times_as_long_as_the_go_took() {
    pace.went(START, START + 20 * MILLI);
    pace.taken(LATE);
    assertThat(pace.isTime(START + 219 * MILLI)).isFalse();
    pace.taken(LATE);
    assertThat(pace.isTime(START + 220 * MILLI)).isTrue();
  }

  @Test
  void once_nothing_more_comes_in_it_goes_on_before_the_rest_is_over() {
    pace.went(START, START + 100 * MILLI);
    pace.taken(LATE);
    assertThat(pace.isTime(START + 200 * MILLI)).isFalse();
    assertThat(pace.isTime(START + 300 * MILLI)).isTrue();
  }

  @Test
  void no_rest_is_longer_than_three_seconds() {
    pace.went(START, START + 1_000 * MILLI);
    pace.taken(LATE);
    assertThat(pace.isTime(START + 3_999 * MILLI)).isFalse();
    pace.taken(LATE);
    assertThat(pace.isTime(START + 4_000 * MILLI)).isTrue();
  }

  @Test
  void while_what_comes_in_is_fresh_no_rest_is_longer_than_a_tenth_of_a_second() {
    pace.went(START, START + 100 * MILLI);
    pace.taken(FRESH);
    assertThat(pace.isTime(START + 199 * MILLI)).isFalse();
    pace.taken(FRESH);
    assertThat(pace.isTime(START + 200 * MILLI)).isTrue();
  }

  @Test
  void no_rest_is_longer_than_half_of_what_comes_in_lags() {
    pace.went(START, START + 100 * MILLI);
    pace.taken(600);
    pace.taken(FRESH);
    assertThat(pace.isTime(START + 399 * MILLI)).isFalse();
    pace.taken(FRESH);
    assertThat(pace.isTime(START + 400 * MILLI)).isTrue();
  }

  @Test
  void a_lag_is_forgotten_with_the_next_go() {
    pace.taken(LATE);
    pace.went(START, START + 100 * MILLI);
    pace.taken(FRESH);
    assertThat(pace.isTime(START + 200 * MILLI)).isTrue();
  }
}
