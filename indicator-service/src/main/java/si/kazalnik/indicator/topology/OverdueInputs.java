package si.kazalnik.indicator.topology;

import java.util.List;
import si.kazalnik.indicator.domain.deviation.Overdue;

/**
 * What one indicator waits for in vain of one provider: all of it, so that it may come twice.
 *
 * @param catalogue version by which that was found
 */
record OverdueInputs(String indicator, List<Overdue> overdue, String catalogue) {}
