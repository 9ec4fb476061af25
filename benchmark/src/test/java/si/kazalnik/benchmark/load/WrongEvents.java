package si.kazalnik.benchmark.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Events that are wrong in every way that has a code, sometimes in two ways at once. */
final class WrongEvents {
  private final Dice dice;

  WrongEvents(Dice dice) {
    this.dice = dice;
  }

  LoadEvent event(Draft good, Instant now) {
    Draft first = spoilt(good, now);
    // An unknown or withdrawing type beside a second fault: the rules leave open which comes first.
    Draft second = dice.in100(25) ? spoilt(first, now) : first;
    Draft draft = plain(first) && plain(second) ? second : first;
    String key = "wrong-" + dice.below(1_000_000);
    if (dice.in100(12)) {
      String notAnEvent =
          dice.any("{", "[]", "null", "\"text\"", "", "{\"specversion\":\"1.0\"}", "NaN");
      return new LoadEvent(draft.provider(), key, notAnEvent, Map.of(), false);
    }
    if (dice.in100(4)) {
      int size = dice.any(300_000, 2_000_000);
      return new LoadEvent(
          draft.provider(),
          key,
          good.with("note", "\"" + "x".repeat(size) + "\"").structured(),
          Map.of(),
          false);
    }
    boolean parses = !draft.data().containsValue("NaN");
    return new LoadEvent(
        draft.provider(), key, draft.structured(), Map.of(), parses && dice.in100(30));
  }

  private static boolean plain(Draft draft) {
    return draft.type().equals(Draft.RECORDED) || draft.type().equals(Draft.CORRECTED);
  }

  private Draft spoilt(Draft good, Instant now) {
    boolean numeric = good.data().containsKey("value");
    return switch (dice.below(26)) {
      case 0 -> good.with("measurement", "17");
      case 1 -> good.without("series");
      case 2 -> good.without("measurement").with("revision", "2").typed(Draft.CORRECTED);
      case 3 -> good.with("dimensions", dice.any("[]", "{\"channel\":1}", "\"x\""));
      case 4 -> good.with("value", "NaN");
      case 5 -> good.typed("si.kazalnik.measurement.invented.v1");
      case 6 -> good.from("urn:gen:nobody");
      case 7 -> good.with("revision", dice.any("0", "2", "-1", "1.5", "\"1\""));
      case 8 ->
          good.with("measurement", Draft.quoted("w" + good.id()))
              .with("revision", "1")
              .typed(dice.any(Draft.CORRECTED, Draft.WITHDRAWN));
      case 9 -> good.with("series", "\"nothing.such\"");
      case 10 -> good.with("series", good.provider().equals("alpha") ? "\"notes\"" : "\"temps\"");
      case 11 -> numeric ? good.with("unit", "\"parsecs\"") : good.with("value", "1");
      case 12 -> numeric ? good.without("value") : good.with("value", "2");
      case 13 -> good.with("value", dice.any("\"5\"", "true", "[1]"));
      case 14 -> good.with("value", numeric ? dice.any("1e999999999", "1e99999999999") : "1");
      case 15 -> good.with("value", "1234567890123456789");
      case 16 -> good.with("value", "0.1234567890123");
      case 17 -> good.without("observedAt").without("period");
      case 18 -> time(good, "\"2024-01-01T10:00:00\"", "\"2024-13\"");
      case 19 -> time(good, "\"" + now.plus(Duration.ofDays(3)) + "\"", "\"2035\"");
      case 20 -> time(good, "\"1985-05-05T00:00:00Z\"", "\"1980\"");
      case 21 -> time(good, "\"2023-02-30T00:00:00Z\"", "\"2024-Q2\"");
      case 22 -> good.with("dimensions", dice.any("{\"colour\":\"red\"}", "{\"channel\":\"owl\"}"));
      default ->
          good.data().containsKey("key")
              ? dice.any(
                  good.without("key"),
                  good.with("observedAt", "\"" + now.minus(Duration.ofDays(600)) + "\""))
              : good.data().containsKey("dimensions")
                  ? good.without("dimensions")
                  : good.with("value", numeric ? "-1" : "\"?\"");
    };
  }

  private static Draft time(Draft good, String moment, String period) {
    return good.data().containsKey("period")
        ? good.with("period", period)
        : good.with("observedAt", moment);
  }
}
