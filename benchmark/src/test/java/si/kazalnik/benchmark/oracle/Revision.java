package si.kazalnik.benchmark.oracle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * One version of a period.
 *
 * @param causes the causes that would be right; empty means that it must have none
 */
public record Revision(int number, Published published, Set<String> causes, Instant computedAt) {
  boolean sameSecond(Instant other) {
    return computedAt.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
  }
}
