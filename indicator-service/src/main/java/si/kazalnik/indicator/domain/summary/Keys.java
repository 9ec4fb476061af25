package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The distinct keys of measurements, as digests: all of them up to {@link #MOST}, beyond that the
 * smallest {@link #MOST}, which do not depend on the order in which keys come or parts are merged.
 * The estimate is the unbiased one for the k smallest values: Beyer and others, "On synopses for
 * distinct-value estimation under multiset operations", SIGMOD 2007. Immutable.
 */
public final class Keys {

  /** So many are counted exactly; of more, so many digests are kept. */
  public static final int MOST = 4_096;

  /** Of no key. */
  public static final Keys NONE = new Keys(true, new long[0]);

  /** Standard error of an estimate, 1/√(k − 2), relative. */
  private static final BigDecimal ERROR = new BigDecimal("0.0156");

  private final boolean exact;

  /** Ascending, each once; the sign bit is turned, so that their order is that of 64 bits. */
  private final long[] digests;

  private Keys(boolean exact, long[] digests) {
    this.exact = exact;
    this.digests = digests;
  }

  /** With one more measurement, of that key. */
  Keys plus(String key) {
    long digest = digest(key);
    int at = Arrays.binarySearch(digests, digest);
    if (at >= 0) {
      return this;
    }
    int place = -at - 1;
    long[] more = new long[digests.length + 1];
    System.arraycopy(digests, 0, more, 0, place);
    more[place] = digest;
    System.arraycopy(digests, place, more, place + 1, digests.length - place);
    return more.length <= MOST ? new Keys(exact, more) : smallest(more);
  }

  /** Of measurements with those keys. */
  static Keys ofEach(Collection<String> keys) {
    long[] all = keys.stream().mapToLong(Keys::digest).sorted().distinct().toArray();
    return all.length <= MOST ? new Keys(true, all) : smallest(all);
  }

  /**
   * Of all parts together: exact where each is, however many they are together; else an estimate.
   */
  public static Keys of(Collection<Keys> parts) {
    long[] all =
        parts.stream()
            .flatMapToLong(part -> LongStream.of(part.digests))
            .sorted()
            .distinct()
            .toArray();
    boolean allExact = parts.stream().allMatch(part -> part.exact);
    return allExact ? new Keys(true, all) : smallest(all);
  }

  Keys merge(Keys other) {
    return of(List.of(this, other));
  }

  private static Keys smallest(long[] ascending) {
    return new Keys(false, Arrays.copyOf(ascending, Math.min(ascending.length, MOST)));
  }

  /** How many keys there are, or about how many, as a whole number. */
  public BigDecimal count() {
    if (exact) {
      return BigDecimal.valueOf(digests.length);
    }
    BigInteger greatest =
        new BigInteger(Long.toUnsignedString(digests[digests.length - 1] ^ Long.MIN_VALUE))
            .add(BigInteger.ONE);
    BigInteger all = BigInteger.ONE.shiftLeft(Long.SIZE);
    return new BigDecimal(all.multiply(BigInteger.valueOf(digests.length - 1L)))
        .divide(new BigDecimal(greatest), 0, RoundingMode.HALF_UP);
  }

  /** Relative standard error of the count, or null where it is exact. */
  public @Nullable BigDecimal error() {
    return exact ? null : ERROR;
  }

  private static long digest(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong() ^ Long.MIN_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void write(ByteWriter out) {
    out.octet(exact ? 1 : 0);
    out.unsigned(digests.length);
    for (long digest : digests) {
      out.fixed(digest);
    }
  }

  static Keys read(ByteReader in) {
    boolean exact = in.octet() == 1;
    long[] digests = new long[(int) in.unsigned()];
    for (int n = 0; n < digests.length; n++) {
      digests[n] = in.fixed();
    }
    return new Keys(exact, digests);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Keys that
        && exact == that.exact
        && Arrays.equals(digests, that.digests);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digests);
  }

  @Override
  public String toString() {
    return (exact ? "" : "about ") + count() + " keys";
  }
}
