package si.kazalnik.benchmark.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A period with every history of it that would be right; an empty one says that it may be absent.
 *
 * @param due by calendar
 * @param open whether the rules leave open what is to be said of it
 */
public record PeriodAnswer(
    String name,
    LocalDate start,
    LocalDate end,
    Instant closing,
    Set<History> histories,
    boolean due,
    boolean open) {}
