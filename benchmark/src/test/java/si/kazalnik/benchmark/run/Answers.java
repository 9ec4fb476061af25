package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is compared with the oracle, in the shape of the API. */
public interface Answers {
  /** The items of `GET /v1/indicators`. */
  List<JsonNode> indicators() throws IOException, InterruptedException;

  /** The answer of `GET /v1/indicators/{id}/values`, perhaps as of an instant. */
  JsonNode values(String indicator, @Nullable Instant asOf)
      throws IOException, InterruptedException;

  /** The same for all cells of a dimension. */
  JsonNode cells(String indicator, String dimension, @Nullable Instant asOf)
      throws IOException, InterruptedException;

  /** The indicator service's `GET /v1/balance`. */
  JsonNode indicatorBalance() throws IOException, InterruptedException;

  /** Ingestion's `GET /v1/balance`. */
  JsonNode ingestionBalance() throws IOException, InterruptedException;
}
