package si.kazalnik.standalone.samples;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.Topics;

/** A sample as a city system would publish it: a structured CloudEvent on its provider's topic. */
final class CloudEventJson {

  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader(
              "content-type",
              "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8)));

  private CloudEventJson() {}

  static ProducerRecord<String, byte[]> record(Topics topics, Sample sample) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("series", sample.series());
    put(data, "subject", sample.subject());
    put(data, "observedAt", sample.observedAt());
    put(data, "period", sample.period());
    put(data, "value", sample.value());
    put(data, "unit", sample.unit());
    if (!sample.dimensions().isEmpty()) {
      data.put("dimensions", sample.dimensions());
    }
    put(data, "key", sample.key());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", sample.id());
    event.put("source", sample.source());
    event.put("type", EventType.RECORDED.cloudEventType());
    event.put("time", sample.at().toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return new ProducerRecord<>(
        topics.raw(sample.provider()), null, sample.id(), ContractJson.write(event), HEADERS);
  }

  private static void put(Map<String, Object> data, String name, @Nullable Object value) {
    if (value != null) {
      data.put(name, value);
    }
  }
}
