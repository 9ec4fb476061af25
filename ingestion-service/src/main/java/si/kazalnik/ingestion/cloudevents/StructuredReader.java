package si.kazalnik.ingestion.cloudevents;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.ingestion.cloudevents.Reading.Read;
import si.kazalnik.ingestion.cloudevents.Reading.Unreadable;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.validation.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one event of structured mode: envelope and data in one JSON object. */
final class StructuredReader {

  private final JsonParser parser;
  private final TreeReader tree;
  private final Set<String> seen = new HashSet<>();
  private final Attributes attributes = new Attributes();
  private Json data = Json.Literal.NULL;

  private StructuredReader(JsonParser parser) {
    this.parser = parser;
    this.tree = new TreeReader(parser);
  }

  static Reading read(byte[] json) {
    try (JsonParser parser = StrictJson.parser(json)) {
      StructuredReader reader = new StructuredReader(parser);
      try {
        return reader.read();
      } catch (JacksonException e) {
        return reader.unreadable(StrictJson.fault(e));
      }
    }
  }

  private Reading read() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return unreadable("it is empty");
    }
    if (first != JsonToken.START_OBJECT) {
      return unreadable(
          first == JsonToken.START_ARRAY
              ? "it is a list, and one record holds one event"
              : "it is no JSON object");
    }
    String twice = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!seen.add(name)) {
        twice = name;
      }
      member(name, parser.nextToken());
    }
    if (parser.nextToken() != null) {
      return unreadable("something follows the event");
    }
    if (twice != null) {
      return unreadable("the envelope names a member twice");
    }
    return finish();
  }

  private void member(String name, @Nullable JsonToken token) {
    if (name.equals("data")) {
      data = tree.read();
    } else if (Attributes.REQUIRED.contains(name)) {
      attributes.put(name, token == JsonToken.VALUE_STRING ? tree.text() : null);
      parser.skipChildren();
    } else {
      parser.skipChildren();
    }
  }

  private Reading finish() {
    if (tree.fault() != null) {
      return unreadable(tree.fault());
    }
    String fault = attributes.fault();
    if (fault != null) {
      return unreadable(fault);
    }
    if (data == Json.Literal.NULL && seen.contains("data_base64")) {
      return unreadable("it has `data_base64`; `data` must be a JSON object");
    }
    return new Read(
        new Event(attributes.get("id"), attributes.get("source"), attributes.get("type"), data));
  }

  private Unreadable unreadable(String why) {
    return new Unreadable(attributes.idOrNull(), "the event cannot be read: " + why);
  }
}
