package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one identity, in its winning version, adds to its cell. */
public sealed interface Contribution {

  /**
   * A measurement.
   *
   * @param at when it was true: {@code observedAt}, or the end of its whole period
   * @param source the envelope's source
   * @param measurement its name within the source
   * @param value canonical, or null where the series has no number
   * @param deliveredAt {@code observedAt} beside a whole period (late delivery); else null
   * @param key what {@code DISTINCT} counts, or null
   */
  record Observation(
      Instant at,
      String source,
      String measurement,
      @Nullable BigDecimal value,
      @Nullable Instant deliveredAt,
      @Nullable String key)
      implements Contribution {

    public Observation {
      value = value == null ? null : Numbers.canonical(value);
    }

    /** One without a key. */
    public Observation(
        Instant at,
        String source,
        String measurement,
        @Nullable BigDecimal value,
        @Nullable Instant deliveredAt) {
      this(at, source, measurement, value, deliveredAt, null);
    }
  }

  /** "Nothing more will come for this period." */
  record Completion() implements Contribution {}
}
