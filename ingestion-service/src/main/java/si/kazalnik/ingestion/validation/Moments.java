package si.kazalnik.ingestion.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import si.kazalnik.ingestion.json.Json;

/** Reads {@code observedAt}. */
final class Moments {

  private Moments() {}

  /** The instant of an ISO 8601 date and time with offset; null where it is none. */
  static @Nullable Instant read(@Nullable Json observedAt) {
    if (!(observedAt instanceof Json.Text text)) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.value()).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
