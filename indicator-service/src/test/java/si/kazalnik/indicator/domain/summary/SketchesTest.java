package si.kazalnik.indicator.domain.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import si.kazalnik.indicator.domain.summary.Contribution.Observation;

/** "exact up to 4,096 values a day, beyond that an order-independent sketch …". */
class SketchesTest {

  private static final Kept BOTH = new Kept(true, true);

  private static List<Observation> observations(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                new Observation(
                    Instant.EPOCH,
                    "s",
                    "m" + n,
                    // Neither sorted nor evenly spread, with many digits.
                    new BigDecimal((long) n * n % 99_991).movePointLeft(3),
                    null,
                    "person-" + n))
        .toList();
  }

  private static DaySummary inOrder(List<Observation> seen, long seed) {
    List<Observation> shuffled = new ArrayList<>(seen);
    Collections.shuffle(shuffled, new Random(seed));
    return DaySummary.of(BOTH, shuffled);
  }

  private static Keys keys(DaySummary day) {
    return Objects.requireNonNull(day.keys());
  }

  private static Values values(DaySummary day) {
    return Objects.requireNonNull(day.values());
  }

  private static BigDecimal percentile(DaySummary day, int p) {
    return Objects.requireNonNull(values(day).percentile(p));
  }

  private static BigDecimal percentile(List<Observation> seen, int p) {
    List<BigDecimal> values = seen.stream().map(Observation::value).sorted().toList();
    int rank =
        new BigDecimal(p * values.size())
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
            .intValueExact();
    return values.get(rank - 1);
  }

  @Test
  void up_to_4096_both_are_exact() {
    List<Observation> seen = observations(4096);
    DaySummary day = inOrder(seen, 1);
    assertThat(keys(day).count()).isEqualTo(new BigDecimal("4096"));
    assertThat(keys(day).error()).isNull();
    assertThat(values(day).error()).isNull();
    for (int p : new int[] {1, 50, 90, 99, 100}) {
      assertThat(values(day).percentile(p)).isEqualByComparingTo(percentile(seen, p));
    }
  }

  @Test
  void beyond_that_the_error_is_within_what_is_said() {
    List<Observation> seen = observations(9000);
    DaySummary day = inOrder(seen, 1);
    BigDecimal error = keys(day).error();
    assertThat(error).isEqualTo(new BigDecimal("0.0156"));
    // Four standard errors: of one fixed set of keys, so that the test never changes its mind.
    assertThat(keys(day).count().subtract(new BigDecimal("9000")).abs())
        .isLessThan(new BigDecimal("9000").multiply(error).multiply(new BigDecimal("4")));
    for (int p : new int[] {1, 50, 90, 99, 100}) {
      BigDecimal exact = percentile(seen, p);
      assertThat(percentile(day, p).subtract(exact).abs())
          .isLessThanOrEqualTo(exact.multiply(values(day).error()));
    }
  }

  @Property(tries = 2)
  void neither_order_nor_the_order_of_merging_changes_a_bit(
      @ForAll @IntRange(max = 1000) int seed) {
    List<Observation> seen = observations(6_000);
    byte[] whole = SummaryCodec.write(inOrder(seen, 0));
    assertThat(SummaryCodec.write(inOrder(seen, seed))).isEqualTo(whole);
    DaySummary one = inOrder(seen.subList(0, 4200), seed);
    DaySummary two = inOrder(seen.subList(4200, 5000), seed);
    DaySummary three = inOrder(seen.subList(5000, 6000), seed);
    assertThat(SummaryCodec.write(one.merge(two).merge(three))).isEqualTo(whole);
    assertThat(SummaryCodec.write(three.merge(one.merge(two)))).isEqualTo(whole);
    assertThat(SummaryCodec.readSummary(whole)).isEqualTo(inOrder(seen, seed));
  }

  @Test
  void what_falls_back_under_the_limit_is_exact_again() {
    List<Observation> seen = observations(4097);
    DaySummary day = inOrder(seen, 3);
    assertThat(values(day).error()).isNotNull();
    assertThat(day.minus(seen.get(17))).isEmpty();
    Kept onlyValues = new Kept(false, true);
    assertThat(DaySummary.of(onlyValues, seen).minus(seen.get(17))).isEmpty();
    DaySummary more = DaySummary.of(onlyValues, observations(5000));
    Observation inside =
        new Observation(Instant.EPOCH, "s", "a", new BigDecimal("50.123"), null, null);
    assertThat(more.plus(inside).minus(inside).orElseThrow().values()).isEqualTo(more.values());
  }

  @Test
  void many_exact_days_together_are_exact() {
    List<Observation> seen = observations(8000);
    Keys keys =
        Keys.of(
            List.of(
                keys(inOrder(seen.subList(0, 4000), 1)),
                keys(inOrder(seen.subList(3000, 7000), 2))));
    assertThat(keys.count()).isEqualTo(new BigDecimal("7000"));
    assertThat(keys.error()).isNull();
  }

  @Test
  void only_what_is_needed_is_sent_on() {
    DaySummary day = inOrder(observations(10), 1);
    assertThat(day.only(Kept.NOTHING).kept()).isEqualTo(Kept.NOTHING);
    assertThat(day.only(new Kept(true, false)).values()).isNull();
    assertThat(day.only(BOTH)).isSameAs(day);
  }
}
