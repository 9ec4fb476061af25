package si.kazalnik.ingestion.cloudevents;

import org.jspecify.annotations.Nullable;
import si.kazalnik.ingestion.cloudevents.Reading.Read;
import si.kazalnik.ingestion.cloudevents.Reading.Unreadable;
import si.kazalnik.ingestion.json.CodePoints;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.validation.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Reads one event of binary mode: attributes in headers, data as the value. */
final class BinaryReader {

  private BinaryReader() {}

  static Reading read(Attributes attributes, byte[] value) {
    String fault = attributes.fault();
    if (fault != null) {
      return unreadable(attributes, fault);
    }
    for (String name : Attributes.REQUIRED) {
      if (!CodePoints.wellFormed(attributes.get(name))) {
        return unreadable(attributes, "its header ce_" + name + " is not UTF-8");
      }
    }
    Json data = Json.Literal.NULL;
    try (JsonParser parser = StrictJson.parser(value)) {
      if (parser.nextToken() != null) {
        TreeReader tree = new TreeReader(parser);
        data = tree.read();
        fault = parser.nextToken() == null ? tree.fault() : "something follows the data";
      }
    } catch (JacksonException e) {
      fault = StrictJson.fault(e);
    }
    return fault != null ? unreadable(attributes, fault) : readable(attributes, data);
  }

  private static Reading readable(Attributes attributes, Json data) {
    return new Read(
        new Event(attributes.get("id"), attributes.get("source"), attributes.get("type"), data));
  }

  private static Unreadable unreadable(Attributes attributes, @Nullable String why) {
    return new Unreadable(attributes.idOrNull(), "the event cannot be read: " + why);
  }
}
