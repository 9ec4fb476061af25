package si.kazalnik.benchmark.ours;

import java.io.IOException;
import java.math.BigDecimal;
import si.kazalnik.benchmark.city.Load;
import tools.jackson.databind.JsonNode;

/** What was sent in all, and whether the API says the same. */
public final class Totals {
  private long accepted;
  private long applications;
  private long replies;

  /** More was sent. */
  public void add(Load load) {
    accepted += load.events().size();
    applications += load.applications();
    replies += load.replies();
  }

  /** Number of events. */
  public long accepted() {
    return accepted;
  }

  /** Fails where a value of the API is not what it must be. */
  public void compare(Services services) throws IOException, InterruptedException {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode year : items(services, "applications-year")) {
      sum = sum.add(value(year));
    }
    same("applications", applications, sum);
    JsonNode years = items(services, "replies-ever");
    same("replies", replies, value(years.get(years.size() - 1)));
  }

  private static JsonNode items(Services services, String indicator)
      throws IOException, InterruptedException {
    return services.api("/v1/indicators/" + indicator + "/values").get("values");
  }

  private static BigDecimal value(JsonNode period) {
    JsonNode value = period.get("value");
    return value == null || value.isNull() ? BigDecimal.ZERO : new BigDecimal(value.asString());
  }

  private static void same(String what, long sent, BigDecimal shown) {
    if (BigDecimal.valueOf(sent).compareTo(shown) != 0) {
      throw new IllegalStateException(what + ": " + sent + " sent, " + shown + " shown");
    }
  }
}
