package si.kazalnik.benchmark.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import si.kazalnik.benchmark.oracle.Book;
import si.kazalnik.benchmark.oracle.Oracle;
import si.kazalnik.benchmark.oracle.Summary;
import tools.jackson.databind.JsonNode;

/** Deviations against verdicts, and deviations notified = mails accepted + suppressed. */
final class Telling {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Set<String> BAD = Set.of("OFF_TRACK", "MISSED");
  private static final Set<String> GOOD = Set.of("ON_TRACK", "MET");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("^Message-ID:\\s*(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final Oracle oracle;
  private final Api api;
  private final List<Difference> differences = new ArrayList<>();

  Telling(Oracle oracle, Api api) {
    this.oracle = oracle;
    this.api = api;
  }

  List<Difference> differences() {
    return differences;
  }

  /** Waits until everybody was told, and compares. */
  void run(Product product, boolean killed) throws IOException, InterruptedException {
    Set<String> published = new HashSet<>();
    new RawLog(product.kafka(), List.of("deviations"))
        .rest()
        .forEach(each -> published.add(new String(each.key(), StandardCharsets.UTF_8)));
    JsonNode balance = settled(published.size());
    JsonNode told = balance.get("notifications");
    same("deviations", "unreadable", "0", balance.get("deviations").get("unreadable").asString());
    same("notifications", "failed", "0", told.get("failed").asString());
    long suppressed = 0;
    for (JsonNode each : told.get("suppressed")) {
      suppressed += each.asLong();
    }
    same(
        "notifications",
        "accepted + suppressed",
        told.get("made").asString(),
        "" + (told.get("accepted").asLong() + suppressed));
    mails(product.inbox(), told.get("accepted").asLong(), killed);
    verdicts(product.operatorKey());
  }

  private JsonNode settled(int deviations) {
    AtomicReference<JsonNode> last = new AtomicReference<>();
    try {
      await("everybody is told")
          .atMost(PATIENCE)
          .ignoreExceptionsMatching(IOException.class::isInstance)
          .until(
              () -> {
                JsonNode balance = api.notificationBalance();
                last.set(balance);
                return balance.get("settled").asBoolean()
                    && balance.get("deviations").get("received").asInt() >= deviations;
              });
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(
          "not told; " + deviations + " deviations were published; balance " + last.get(), late);
    }
    return Objects.requireNonNull(last.get(), "the balance that was waited for");
  }

  /** Several notices may share a mail; a mail comes twice only where the reply to it was lost. */
  private void mails(Path inbox, long accepted, boolean killed) throws IOException {
    Map<String, Integer> mails = new HashMap<>();
    try (Stream<Path> files = Files.list(inbox)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".eml")).toList()) {
        Matcher id = MESSAGE_ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        mails.merge(id.find() ? id.group(1) : "none", 1, Integer::sum);
      }
    }
    same("mails", "without an id", "null", "" + mails.get("none"));
    same("mails", "any", "" + (accepted > 0), "" + !mails.isEmpty());
    if (!killed) {
      mails.forEach((id, times) -> same("mails", id, "1", "" + times));
    }
  }

  private void verdicts(String key) throws IOException, InterruptedException {
    Set<String> open = new TreeSet<>();
    for (JsonNode each : api.deviations(key)) {
      boolean headline = each.get("dimensions") == null || each.get("dimensions").isEmpty();
      if (each.get("state").asString().equals("OPEN") && headline) {
        open.add(each.get("indicator").asString());
      }
    }
    for (Book.Indicator indicator : oracle.settledIndicators()) {
      Set<Summary> summaries = oracle.summaries(indicator);
      if (summaries.size() != 1) {
        continue;
      }
      String verdict = summaries.iterator().next().performance();
      if (BAD.contains(verdict) || GOOD.contains(verdict)) {
        same(
            indicator.id(),
            "deviation open after " + verdict,
            "" + BAD.contains(verdict),
            "" + open.contains(indicator.id()));
      }
    }
  }

  private void same(String of, String field, String expected, String got) {
    if (!expected.equals(got)) {
      differences.add(new Difference(of, "-", field, expected, got, ""));
    }
  }
}
