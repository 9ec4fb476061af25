package si.kazalnik.ingestion.validation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.InstantText;
import si.kazalnik.ingestion.json.Json;

/** Reads {@code observedAt}. */
final class Moments {

  private Moments() {}

  /** The instant of an ISO 8601 date and time with offset; null where it is none. */
  static @Nullable Instant read(@Nullable Json observedAt) {
    return observedAt instanceof Json.Text text ? InstantText.read(text.value()) : null;
  }
}
