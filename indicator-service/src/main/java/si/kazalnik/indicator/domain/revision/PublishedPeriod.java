package si.kazalnik.indicator.domain.revision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;

/**
 * What is remembered of a period to decide its next revision.
 *
 * @param last the record that was published last
 * @param closedWith the value of revision 1; null before it, and where it had none
 */
public record PublishedPeriod(IndicatorValue last, @Nullable BigDecimal closedWith) {}
