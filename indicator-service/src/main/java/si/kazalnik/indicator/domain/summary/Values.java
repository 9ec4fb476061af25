package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of measurements with how often each came: exact up to {@link #MOST}, beyond that to
 * three significant digits, so that the relative error of a percentile is bounded whatever the
 * order in which values come or parts are merged: the idea of HdrHistogram (Tene) and DDSketch
 * (Masson, Rim and Lee, VLDB 2019), with decimal buckets, which need no logarithm. Immutable.
 */
public final class Values {

  /** So many are kept exactly. */
  public static final int MOST = 4_096;

  /** Of no value. */
  public static final Values NONE = new Values(true, 0, new TreeMap<>());

  private static final MathContext COARSE = new MathContext(3, RoundingMode.HALF_EVEN);

  /** Half a step of the last of three digits, against the least number that has them: 0.5 / 100. */
  private static final BigDecimal ERROR = new BigDecimal("0.005");

  private final boolean exact;
  private final long total;
  private final SortedMap<BigDecimal, Long> counts;

  private Values(boolean exact, long total, SortedMap<BigDecimal, Long> counts) {
    this.exact = exact;
    this.total = total;
    this.counts = Collections.unmodifiableSortedMap(counts);
  }

  /** With one more value. */
  Values plus(BigDecimal value) {
    Values base = exact && total == MOST ? coarse() : this;
    TreeMap<BigDecimal, Long> more = new TreeMap<>(base.counts);
    more.merge(base.bucket(value), 1L, Long::sum);
    return new Values(base.exact, total + 1, more);
  }

  /** Of each of them. */
  static Values ofEach(Collection<BigDecimal> values) {
    Values base = values.size() <= MOST ? NONE : NONE.coarse();
    TreeMap<BigDecimal, Long> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(base.bucket(value), 1L, Long::sum));
    return new Values(base.exact, values.size(), counts);
  }

  /** Without a value that is in it; empty where the rest would be exact and no longer is. */
  Optional<Values> minus(BigDecimal value) {
    if (!exact && total - 1 <= MOST) {
      return Optional.empty();
    }
    TreeMap<BigDecimal, Long> less = new TreeMap<>(counts);
    less.computeIfPresent(bucket(value), (any, count) -> count == 1 ? null : count - 1);
    return Optional.of(new Values(exact, total - 1, less));
  }

  /** Of all parts together: exact where each is, however many they are together. */
  public static Values of(Collection<Values> parts) {
    boolean allExact = parts.stream().allMatch(part -> part.exact);
    TreeMap<BigDecimal, Long> all = new TreeMap<>();
    long total = 0;
    for (Values part : parts) {
      total += part.total;
      (allExact ? part : part.coarse())
          .counts.forEach((value, count) -> all.merge(value, count, Long::sum));
    }
    return new Values(allExact, total, all);
  }

  Values merge(Values other) {
    return of(List.of(this, other));
  }

  private Values coarse() {
    if (!exact) {
      return this;
    }
    TreeMap<BigDecimal, Long> coarse = new TreeMap<>();
    counts.forEach((value, count) -> coarse.merge(coarse(value), count, Long::sum));
    return new Values(false, total, coarse);
  }

  private BigDecimal bucket(BigDecimal value) {
    return exact ? value : coarse(value);
  }

  private static BigDecimal coarse(BigDecimal value) {
    return Numbers.canonical(value.round(COARSE));
  }

  /**
   * The value of nearest rank, the ⌈p·n/100⌉-th; null of no values.
   *
   * @param p above 0, up to 100
   */
  public @Nullable BigDecimal percentile(int p) {
    long rank = (Math.multiplyExact(total, p) + 99) / 100;
    long passed = 0;
    for (Map.Entry<BigDecimal, Long> each : counts.entrySet()) {
      passed += each.getValue();
      if (passed >= rank) {
        return each.getKey();
      }
    }
    return null;
  }

  /** Bound of a percentile's relative error, or null where it is exact. */
  public @Nullable BigDecimal error() {
    return exact ? null : ERROR;
  }

  void write(ByteWriter out) {
    out.octet(exact ? 1 : 0);
    out.unsigned(counts.size());
    counts.forEach(
        (value, count) -> {
          out.number(value);
          out.unsigned(count);
        });
  }

  static Values read(ByteReader in) {
    boolean exact = in.octet() == 1;
    TreeMap<BigDecimal, Long> counts = new TreeMap<>();
    long total = 0;
    for (long left = in.unsigned(); left > 0; left--) {
      BigDecimal value = in.number();
      long count = in.unsigned();
      counts.put(value, count);
      total += count;
    }
    return new Values(exact, total, counts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Values that && exact == that.exact && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return (exact ? "" : "about ") + counts;
  }
}
