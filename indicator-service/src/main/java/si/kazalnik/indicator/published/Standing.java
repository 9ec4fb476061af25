package si.kazalnik.indicator.published;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;

/**
 * What an indicator's headline says at one moment.
 *
 * @param performance the latest verdict, or {@code NOT_DUE} or {@code NO_TARGET}
 * @param judged the period that the verdict is about; null with the two that are none
 * @param latest the latest period with a value, open or not; null where there is none
 * @param health do we know
 * @param dueAt when the earliest due period not yet closed closes; null where none is to come
 */
public record Standing(
    Performance performance,
    @Nullable IndicatorValue judged,
    @Nullable IndicatorValue latest,
    DataHealth health,
    @Nullable Instant dueAt) {}
