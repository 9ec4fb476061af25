package si.kazalnik.indicator.domain.window;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.domain.summary.Cell;

/**
 * One period as its inputs look at it: a calendar's holds days, an event's holds what bears its
 * subject, whenever.
 *
 * @param name as published
 * @param period null for an event's
 * @param first the first due period of the calendar; null for an event's
 */
public record Frame(
    String name,
    LocalDate start,
    LocalDate end,
    @Nullable ReportingPeriod period,
    @Nullable ReportingPeriod first) {

  /** A calendar's. */
  public static Frame of(ReportingPeriod period, ReportingPeriod first) {
    return new Frame(period.toString(), period.start(), period.end(), period, first);
  }

  /** An event's, which lies on the day. */
  public static Frame of(String subject, LocalDate day) {
    return new Frame(subject, day, day, null, null);
  }

  /** The subject of an event, or null. */
  public @Nullable String subject() {
    return period == null ? name : null;
  }

  /** The days that are its own: what lies on them says that the period is reported. */
  public Days own() {
    return period == null ? Days.ALL : new Days(start, end);
  }

  /** The days of the input's window. */
  public Days window(Input input) {
    return period == null ? Days.ALL : Windows.of(input, period);
  }

  /** The days from which a stock may be carried forward, empty where none may. */
  public Optional<Days> carried(Input input) {
    return period == null || input.carryForward() == 0
        ? Optional.empty()
        : Optional.of(Windows.before(period, input.carryForward()));
  }

  /** Whether there are as many reporting periods, since the first, as the window wants. */
  public boolean isLongEnough(Input input) {
    return input.window() != Window.ROLLING
        || period == null
        || first == null
        || !Windows.of(input, period).from().isBefore(first.start());
  }

  /** Whether it looks at the cell at all. */
  public boolean sees(Cell cell) {
    return period != null || name.equals(cell.subject());
  }
}
