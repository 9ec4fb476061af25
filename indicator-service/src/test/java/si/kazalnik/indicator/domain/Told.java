package si.kazalnik.indicator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.EventType;
import si.kazalnik.indicator.domain.evaluation.Cells;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.Placement;

/** What has been told of the series: one part of a cell for every event, none put together. */
public final class Told implements Cells {

  private static final Kept EVERYTHING = new Kept(true, true);
  private static final String HASH = "0".repeat(64);

  private record Part(Cell cell, DaySummary summary) {}

  private final List<Part> parts = new ArrayList<>();
  private int count;
  private @Nullable String key;

  public Told at(String series, String instant, @Nullable String value) {
    return at(series, null, Map.of(), instant, value);
  }

  public Told at(
      String series,
      @Nullable String subject,
      Map<String, String> dimensions,
      String instant,
      @Nullable String value) {
    return add(
        event(
            EventType.RECORDED, series, subject, Instant.parse(instant), null, value, dimensions));
  }

  /** A measurement that bears a key. */
  public Told key(String series, String instant, String of) {
    key = of;
    at(series, instant, "1");
    key = null;
    return this;
  }

  /** One of that subject that bears a key. */
  public Told keyed(String series, String subject, Instant at, BigDecimal value, String of) {
    key = of;
    at(series, subject, Map.of(), at.toString(), value.toPlainString());
    key = null;
    return this;
  }

  public Told during(String series, String period, @Nullable String value) {
    return during(series, period, Map.of(), value);
  }

  public Told during(
      String series, String period, Map<String, String> dimensions, @Nullable String value) {
    return add(event(EventType.RECORDED, series, null, null, period, value, dimensions));
  }

  /** A whole period that was delivered at that instant. */
  public Told delivered(String series, String period, String at, @Nullable String value) {
    return add(event(EventType.RECORDED, series, null, Instant.parse(at), period, value, Map.of()));
  }

  public Told completed(String series, @Nullable String subject, String period) {
    return add(event(EventType.COMPLETED, series, subject, null, period, null, Map.of()));
  }

  public Told add(AcceptedMeasurement event) {
    Placement.of(event, Defined.LJUBLJANA)
        .ifPresent(
            placed ->
                parts.add(
                    new Part(
                        placed.cell(), DaySummary.empty(EVERYTHING).plus(placed.contribution()))));
    return this;
  }

  private AcceptedMeasurement event(
      EventType type,
      String series,
      @Nullable String subject,
      @Nullable Instant observedAt,
      @Nullable String period,
      @Nullable String value,
      Map<String, String> dimensions) {
    return new AcceptedMeasurement(
        AcceptedMeasurement.SCHEMA,
        type,
        "jhl-it",
        "urn:jhl",
        "m" + count++,
        1,
        HASH,
        series,
        subject,
        observedAt,
        period,
        value == null ? null : new BigDecimal(value),
        dimensions,
        key,
        Instant.EPOCH);
  }

  @Override
  public void within(
      String series,
      LocalDate from,
      LocalDate to,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    for (Part part : parts) {
      if (part.cell().series().equals(series) && part.cell().liesWithin(from, to)) {
        visitor.accept(part.cell(), part.summary());
      }
    }
  }

  @Override
  public void exactly(
      String series,
      LocalDate first,
      LocalDate last,
      BiConsumer<? super Cell, ? super DaySummary> visitor) {
    for (Part part : parts) {
      Cell cell = part.cell();
      if (cell.series().equals(series)
          && cell.firstDay().equals(first)
          && cell.lastDay().equals(last)) {
        visitor.accept(cell, part.summary());
      }
    }
  }
}
