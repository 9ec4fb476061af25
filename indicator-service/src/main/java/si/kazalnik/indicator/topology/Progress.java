package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition of stage two has come: sent only when nothing is left to be done, in the
 * same transaction as what was done.
 *
 * @param partition of stage two
 * @param next by partition of stage one the offset in {@code measurements} up to which everything
 *     is in the values
 * @param sequence of the catalogue by which is computed
 * @param catalogue its version
 * @param control offset in this partition of {@code control.indicators} after the newest taken
 * @param pending whether a later catalogue waits until everything for it has been sent
 * @param nextDue when the clock next changes something, or null for never
 * @param counts of the same partition of stage one: what became of each provider's events
 * @param unreadable records of that partition of {@code measurements} that could not be read
 */
record Progress(
    int schema,
    int partition,
    Map<Integer, Long> next,
    long sequence,
    String catalogue,
    long control,
    boolean pending,
    @Nullable Instant nextDue,
    Map<String, ProviderCounts> counts,
    long unreadable) {

  static final int SCHEMA = 1;
}
