package si.kazalnik.ingestion.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.json.JsonObject;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/**
 * What makes {@code data} malformed. A member that the type of event ignores is not looked at: of a
 * withdrawal all but identity and series, of a completion key and dimensions.
 */
final class ShapeRules {

  private static final List<String> OF_WITHDRAWAL = List.of("series", "measurement");
  private static final List<String> OF_COMPLETION =
      List.of("series", "measurement", "subject", "period");
  private static final List<String> OF_MEASUREMENT =
      List.of("series", "measurement", "subject", "key", "period");

  private ShapeRules() {}

  /**
   * @param type null where the type is not one of ours: then everything is looked at
   */
  static @Nullable Refusal check(JsonObject data, @Nullable EventType type) {
    for (String name : texts(type)) {
      Json member = data.get(name);
      if (member != null && !(member instanceof Json.Text)) {
        return malformed("`" + name + "` must be a text, and is " + member.kind());
      }
    }
    if (isMeasurement(type)) {
      Refusal refusal = dimensions(data.get("dimensions"));
      if (refusal != null) {
        return refusal;
      }
    }
    if (type != EventType.WITHDRAWN && data.get("series") == null) {
      return malformed("`data` has no `series`");
    }
    return measurement(text(data, "measurement"), type);
  }

  private static @Nullable Refusal measurement(
      @Nullable String measurement, @Nullable EventType type) {
    if (measurement == null && (type == EventType.CORRECTED || type == EventType.WITHDRAWN)) {
      return malformed(
          "`data` has no `measurement`: a correction or withdrawal must say what it is about");
    }
    return "".equals(measurement) ? malformed("`measurement` is empty") : null;
  }

  private static @Nullable Refusal dimensions(@Nullable Json dimensions) {
    if (dimensions == null) {
      return null;
    }
    if (!(dimensions instanceof JsonObject object)) {
      return malformed("`dimensions` must be an object of texts, and is " + dimensions.kind());
    }
    for (JsonObject.Member member : object.members()) {
      if (!(member.value() instanceof Json.Text) && member.value() != Json.Literal.NULL) {
        return malformed(
            "the dimension "
                + Wording.quote(member.name())
                + " must be a text, and is "
                + member.value().kind());
      }
    }
    return null;
  }

  private static List<String> texts(@Nullable EventType type) {
    if (type == EventType.WITHDRAWN) {
      return OF_WITHDRAWAL;
    }
    return type == EventType.COMPLETED ? OF_COMPLETION : OF_MEASUREMENT;
  }

  private static boolean isMeasurement(@Nullable EventType type) {
    return type != EventType.WITHDRAWN && type != EventType.COMPLETED;
  }

  /** A member known to be a text or absent. */
  static @Nullable String text(JsonObject data, String name) {
    return data.get(name) instanceof Json.Text text ? text.value() : null;
  }

  private static Refusal malformed(String message) {
    return new Refusal(RejectionCode.MALFORMED, message);
  }
}
