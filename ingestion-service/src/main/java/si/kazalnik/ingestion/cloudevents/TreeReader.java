package si.kazalnik.ingestion.cloudevents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.ingestion.json.CodePoints;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.json.JsonNumber;
import si.kazalnik.ingestion.json.JsonObject;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a value whole, and notes what makes JSON ambiguous. Depth is the parser's to limit. */
final class TreeReader {

  private final JsonParser parser;
  private @Nullable String fault;

  TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  /** What was wrong with what has been read so far, as the end of a sentence, or null. */
  @Nullable String fault() {
    return fault;
  }

  /** The value at the parser's present token. */
  Json read() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> items();
      case VALUE_STRING -> new Json.Text(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(JsonNumber.of(parser.getString()));
      case VALUE_TRUE -> Json.Literal.TRUE;
      case VALUE_FALSE -> Json.Literal.FALSE;
      default -> Json.Literal.NULL;
    };
  }

  /** The text at the parser's present token, which must be one. */
  String text() {
    return sound(parser.getString());
  }

  private Json object() {
    List<JsonObject.Member> members = new ArrayList<>(8);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = sound(parser.currentName());
      parser.nextToken();
      members.add(new JsonObject.Member(name, read()));
    }
    JsonObject.Reading reading = JsonObject.of(members);
    if (reading.twice().isPresent()) {
      fault = "an object in it names a member twice";
    }
    return reading.object();
  }

  private Json items() {
    List<Json> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(read());
    }
    return new Json.Items(values);
  }

  private String sound(String text) {
    if (!CodePoints.wellFormed(text)) {
      fault = "a text in it holds half a surrogate pair";
    }
    return text;
  }
}
