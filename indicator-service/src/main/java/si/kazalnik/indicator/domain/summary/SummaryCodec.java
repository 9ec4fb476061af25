package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of summaries and contributions: a schema version, then only what is there. Equal
 * summaries have equal bytes.
 */
public final class SummaryCodec {

  /** The version of both forms that this code writes; it reads no other. */
  public static final int SCHEMA = 3;

  private static final int HAS_COMPLETIONS = 1;
  private static final int HAS_MEASUREMENTS = 2;
  private static final int HAS_VALUES = 4;
  private static final int HAS_DELIVERIES = 8;
  private static final int IS_ONE_VALUE = 16;
  private static final int LAST_HAS_VALUE = 32;
  private static final int KEEPS_KEYS = 64;
  private static final int KEEPS_VALUES = 128;

  private SummaryCodec() {}

  public static byte[] write(DaySummary summary) {
    ByteWriter out = new ByteWriter();
    out.octet(SCHEMA);
    BigDecimal min = summary.min();
    BigDecimal max = summary.max();
    Last last = summary.last();
    out.octet(flags(summary));
    if (summary.completions() > 0) {
      out.unsigned(summary.completions());
    }
    if (last != null) {
      out.unsigned(summary.count());
      out.instant(
          Objects.requireNonNull(summary.first(), "where there is a last, there is a first"));
      out.instant(last.at());
      out.text(last.source());
      out.text(last.measurement());
      if (last.value() != null) {
        out.number(last.value());
      }
    }
    if (min != null && max != null) {
      out.number(summary.sum());
      out.number(min);
      if (!Numbers.same(min, max)) {
        out.number(max);
      }
    }
    if (summary.delivered() != null) {
      out.unsigned(summary.dated());
      out.instant(summary.delivered());
    }
    if (summary.keys() != null) {
      summary.keys().write(out);
    }
    if (summary.values() != null) {
      summary.values().write(out);
    }
    return out.toBytes();
  }

  private static int flags(DaySummary summary) {
    Last last = summary.last();
    BigDecimal min = summary.min();
    return (summary.completions() > 0 ? HAS_COMPLETIONS : 0)
        | (last != null ? HAS_MEASUREMENTS : 0)
        | (min != null ? HAS_VALUES : 0)
        | (summary.delivered() != null ? HAS_DELIVERIES : 0)
        | (min != null && Numbers.same(min, summary.max()) ? IS_ONE_VALUE : 0)
        | (last != null && last.value() != null ? LAST_HAS_VALUE : 0)
        | (summary.keys() != null ? KEEPS_KEYS : 0)
        | (summary.values() != null ? KEEPS_VALUES : 0);
  }

  /**
   * The summary that {@link #write(DaySummary)} wrote.
   *
   * @throws IllegalStateException where another version wrote it
   */
  public static DaySummary readSummary(byte[] bytes) {
    ByteReader in = opened(bytes);
    int flags = in.octet();
    long completions = (flags & HAS_COMPLETIONS) != 0 ? in.unsigned() : 0;
    long count = 0;
    Instant first = null;
    Last last = null;
    if ((flags & HAS_MEASUREMENTS) != 0) {
      count = in.unsigned();
      first = in.instant();
      last =
          new Last(
              in.instant(),
              in.text(),
              in.text(),
              (flags & LAST_HAS_VALUE) != 0 ? in.number() : null);
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal min = null;
    BigDecimal max = null;
    if ((flags & HAS_VALUES) != 0) {
      sum = in.number();
      min = in.number();
      max = (flags & IS_ONE_VALUE) != 0 ? min : in.number();
    }
    long dated = 0;
    Instant delivered = null;
    if ((flags & HAS_DELIVERIES) != 0) {
      dated = in.unsigned();
      delivered = in.instant();
    }
    Keys keys = (flags & KEEPS_KEYS) != 0 ? Keys.read(in) : null;
    Values values = (flags & KEEPS_VALUES) != 0 ? Values.read(in) : null;
    return new DaySummary(
        completions, count, sum, min, max, first, last, dated, delivered, keys, values);
  }

  public static byte[] write(Contribution contribution) {
    ByteWriter out = new ByteWriter();
    out.octet(SCHEMA);
    if (!(contribution instanceof Contribution.Observation seen)) {
      out.octet(HAS_COMPLETIONS);
      return out.toBytes();
    }
    @Nullable BigDecimal value = seen.value();
    @Nullable Instant delivered = seen.deliveredAt();
    String key = seen.key();
    out.octet(
        (value != null ? HAS_VALUES : 0)
            | (delivered != null ? HAS_DELIVERIES : 0)
            | (key != null ? KEEPS_KEYS : 0));
    out.instant(seen.at());
    out.text(seen.source());
    out.text(seen.measurement());
    if (value != null) {
      out.number(value);
    }
    if (delivered != null) {
      out.instant(delivered);
    }
    if (key != null) {
      out.text(key);
    }
    return out.toBytes();
  }

  /**
   * The contribution that {@link #write(Contribution)} wrote.
   *
   * @throws IllegalStateException where another version wrote it
   */
  public static Contribution readContribution(byte[] bytes) {
    ByteReader in = opened(bytes);
    int flags = in.octet();
    if ((flags & HAS_COMPLETIONS) != 0) {
      return new Contribution.Completion();
    }
    return new Contribution.Observation(
        in.instant(),
        in.text(),
        in.text(),
        (flags & HAS_VALUES) != 0 ? in.number() : null,
        (flags & HAS_DELIVERIES) != 0 ? in.instant() : null,
        (flags & KEEPS_KEYS) != 0 ? in.text() : null);
  }

  private static ByteReader opened(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int schema = in.octet();
    if (schema != SCHEMA) {
      throw new IllegalStateException(
          "schema " + schema + " of a stored summary; known: " + SCHEMA);
    }
    return in;
  }
}
