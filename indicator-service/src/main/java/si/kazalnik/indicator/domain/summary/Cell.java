package si.kazalnik.indicator.domain.summary;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where measurements lie: those of one cell are kept as one {@link DaySummary}.
 *
 * @param series id
 * @param subject station, department, survey; or null
 * @param dimensions name to value, sorted by name
 * @param firstDay the local day of a moment; of a whole period its first day
 * @param lastDay the same day, or the last of the whole period: the day on which it lies
 */
public record Cell(
    String series,
    @Nullable String subject,
    Map<String, String> dimensions,
    LocalDate firstDay,
    LocalDate lastDay) {

  public Cell {
    dimensions =
        dimensions.isEmpty()
            ? Map.of()
            : Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** Whether all of it lies on these days. */
  public boolean liesWithin(LocalDate from, LocalDate to) {
    return !firstDay.isBefore(from) && !lastDay.isAfter(to);
  }
}
