package si.kazalnik.indicator.domain.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import si.kazalnik.indicator.domain.summary.Contribution.Observation;

/** "Sums are decimal and exact; nothing depends on the order of arrival … bit-identical values." */
class DaySummaryTest {

  private static final Kept KEPT = new Kept(true, true);

  /** "a period is the merge of its days". */
  @Property(tries = 300)
  void neither_order_nor_partition_changes_a_bit(
      @ForAll("observations") List<Observation> seen,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 12) int partitions) {
    byte[] inOrder = SummaryCodec.write(DaySummary.of(KEPT, seen));
    List<Observation> shuffled = new ArrayList<>(seen);
    Collections.shuffle(shuffled, random);
    DaySummary[] parts = new DaySummary[partitions];
    Arrays.fill(parts, DaySummary.empty(KEPT));
    for (Observation each : shuffled) {
      int part = random.nextInt(partitions);
      parts[part] = parts[part].plus(each);
    }
    DaySummary merged = Arrays.stream(parts).reduce(DaySummary.empty(KEPT), DaySummary::merge);
    assertThat(SummaryCodec.write(merged)).isEqualTo(inOrder);
  }

  @Property(tries = 300)
  void it_says_what_the_measurements_say(@ForAll("observations") List<Observation> seen) {
    DaySummary summary = DaySummary.of(KEPT, seen);
    List<BigDecimal> values =
        seen.stream().flatMap(each -> Optional.ofNullable(each.value()).stream()).sorted().toList();
    assertThat(summary.count()).isEqualTo(seen.size());
    assertThat(summary.sum())
        .isEqualByComparingTo(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    if (!values.isEmpty()) {
      assertThat(summary.min()).isEqualByComparingTo(values.get(0));
      assertThat(summary.max()).isEqualByComparingTo(values.get(values.size() - 1));
    }
    Observation last =
        seen.stream()
            .max(
                Comparator.comparing(Observation::at)
                    .thenComparing(each -> each.source().codePoints().toArray(), Arrays::compare)
                    .thenComparing(
                        each -> each.measurement().codePoints().toArray(), Arrays::compare))
            .orElse(null);
    assertThat(summary.last())
        .isEqualTo(
            last == null
                ? null
                : new Last(last.at(), last.source(), last.measurement(), last.value()));
  }

  @Property(tries = 300)
  void taking_one_away_leaves_what_the_others_make_or_says_that_it_cannot(
      @ForAll("observations") List<Observation> seen, @ForAll Random random) {
    if (seen.isEmpty()) {
      return;
    }
    List<Observation> rest = new ArrayList<>(seen);
    Observation gone = rest.remove(random.nextInt(rest.size()));
    Optional<DaySummary> without = DaySummary.of(KEPT, seen).minus(gone);
    without.ifPresent(
        left ->
            assertThat(SummaryCodec.write(left))
                .isEqualTo(SummaryCodec.write(DaySummary.of(KEPT, rest))));
    if (rest.isEmpty()) {
      assertThat(without).contains(DaySummary.empty(KEPT));
    }
  }

  @Property(tries = 300)
  void what_is_stored_comes_back_as_it_was(
      @ForAll("observations") List<Observation> seen, @ForAll @IntRange(max = 3) int completions) {
    DaySummary summary = DaySummary.of(KEPT, seen);
    for (int n = 0; n < completions; n++) {
      summary = summary.plus(new Contribution.Completion());
    }
    assertThat(SummaryCodec.readSummary(SummaryCodec.write(summary))).isEqualTo(summary);
    for (Observation each : seen) {
      assertThat(SummaryCodec.readContribution(SummaryCodec.write(each))).isEqualTo(each);
    }
  }

  @Property(tries = 20)
  void a_completion_counts_beside_the_measurements_and_can_be_taken_back(
      @ForAll("observations") List<Observation> seen) {
    DaySummary before = DaySummary.of(KEPT, seen);
    Contribution completion = new Contribution.Completion();
    DaySummary with = before.plus(completion);
    assertThat(with.completions()).isEqualTo(1);
    assertThat(with.isEmpty()).isFalse();
    assertThat(with.minus(completion)).contains(before);
    assertThat(SummaryCodec.readContribution(SummaryCodec.write(completion))).isEqualTo(completion);
  }

  /** Identities are unique, as stage one sees to. */
  @Provide
  Arbitrary<List<Observation>> observations() {
    Arbitrary<String> names =
        Arbitraries.of("a", "b", "ž", "\uFFEE", new String(Character.toChars(0x1F600)), "aa");
    Arbitrary<Observation> one =
        Combinators.combine(
                Arbitraries.longs().between(-3, 3).map(Instant::ofEpochSecond),
                names,
                names,
                Arbitraries.bigDecimals()
                    .between(
                        new BigDecimal("-999999999999999999"), new BigDecimal("999999999999999999"))
                    .ofScale(12)
                    .injectNull(0.1),
                Arbitraries.longs().between(0, 3).map(Instant::ofEpochSecond).injectNull(0.7),
                Arbitraries.of("k", "l", "m").injectNull(0.3))
            .as(Observation::new);
    return one.list()
        .ofMaxSize(14)
        .uniqueElements(each -> each.source() + '|' + each.measurement());
  }
}
