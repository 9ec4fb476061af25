package si.kazalnik.ingestion.json;

import java.util.List;

/** A JSON value that was read whole. */
public sealed interface Json permits Json.Text, Json.Num, Json.Literal, Json.Items, JsonObject {

  /** What a sentence calls it: "a text", "a number" … */
  String kind();

  /** A string without lone surrogates. */
  record Text(String value) implements Json {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /** A number of any length and any exponent. */
  record Num(JsonNumber value) implements Json {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** An array. */
  record Items(List<Json> values) implements Json {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** The three names that stand for themselves. */
  enum Literal implements Json {
    TRUE("true"),
    FALSE("false"),
    NULL("null");

    private final String text;

    Literal(String text) {
      this.text = text;
    }

    /** As JSON writes it. */
    public String text() {
      return text;
    }

    @Override
    public String kind() {
      return text;
    }
  }
}
