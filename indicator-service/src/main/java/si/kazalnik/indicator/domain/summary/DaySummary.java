package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of the measurements of one {@link Cell}, immutable and mergeable. It does not
 * depend on the order in which they came, nor on how they were spread over partial summaries: equal
 * contents are equal objects, with equal bytes.
 *
 * @param completions completions of exactly the cell's days that are in force
 * @param count measurements
 * @param sum exact, canonical; zero where there is no number
 * @param min least value, or null where there is no number
 * @param max greatest value, or null where there is no number
 * @param last the greatest measurement by time, or null where there is none
 * @param dated measurements that bear a delivery beside their whole period
 * @param delivered the earliest of those deliveries, or null
 */
public record DaySummary(
    long completions,
    long count,
    BigDecimal sum,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Last last,
    long dated,
    @Nullable Instant delivered) {

  /** Of nothing. */
  public static final DaySummary EMPTY =
      new DaySummary(0, 0, BigDecimal.ZERO, null, null, null, 0, null);

  /** Of all of them. */
  public static DaySummary of(Iterable<? extends Contribution> contributions) {
    DaySummary all = EMPTY;
    for (Contribution contribution : contributions) {
      all = all.plus(contribution);
    }
    return all;
  }

  /** With one more contribution, of an identity that is not yet in it. */
  public DaySummary plus(Contribution contribution) {
    if (contribution instanceof Contribution.Observation seen) {
      return merge(ofOne(seen));
    }
    return new DaySummary(completions + 1, count, sum, min, max, last, dated, delivered);
  }

  private static DaySummary ofOne(Contribution.Observation seen) {
    BigDecimal value = seen.value();
    return new DaySummary(
        0,
        1,
        value == null ? BigDecimal.ZERO : value,
        value,
        value,
        Last.of(seen),
        seen.deliveredAt() == null ? 0 : 1,
        seen.deliveredAt());
  }

  /**
   * Without a contribution that is in it. Empty where the summary cannot tell what remains (it
   * loses its least, greatest, last or earliest): then it is to be made anew by {@link
   * #of(Iterable)} from those that remain.
   */
  public Optional<DaySummary> minus(Contribution contribution) {
    if (!(contribution instanceof Contribution.Observation gone)) {
      return Optional.of(
          new DaySummary(completions - 1, count, sum, min, max, last, dated, delivered));
    }
    if (count == 1) {
      return Optional.of(
          new DaySummary(completions, 0, BigDecimal.ZERO, null, null, null, 0, null));
    }
    if (isBorder(gone)) {
      return Optional.empty();
    }
    BigDecimal value = gone.value();
    return Optional.of(
        new DaySummary(
            completions,
            count - 1,
            value == null ? sum : Numbers.canonical(sum.subtract(value)),
            min,
            max,
            last,
            gone.deliveredAt() == null ? dated : dated - 1,
            delivered));
  }

  private boolean isBorder(Contribution.Observation gone) {
    BigDecimal value = gone.value();
    return (value != null && (Numbers.same(value, min) || Numbers.same(value, max)))
        || (last != null && last.isOf(gone))
        || (gone.deliveredAt() != null && gone.deliveredAt().equals(delivered));
  }

  /** Of the contributions of both, which have none in common. */
  public DaySummary merge(DaySummary other) {
    return new DaySummary(
        completions + other.completions,
        count + other.count,
        Numbers.canonical(sum.add(other.sum)),
        least(min, other.min),
        greatest(max, other.max),
        Last.greatest(last, other.last),
        dated + other.dated,
        least(delivered, other.delivered));
  }

  /** Whether nothing is in it, so that its cell need not be kept. */
  public boolean isEmpty() {
    return count == 0 && completions == 0;
  }

  /** The lesser of the two; the one that is there where the other is not. */
  public static <T extends Comparable<? super T>> @Nullable T least(@Nullable T a, @Nullable T b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** The greater of the two; the one that is there where the other is not. */
  public static <T extends Comparable<? super T>> @Nullable T greatest(
      @Nullable T a, @Nullable T b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) >= 0 ? a : b;
  }
}
