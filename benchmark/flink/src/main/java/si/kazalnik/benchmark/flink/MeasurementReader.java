package si.kazalnik.benchmark.flink;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the same events as ingestion does, with the same library; it validates nothing. */
final class MeasurementReader extends AbstractDeserializationSchema<Measurement> {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");

  MeasurementReader() {
    super(Measurement.class);
  }

  @Override
  public Measurement deserialize(byte[] message) throws IOException {
    JsonNode event = JSON.readTree(message);
    JsonNode data = event.get("data");
    Instant observedAt = Instant.parse(data.get("observedAt").asString());
    JsonNode dimensions = data.get("dimensions");
    Measurement measurement = new Measurement();
    measurement.identity =
        event.get("source").asString() + "|" + data.get("measurement").asString();
    measurement.revision = data.path("revision").asInt(1);
    measurement.series = data.get("series").asString();
    measurement.cell = dimensions == null ? "" : cell(dimensions);
    measurement.day = observedAt.atZone(ZONE).toLocalDate().toEpochDay();
    measurement.observedAt = observedAt.toEpochMilli();
    measurement.value = new BigDecimal(data.get("value").asString());
    return measurement;
  }

  private static String cell(JsonNode dimensions) {
    StringBuilder cell = new StringBuilder();
    dimensions
        .propertyNames()
        .forEach(
            name ->
                cell.append(name).append('=').append(dimensions.get(name).asString()).append(';'));
    return cell.toString();
  }
}
