package si.kazalnik.benchmark.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** Waits until everything that was sent shows in the API. */
final class Settling {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Product product;
  private final Api api;

  Settling(Product product, Api api) {
    this.product = product;
    this.api = api;
  }

  void moveClock(Instant now) {
    product.clockMoves(now);
    org.awaitility.Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .until(
            () -> {
              product.mustLive();
              api.moveClock(now);
              return true;
            });
  }

  /** Puts the folder in force and waits until everything is computed by it. */
  void putCatalogue(String key, Path folder) {
    AtomicReference<String> version = new AtomicReference<>();
    org.awaitility.Awaitility.await("the edited catalogue")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .until(
            () -> {
              product.mustLive();
              if (version.get() == null) {
                version.set(api.putCatalogue(key, folder));
              }
              JsonNode balance = api.indicatorBalance();
              return balance.get("catalogue").asString().equals(version.get())
                  && balance.get("settled").asBoolean()
                  && api.ingestionCatalogue().equals(version.get());
            });
  }

  /** All that stands on the raw topics was taken, and all that was accepted shows. */
  void await(int events) {
    AtomicReference<String> last = new AtomicReference<>("");
    try {
      org.awaitility.Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptionsMatching(IOException.class::isInstance)
          .until(() -> settled(events, last));
    } catch (org.awaitility.core.ConditionTimeoutException late) {
      throw new AssertionError("not settled; sent " + events + "; balances " + last.get(), late);
    }
  }

  private boolean settled(int events, AtomicReference<String> last)
      throws IOException, InterruptedException {
    product.mustLive();
    JsonNode ingestion = api.ingestionBalance();
    JsonNode indicators = api.indicatorBalance();
    last.set(ingestion + " " + indicators);
    return total(ingestion, "received") == events
        && total(ingestion, "accepted") == total(indicators, "accepted")
        && indicators.get("settled").asBoolean();
  }

  private static long total(JsonNode balance, String field) {
    long total = 0;
    for (JsonNode provider : balance.get("providers")) {
      total += provider.get(field).asLong();
    }
    return total;
  }
}
