package si.kazalnik.indicator.domain.window;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import si.kazalnik.contract.calendar.ReportingPeriod;

/**
 * Consecutive periods of one calendar, listed only as they are asked for.
 *
 * @param first the earliest
 * @param last the latest, not before {@code first}
 */
public record PeriodRange(ReportingPeriod first, ReportingPeriod last)
    implements Iterable<ReportingPeriod> {

  public PeriodRange {
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(first + " is after " + last);
    }
  }

  /** The range, or empty where it would hold no period. */
  public static Optional<PeriodRange> between(ReportingPeriod first, ReportingPeriod last) {
    return last.compareTo(first) < 0 ? Optional.empty() : Optional.of(new PeriodRange(first, last));
  }

  /** Those that start on the one day or later and before the other. */
  public Optional<PeriodRange> starting(LocalDate from, LocalDate before) {
    return between(
        first.start().isBefore(from) ? firstFrom(from) : first,
        last.start().isBefore(before) ? last : firstFrom(before).previous());
  }

  private ReportingPeriod firstFrom(LocalDate day) {
    ReportingPeriod holding = first.frequency().containing(day);
    return holding.start().equals(day) ? holding : holding.next();
  }

  /** Whether the period is one of them. */
  public boolean contains(ReportingPeriod period) {
    return first.compareTo(period) <= 0 && period.compareTo(last) <= 0;
  }

  /** Whether the two have a period in common or one follows at once upon the other. */
  public boolean touches(PeriodRange other) {
    return first.compareTo(other.last.next()) <= 0 && other.first.compareTo(last.next()) <= 0;
  }

  /** The range from the earlier beginning to the later end. */
  public PeriodRange span(PeriodRange other) {
    return new PeriodRange(
        first.compareTo(other.first) <= 0 ? first : other.first,
        last.compareTo(other.last) >= 0 ? last : other.last);
  }

  @Override
  public Iterator<ReportingPeriod> iterator() {
    return new Iterator<>() {
      private ReportingPeriod next = first;

      @Override
      public boolean hasNext() {
        return next.compareTo(last) <= 0;
      }

      @Override
      public ReportingPeriod next() {
        if (!hasNext()) {
          throw new NoSuchElementException(next + " is after " + last);
        }
        ReportingPeriod current = next;
        next = current.next();
        return current;
      }
    };
  }
}
