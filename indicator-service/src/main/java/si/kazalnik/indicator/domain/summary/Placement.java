package si.kazalnik.indicator.domain.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.calendar.ReportingPeriod;

/** The cell in which an event counts, and what it adds there. */
public record Placement(Cell cell, Contribution contribution) {

  /**
   * Where the event counts; empty for a withdrawal, which counts nowhere.
   *
   * @param zone the strategy's, in which days are counted
   */
  public static Optional<Placement> of(AcceptedMeasurement event, ZoneId zone) {
    if (event.type() == EventType.WITHDRAWN) {
      return Optional.empty();
    }
    String period = event.period();
    if (period != null) {
      return Optional.of(ofPeriod(event, ReportingPeriod.parse(period).orElseThrow(), zone));
    }
    Instant at = Objects.requireNonNull(event.observedAt(), "neither observedAt nor period");
    LocalDate day = LocalDate.ofInstant(at, zone);
    return Optional.of(
        new Placement(
            cell(event, event.dimensions(), day, day),
            new Contribution.Observation(
                at, event.source(), event.measurement(), event.value(), null, event.key())));
  }

  private static Placement ofPeriod(
      AcceptedMeasurement event, ReportingPeriod period, ZoneId zone) {
    if (event.type() == EventType.COMPLETED) {
      return new Placement(
          cell(event, Map.of(), period.start(), period.end()), new Contribution.Completion());
    }
    Instant end = period.end().plusDays(1).atStartOfDay(zone).toInstant();
    return new Placement(
        cell(event, event.dimensions(), period.start(), period.end()),
        new Contribution.Observation(
            end,
            event.source(),
            event.measurement(),
            event.value(),
            event.observedAt(),
            event.key()));
  }

  private static Cell cell(
      AcceptedMeasurement event, Map<String, String> dimensions, LocalDate first, LocalDate last) {
    String series = Objects.requireNonNull(event.series(), "only a withdrawal may leave it out");
    return new Cell(series, event.subject(), dimensions, first, last);
  }
}
