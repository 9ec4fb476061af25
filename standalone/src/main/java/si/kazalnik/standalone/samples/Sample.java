package si.kazalnik.standalone.samples;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measurement to be published.
 *
 * @param id the same at every making, so that a repeated one is a duplicate
 * @param at when the city system would have published it
 * @param observedAt with offset, or null where {@code period} is given
 * @param unit as in the catalogue, or null where there is none
 */
record Sample(
    String id,
    Instant at,
    String provider,
    String source,
    String series,
    @Nullable String subject,
    @Nullable String observedAt,
    @Nullable String period,
    @Nullable BigDecimal value,
    @Nullable String unit,
    Map<String, String> dimensions,
    @Nullable String key) {}
