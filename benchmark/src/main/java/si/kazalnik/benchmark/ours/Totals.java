package si.kazalnik.benchmark.ours;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import si.kazalnik.benchmark.city.Load;
import tools.jackson.databind.JsonNode;

/** What was sent in all, and whether the API says the same. */
public final class Totals {
  private static final String APPLICATIONS = "applications-year";
  private static final String REPLIES = "replies-ever";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final long POLL_MILLIS = 20;

  private final Map<String, Long> sent = new TreeMap<>(Map.of(APPLICATIONS, 0L, REPLIES, 0L));
  private long accepted;

  /** More was sent. */
  public void add(Load load) {
    accepted += load.events().size();
    sent.merge(APPLICATIONS, load.applications(), Long::sum);
    sent.merge(REPLIES, load.replies(), Long::sum);
  }

  /** Sum of all applications. */
  public BigDecimal applications() {
    return BigDecimal.valueOf(sent.getOrDefault(APPLICATIONS, 0L));
  }

  /** Number of all replies. */
  public BigDecimal replies() {
    return BigDecimal.valueOf(sent.getOrDefault(REPLIES, 0L));
  }

  /** Number of events. */
  public long accepted() {
    return accepted;
  }

  /**
   * Waits until the API shows what was sent. It asks for values only: to ask whether all is settled
   * costs the service more.
   */
  public void awaitShown(Services services) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Map.Entry<String, Long> each : sent.entrySet()) {
      BigDecimal shown = shown(services, each.getKey());
      while (shown.compareTo(BigDecimal.valueOf(each.getValue())) != 0) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              each.getKey() + ": " + each.getValue() + " sent, " + shown + " shown");
        }
        Thread.sleep(POLL_MILLIS);
        shown = shown(services, each.getKey());
      }
    }
  }

  /** Fails where, once all is settled, the API shows anything else than what was sent. */
  public void compare(Services services, long others) throws IOException, InterruptedException {
    services.awaitSettled(accepted + others);
    for (Map.Entry<String, Long> each : sent.entrySet()) {
      BigDecimal shown = shown(services, each.getKey());
      if (shown.compareTo(BigDecimal.valueOf(each.getValue())) != 0) {
        throw new IllegalStateException(
            each.getKey() + ": " + each.getValue() + " sent, " + shown + " shown");
      }
    }
  }

  // The one counts anew each year, the other does not.
  private static BigDecimal shown(Services services, String indicator)
      throws IOException, InterruptedException {
    JsonNode years = services.api("/v1/indicators/" + indicator + "/values").get("values");
    if (years.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (indicator.equals(REPLIES)) {
      return value(years.get(years.size() - 1));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode year : years) {
      sum = sum.add(value(year));
    }
    return sum;
  }

  /** The value of a period in an answer of the API; zero where it has none. */
  public static BigDecimal value(JsonNode period) {
    JsonNode value = period.get("value");
    return value.isNull() ? BigDecimal.ZERO : new BigDecimal(value.asString());
  }
}
