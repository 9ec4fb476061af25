package si.kazalnik.ingestion.validation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.EventType;
import si.kazalnik.ingestion.json.CanonicalJson;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.json.JsonObject;

/** What goes on of an event that all checks let pass. */
final class Acceptance {

  private Acceptance() {}

  static AcceptedMeasurement ofMeasurement(
      Arrival arrival,
      Event event,
      JsonObject data,
      EventType type,
      Map<String, String> dimensions) {
    BigDecimal value =
        data.get("value") instanceof Json.Num num ? num.value().toBigDecimal() : null;
    return accepted(
        arrival,
        event,
        data,
        type,
        ShapeRules.text(data, "subject"),
        Moments.read(data.get("observedAt")),
        ShapeRules.text(data, "period"),
        value,
        dimensions,
        ShapeRules.text(data, "key"));
  }

  static AcceptedMeasurement ofCompletion(Arrival arrival, Event event, JsonObject data) {
    String subject = ShapeRules.text(data, "subject");
    String period = ShapeRules.text(data, "period");
    return accepted(
        arrival, event, data, EventType.COMPLETED, subject, null, period, null, Map.of(), null);
  }

  static AcceptedMeasurement ofWithdrawal(Arrival arrival, Event event, JsonObject data) {
    return accepted(
        arrival, event, data, EventType.WITHDRAWN, null, null, null, null, Map.of(), null);
  }

  private static AcceptedMeasurement accepted(
      Arrival arrival,
      Event event,
      JsonObject data,
      EventType type,
      @Nullable String subject,
      @Nullable Instant observedAt,
      @Nullable String period,
      @Nullable BigDecimal value,
      Map<String, String> dimensions,
      @Nullable String key) {
    String measurement = ShapeRules.text(data, "measurement");
    return new AcceptedMeasurement(
        AcceptedMeasurement.SCHEMA,
        type,
        arrival.provider(),
        event.source(),
        measurement == null ? event.id() : measurement,
        RevisionRules.of(data.get("revision")),
        CanonicalJson.hash(data),
        ShapeRules.text(data, "series"),
        subject,
        observedAt,
        period,
        value,
        dimensions,
        key,
        arrival.recordedAt());
  }
}
