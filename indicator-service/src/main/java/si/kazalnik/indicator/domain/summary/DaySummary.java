package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param first when the earliest measurement was true, or null where there is none
 * @param last the greatest measurement by time, or null where there is none
 * @param dated measurements that bear a delivery beside their whole period
 * @param delivered the earliest of those deliveries, or null
 * @param keys distinct keys; null where they are not kept
 * @param values how often each value came; null where that is not kept
 */
public record DaySummary(
    long completions,
    long count,
    BigDecimal sum,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Instant first,
    @Nullable Last last,
    long dated,
    @Nullable Instant delivered,
    @Nullable Keys keys,
    @Nullable Values values) {

  /** Of nothing. */
  public static final DaySummary EMPTY = empty(Kept.NOTHING);

  /** Of nothing yet, but to keep more than the usual. */
  public static DaySummary empty(Kept kept) {
    return new DaySummary(
        0,
        0,
        BigDecimal.ZERO,
        null,
        null,
        null,
        null,
        0,
        null,
        kept.keys() ? Keys.NONE : null,
        kept.values() ? Values.NONE : null);
  }

  /** Of all of them. */
  public static DaySummary of(Kept kept, Iterable<? extends Contribution> contributions) {
    DaySummary all = EMPTY;
    List<String> keys = new ArrayList<>();
    List<BigDecimal> values = new ArrayList<>();
    for (Contribution contribution : contributions) {
      all = all.plus(contribution);
      if (contribution instanceof Contribution.Observation seen) {
        add(keys, kept.keys() ? seen.key() : null);
        add(values, kept.values() ? seen.value() : null);
      }
    }
    // These at once: one by one, each would be a copy of all before it.
    return new DaySummary(
        all.completions,
        all.count,
        all.sum,
        all.min,
        all.max,
        all.first,
        all.last,
        all.dated,
        all.delivered,
        kept.keys() ? Keys.ofEach(keys) : null,
        kept.values() ? Values.ofEach(values) : null);
  }

  private static <T> void add(List<T> list, @Nullable T element) {
    if (element != null) {
      list.add(element);
    }
  }

  /** With one more contribution, of an identity that is not yet in it. */
  public DaySummary plus(Contribution contribution) {
    return contribution instanceof Contribution.Observation seen
        ? plus(seen)
        : new DaySummary(
            completions + 1, count, sum, min, max, first, last, dated, delivered, keys, values);
  }

  private DaySummary plus(Contribution.Observation seen) {
    BigDecimal value = seen.value();
    return new DaySummary(
        completions,
        count + 1,
        value == null ? sum : Numbers.canonical(sum.add(value)),
        least(min, value),
        greatest(max, value),
        least(first, seen.at()),
        Last.greatest(last, Last.of(seen)),
        seen.deliveredAt() == null ? dated : dated + 1,
        least(delivered, seen.deliveredAt()),
        keys == null || seen.key() == null ? keys : keys.plus(seen.key()),
        values == null || value == null ? values : values.plus(value));
  }

  /**
   * Without a contribution that is in it. Empty where the summary cannot tell what remains (it
   * loses its least, greatest, last or earliest, or a key): then it is to be made anew from those
   * that remain.
   */
  public Optional<DaySummary> minus(Contribution contribution) {
    if (!(contribution instanceof Contribution.Observation gone)) {
      return Optional.of(
          new DaySummary(
              completions - 1, count, sum, min, max, first, last, dated, delivered, keys, values));
    }
    if (count == 1) {
      DaySummary nothing = empty(kept());
      return Optional.of(
          new DaySummary(
              completions,
              0,
              nothing.sum,
              null,
              null,
              null,
              null,
              0,
              null,
              nothing.keys,
              nothing.values));
    }
    BigDecimal value = gone.value();
    Values rest = values == null || value == null ? values : values.minus(value).orElse(null);
    boolean loses = (keys != null && gone.key() != null) || (values != null && rest == null);
    if (loses || isBorder(gone)) {
      return Optional.empty();
    }
    return Optional.of(
        new DaySummary(
            completions,
            count - 1,
            value == null ? sum : Numbers.canonical(sum.subtract(value)),
            min,
            max,
            first,
            last,
            gone.deliveredAt() == null ? dated : dated - 1,
            delivered,
            keys,
            rest));
  }

  private boolean isBorder(Contribution.Observation gone) {
    BigDecimal value = gone.value();
    return (value != null && (Numbers.same(value, min) || Numbers.same(value, max)))
        || isFirst(gone)
        || (last != null && last.isOf(gone))
        || (gone.deliveredAt() != null && gone.deliveredAt().equals(delivered));
  }

  // Of a whole period all are true at the same instant, and whichever goes, it stays the first.
  private boolean isFirst(Contribution.Observation gone) {
    return gone.at().equals(first) && (last == null || !last.at().equals(first));
  }

  /** Of the contributions of both, which have none in common. */
  public DaySummary merge(DaySummary other) {
    return new DaySummary(
        completions + other.completions,
        count + other.count,
        Numbers.canonical(sum.add(other.sum)),
        least(min, other.min),
        greatest(max, other.max),
        least(first, other.first),
        Last.greatest(last, other.last),
        dated + other.dated,
        least(delivered, other.delivered),
        keys == null || other.keys == null ? null : keys.merge(other.keys),
        values == null || other.values == null ? null : values.merge(other.values));
  }

  /** What it keeps beside the usual. */
  public Kept kept() {
    return new Kept(keys != null, values != null);
  }

  /** The same with nothing kept beside the usual but that. */
  public DaySummary only(Kept kept) {
    return kept.suffices(kept())
        ? this
        : new DaySummary(
            completions,
            count,
            sum,
            min,
            max,
            first,
            last,
            dated,
            delivered,
            kept.keys() ? keys : null,
            kept.values() ? values : null);
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
