package si.kazalnik.indicator.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import si.kazalnik.contract.catalogue.Reporting;

/** When what ends on a day closes. Days are local days of the zone, whatever their length. */
public final class Closing {

  private final Reporting reporting;
  private final ZoneId zone;
  private final WorkingDays workingDays;

  public Closing(Reporting reporting, ZoneId zone, WorkingDays workingDays) {
    this.reporting = reporting;
    this.zone = zone;
    this.workingDays = workingDays;
  }

  /** The local midnight that ends the day reached when {@code dueAfter} has run. */
  public Instant closesAt(LocalDate last) {
    LocalDate reached =
        reporting.workingDays()
            ? workingDays.after(last, (int) reporting.dueAfter().get(ChronoUnit.DAYS))
            : last.plus(reporting.dueAfter());
    return midnightAfter(reached);
  }

  /** The local midnight that begins the day. */
  public Instant startsAt(LocalDate day) {
    return midnightAfter(day.minusDays(1));
  }

  /** The local midnight that ends the day. */
  public Instant midnightAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The local day. */
  LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }
}
