package si.kazalnik.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Holds JSON to the schemas of the document; knows as much of JSON Schema as they use. */
final class Conformity {

  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonNode schemas;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> reached = new TreeSet<>();

  Conformity(JsonNode document) {
    schemas = document.at("/components/schemas");
  }

  List<String> faults() {
    return faults;
  }

  /** {@code Schema.member} of the schemas that were used. */
  Set<String> membersNeverSeen() {
    Set<String> never = new TreeSet<>();
    for (String name : reached) {
      schemas
          .get(name)
          .path("properties")
          .propertyNames()
          .forEach(member -> never.add(name + '#' + member));
    }
    never.removeAll(seen);
    return never;
  }

  void check(String where, JsonNode json, String name) {
    reached.add(name);
    JsonNode schema = schemas.get(name);
    if (schema.has("oneOf")) {
      String kind = json.path("kind").asString("");
      for (JsonNode each : schema.get("oneOf")) {
        String candidate = each.get("$ref").asString().substring(SCHEMAS.length());
        if (schemas.get(candidate).at("/properties/kind/const").asString("").equals(kind)) {
          check(where, json, candidate);
          return;
        }
      }
      faults.add(where + ": no kind " + kind + " of " + name);
      return;
    }
    value(where, json, schema, name);
  }

  private void value(String where, JsonNode json, JsonNode schema, String owner) {
    if (schema.has("$ref")) {
      check(where, json, schema.get("$ref").asString().substring(SCHEMAS.length()));
    } else if (schema.has("const")) {
      expect(json.equals(schema.get("const")), where, json, schema);
    } else if (schema.has("enum")) {
      expect(schema.get("enum").valueStream().anyMatch(json::equals), where, json, schema);
    } else {
      switch (schema.path("type").asString("")) {
        case "string" -> expect(json.isString(), where, json, schema);
        case "boolean" -> expect(json.isBoolean(), where, json, schema);
        case "integer" -> expect(json.isIntegralNumber(), where, json, schema);
        case "number" -> expect(json.isNumber(), where, json, schema);
        case "array" -> items(where, json, schema, owner);
        case "object" -> members(where, json, schema, owner);
        default -> faults.add(where + ": no type in " + schema);
      }
    }
  }

  private void items(String where, JsonNode json, JsonNode schema, String owner) {
    expect(json.isArray(), where, json, schema);
    for (int i = 0; i < json.size(); i++) {
      value(where + '/' + i, json.get(i), schema.get("items"), owner);
    }
  }

  private void members(String where, JsonNode json, JsonNode schema, String owner) {
    expect(json.isObject(), where, json, schema);
    for (JsonNode required : schema.path("required")) {
      expect(json.has(required.asString()), where + '/' + required.asString(), json, schema);
    }
    json.forEachEntry(
        (name, member) -> {
          JsonNode known = schema.path("properties").path(name);
          JsonNode of = known.isMissingNode() ? schema.path("additionalProperties") : known;
          if (of.isMissingNode()) {
            faults.add(where + '/' + name + " is not in the document");
            return;
          }
          seen.add(owner + '#' + name);
          value(where + '/' + name, member, of, owner);
        });
  }

  private void expect(boolean right, String where, JsonNode json, JsonNode schema) {
    if (!right) {
      faults.add(where + ": " + json + " is not " + schema);
    }
  }
}
