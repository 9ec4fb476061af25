package si.kazalnik.ingestion.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import si.kazalnik.ingestion.cloudevents.StrictJson;
import si.kazalnik.ingestion.kafka.RawEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds the events in a body without reading their meaning: each is taken out byte by byte as it
 * was sent, since what is wrong with it is to be judged, and kept, behind the raw topic.
 */
final class EventSplitter {

  private static final Map<String, String> STRUCTURED = Map.of("content-type", Format.SINGLE_TYPE);

  private EventSplitter() {}

  /** What was found. */
  sealed interface Found {
    /** One event or more. */
    record Events(List<RawEvent> events) implements Found {}

    /** A batch without events. */
    record EmptyBatch() implements Found {}

    /** No JSON; {@code fault} says where. */
    record NotJson(String fault) implements Found {}
  }

  /**
   * @param headers of a single event in binary mode; else empty
   */
  static Found split(byte[] body, Format format, Map<String, String> headers) {
    try (JsonParser parser = StrictJson.parser(body)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Found.NotJson("it is empty");
      }
      if (format == Format.BATCH && first == JsonToken.START_ARRAY) {
        return elements(parser, body);
      }
      parser.skipChildren();
      if (parser.nextToken() != null) {
        return new Found.NotJson("something follows the first JSON value");
      }
      return new Found.Events(
          List.of(new RawEvent(body, format == Format.BINARY ? headers : STRUCTURED)));
    } catch (JacksonException e) {
      return new Found.NotJson(StrictJson.fault(e));
    }
  }

  private static Found elements(JsonParser parser, byte[] body) {
    List<RawEvent> events = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
      parser.skipChildren();
      parser.finishToken();
      int to = Math.toIntExact(parser.currentLocation().getByteOffset());
      events.add(new RawEvent(Arrays.copyOfRange(body, from, to), STRUCTURED));
    }
    if (parser.nextToken() != null) {
      return new Found.NotJson("something follows the batch");
    }
    return events.isEmpty() ? new Found.EmptyBatch() : new Found.Events(events);
  }
}
