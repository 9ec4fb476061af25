package si.kazalnik.indicator.domain.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;

/**
 * What an indicator's headline says at one instant.
 *
 * @param performance the latest verdict; {@code NOT_DUE} before any; {@code NO_TARGET} where none
 *     is in force now
 * @param judged the period that the verdict is about; null with the two that are none
 * @param latest the latest period with a value, open or not; or null
 * @param health do we know
 * @param dueAt when the earliest due period not yet closed closes, begun or not; null where none is
 *     known, as with {@code ON_EVENT}
 * @param milestones the verdicts at dated points, oldest first
 */
public record Standing(
    Performance performance,
    @Nullable IndicatorValue judged,
    @Nullable IndicatorValue latest,
    DataHealth health,
    @Nullable Instant dueAt,
    List<IndicatorValue> milestones) {}
