package si.kazalnik.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One validated event of the {@code measurements} topic. Its key there is {@link #identity()}.
 *
 * @param schema version of this shape, {@link #SCHEMA}
 * @param type what the event says
 * @param provider id of the provider whose raw topic brought it
 * @param source the envelope's {@code source}
 * @param measurement the provider's name for the measurement, unique within {@code source}
 * @param revision 1 or more; the highest wins
 * @param contentHash SHA-256 of the canonical {@code data}, 64 lower-case hexadecimal digits, so
 *     that comparing the texts compares the digests as unsigned bytes
 * @param series id of the series; null only on a withdrawal that names none
 * @param subject station, department, survey; null where the event names none
 * @param observedAt when it was true; may accompany {@code period} (late delivery)
 * @param period the whole period it stands for, in the calendar's notation, or null
 * @param value in the series' unit; null where the series has no number, on completions and
 *     withdrawals
 * @param dimensions name to value, sorted by name; empty where there are none
 * @param key pseudonym for {@code DISTINCT}, or null
 * @param recordedAt when the raw topic received it; carried along and never computed with
 */
public record AcceptedMeasurement(
    int schema,
    EventType type,
    String provider,
    String source,
    String measurement,
    long revision,
    String contentHash,
    @Nullable String series,
    @Nullable String subject,
    @Nullable Instant observedAt,
    @Nullable String period,
    @Nullable BigDecimal value,
    Map<String, String> dimensions,
    @Nullable String key,
    Instant recordedAt) {

  /** The version of this shape that this code writes. */
  public static final int SCHEMA = 1;

  /** What names the measurement (or completion) for ever: {@code source|measurement}. */
  public String identity() {
    return source + '|' + measurement;
  }
}
