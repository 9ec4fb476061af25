package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The greatest measurement of a cell by (at; source; measurement), texts by code point.
 *
 * @param value canonical, or null where the series has no number
 */
public record Last(Instant at, String source, String measurement, @Nullable BigDecimal value) {

  private static final Comparator<Last> ORDER =
      Comparator.comparing(Last::at)
          .thenComparing(Last::source, CodePoints.ORDER)
          .thenComparing(Last::measurement, CodePoints.ORDER);

  static Last of(Contribution.Observation seen) {
    return new Last(seen.at(), seen.source(), seen.measurement(), seen.value());
  }

  /** The greater of the two; the one that is there where the other is not. */
  public static @Nullable Last greatest(@Nullable Last a, @Nullable Last b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return ORDER.compare(a, b) >= 0 ? a : b;
  }

  boolean isOf(Contribution.Observation seen) {
    return at.equals(seen.at())
        && source.equals(seen.source())
        && measurement.equals(seen.measurement());
  }
}
