package si.kazalnik.ingestion.validation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/**
 * When an event says that something was true.
 *
 * @param zone the catalogue's: days are local
 * @param now the clock's time, not the computer's
 */
record TimeRules(ZoneId zone, Instant now) {

  private static final Duration FARTHEST_AHEAD = Duration.ofHours(24);

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  /** Time of a measurement of that series. */
  @Nullable Refusal ofMeasurement(
      Series series, @Nullable String period, @Nullable Json observedAt) {
    Frequency calendar = series.period();
    if (calendar == null) {
      if (period != null) {
        return badTime(
            series.id()
                + " is fed by moments (`observedAt`), not by whole periods; `period` is "
                + Wording.quote(period));
      }
      return observedAt == null
          ? badTime("`observedAt` is missing; " + series.id() + " is fed by moments")
          : moment(series, observedAt);
    }
    if (period == null) {
      return badTime(
          "`period` is missing; "
              + series.id()
              + " is fed by whole periods of the calendar "
              + calendar
              + ", such as "
              + calendar.containing(today()));
    }
    Refusal refusal = wholePeriod(series, period, calendar);
    if (refusal == null && observedAt != null) {
      refusal = readable(observedAt, Moments.read(observedAt));
    }
    return refusal != null ? refusal : ageOf(series, period);
  }

  /** Time of a completion: a whole period of any calendar. */
  @Nullable Refusal ofCompletion(Series series, @Nullable String period) {
    if (period == null) {
      return badTime(
          "`period` is missing; a completion says which period is complete, such as 2026-03");
    }
    Refusal refusal = wholePeriod(series, period, null);
    return refusal != null ? refusal : ageOf(series, period);
  }

  private @Nullable Refusal moment(Series series, Json observedAt) {
    Instant at = Moments.read(observedAt);
    Refusal refusal = readable(observedAt, at);
    if (refusal != null || at == null || series.acceptFor() == null) {
      return refusal;
    }
    Instant oldest = now.atZone(zone).minus(series.acceptFor()).toInstant();
    return at.isBefore(oldest) ? tooOld(series, "`observedAt` " + at, oldest.toString()) : null;
  }

  private @Nullable Refusal readable(Json observedAt, @Nullable Instant at) {
    if (at == null) {
      String given =
          observedAt instanceof Json.Text text ? Wording.quote(text.value()) : observedAt.kind();
      return badTime(
          "`observedAt` is "
              + given
              + "; write date, time and offset, such as 2026-10-13T14:05:00+02:00");
    }
    return reasonable(at, "`observedAt`");
  }

  private @Nullable Refusal wholePeriod(Series series, String text, @Nullable Frequency calendar) {
    ReportingPeriod period = ReportingPeriod.parse(text).orElse(null);
    if (period == null) {
      return badTime(
          "`period` is "
              + Wording.quote(text)
              + "; write 2026, 2026-H1, 2026-Q3, 2026-07, 2026-W05 or 2026-07-14");
    }
    if (calendar != null && period.frequency() != calendar) {
      return badTime(
          "`period` is "
              + Wording.quote(text)
              + " of the calendar "
              + period.frequency()
              + "; "
              + series.id()
              + " is fed by whole periods of the calendar "
              + calendar);
    }
    return reasonable(period.start().atStartOfDay(zone).toInstant(), "the first day of `period`");
  }

  /** Apart from what makes a period's time bad: that comes first, whatever else is given. */
  private @Nullable Refusal ageOf(Series series, String period) {
    LocalDate end = ReportingPeriod.parse(period).map(ReportingPeriod::end).orElse(null);
    if (end == null || series.acceptFor() == null) {
      return null;
    }
    LocalDate oldest = today().minus(series.acceptFor());
    return end.isBefore(oldest)
        ? tooOld(series, "the last day of `period`, " + end, oldest.toString())
        : null;
  }

  private @Nullable Refusal reasonable(Instant at, String what) {
    if (at.isAfter(now.plus(FARTHEST_AHEAD))) {
      return badTime(what + " is " + at + ", more than 24 hours ahead of " + now);
    }
    return at.isBefore(EARLIEST.atStartOfDay(zone).toInstant())
        ? badTime(what + " is " + at + ", before 1990")
        : null;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  private static Refusal tooOld(Series series, String what, String oldest) {
    return new Refusal(
        RejectionCode.TOO_OLD,
        what + " is older than " + series.id() + " accepts; its limit is now " + oldest);
  }

  private static Refusal badTime(String message) {
    return new Refusal(RejectionCode.BAD_TIME, message);
  }
}
