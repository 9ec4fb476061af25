package si.kazalnik.indicator.topology;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.EventType;

/** Accepted events as ingestion writes them. */
final class Events {

  static final Instant RECEIVED = Instant.parse("2025-01-01T00:00:00Z");
  private static final String SOURCE = "urn:test:provider:p";

  private Events() {}

  static AcceptedMeasurement recorded(String id, String series, String at, String value) {
    return event(EventType.RECORDED, id, 1, series, at, null, value);
  }

  static AcceptedMeasurement corrected(
      String id, int revision, String series, String at, String value) {
    return event(EventType.CORRECTED, id, revision, series, at, null, value);
  }

  static AcceptedMeasurement withdrawn(String id, int revision) {
    return event(EventType.WITHDRAWN, id, revision, null, null, null, null);
  }

  static AcceptedMeasurement completed(String id, String series, String period) {
    return event(EventType.COMPLETED, id, 1, series, null, period, null);
  }

  /** Of a whole period, delivered at that instant. */
  static AcceptedMeasurement delivered(String id, String series, String period, String at) {
    return event(EventType.RECORDED, id, 1, series, at, period, null);
  }

  static AcceptedMeasurement by(
      AcceptedMeasurement event, @Nullable String subject, Map<String, String> dimensions) {
    return new AcceptedMeasurement(
        event.schema(),
        event.type(),
        event.provider(),
        event.source(),
        event.measurement(),
        event.revision(),
        event.contentHash(),
        event.series(),
        subject,
        event.observedAt(),
        event.period(),
        event.value(),
        dimensions,
        event.key(),
        event.recordedAt());
  }

  static AcceptedMeasurement receivedAt(AcceptedMeasurement event, Instant recordedAt) {
    return new AcceptedMeasurement(
        event.schema(),
        event.type(),
        event.provider(),
        event.source(),
        event.measurement(),
        event.revision(),
        event.contentHash(),
        event.series(),
        event.subject(),
        event.observedAt(),
        event.period(),
        event.value(),
        event.dimensions(),
        event.key(),
        recordedAt);
  }

  static AcceptedMeasurement keyed(AcceptedMeasurement event, String key) {
    return new AcceptedMeasurement(
        event.schema(),
        event.type(),
        event.provider(),
        event.source(),
        event.measurement(),
        event.revision(),
        event.contentHash(),
        event.series(),
        event.subject(),
        event.observedAt(),
        event.period(),
        event.value(),
        event.dimensions(),
        key,
        event.recordedAt());
  }

  private static AcceptedMeasurement event(
      EventType type,
      String id,
      int revision,
      @Nullable String series,
      @Nullable String at,
      @Nullable String period,
      @Nullable String value) {
    return new AcceptedMeasurement(
        AcceptedMeasurement.SCHEMA,
        type,
        "p",
        SOURCE,
        id,
        revision,
        hash(series + "|" + at + "|" + period + "|" + value),
        series,
        null,
        at == null ? null : Instant.parse(at),
        period,
        value == null ? null : new BigDecimal(value),
        Map.of(),
        null,
        RECEIVED);
  }

  // Any digest of the content serves; only its order at equal revisions matters.
  private static String hash(String content) {
    return String.format(Locale.ROOT, "%064x", content.hashCode() & 0xFFFFFFFFL);
  }
}
