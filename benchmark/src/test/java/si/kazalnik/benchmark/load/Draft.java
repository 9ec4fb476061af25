package si.kazalnik.benchmark.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** An event in the making; the members of `data` are raw JSON. */
record Draft(String provider, String source, String id, String type, Map<String, String> data) {
  static final String RECORDED = "si.kazalnik.measurement.recorded.v1";
  static final String CORRECTED = "si.kazalnik.measurement.corrected.v1";
  static final String WITHDRAWN = "si.kazalnik.measurement.withdrawn.v1";
  static final String COMPLETED = "si.kazalnik.period.completed.v1";

  Draft with(String member, String raw) {
    Map<String, String> changed = new LinkedHashMap<>(data);
    changed.put(member, raw);
    return new Draft(provider, source, id, type, changed);
  }

  Draft without(String member) {
    Map<String, String> changed = new LinkedHashMap<>(data);
    changed.remove(member);
    return new Draft(provider, source, id, type, changed);
  }

  Draft typed(String other) {
    return new Draft(provider, source, id, other, data);
  }

  Draft from(String other) {
    return new Draft(provider, other, id, type, data);
  }

  /** The same content with its members in another order. */
  Draft shuffled(Random random) {
    List<String> names = new ArrayList<>(data.keySet());
    Collections.shuffle(names, random);
    Map<String, String> changed = new LinkedHashMap<>();
    names.forEach(name -> changed.put(name, data.getOrDefault(name, "")));
    return new Draft(provider, source, id, type, changed);
  }

  String dataText() {
    return data.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  String structured() {
    return "{\"specversion\":\"1.0\",\"id\":"
        + quoted(id)
        + ",\"source\":"
        + quoted(source)
        + ",\"type\":"
        + quoted(type)
        + ",\"datacontenttype\":\"application/json\",\"data\":"
        + dataText()
        + "}";
  }

  Map<String, String> binaryHeaders() {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", id,
        "ce_source", source,
        "ce_type", type,
        "content-type", "application/json");
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
