package si.kazalnik.benchmark.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Incident;
import si.kazalnik.benchmark.oracle.Oracle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Deviations against verdicts, and deviations notified = mails accepted + suppressed. */
final class Telling {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Oracle oracle;
  private final Api api;
  private final boolean restored;
  private final List<Difference> differences = new ArrayList<>();

  /**
   * Telling.
   *
   * @param restored whether the notification service's database was lost or restored from a copy
   */
  Telling(Oracle oracle, Api api, boolean restored) {
    this.oracle = oracle;
    this.api = api;
    this.restored = restored;
  }

  List<Difference> differences() {
    return differences;
  }

  /**
   * Waits until everybody was told, and compares. What a provider holds up is worked out after
   * everything that {@code settled} speaks of, so that it may come a moment later.
   */
  void run(Product product) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LATER.toNanos();
    compare(product);
    while (!differences.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE.toMillis());
      differences.clear();
      compare(product);
    }
  }

  private void compare(Product product) throws IOException, InterruptedException {
    Map<String, String> published = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> each :
        new RawLog(product.kafka(), List.of("deviations")).rest()) {
      String id = new String(each.key(), StandardCharsets.UTF_8);
      if (each.value() == null) {
        // 400 days after its end: what was told of it stays.
        published.remove(id);
      } else {
        published.put(id, summary(JSON.readTree(each.value())));
      }
    }
    JsonNode balance = settled(published, product.operatorKey());
    JsonNode told = balance.get("notifications");
    same("deviations", "unreadable", "0", balance.get("deviations").get("unreadable").asString());
    same("notifications", "failed", "" + product.refusedNotices(), told.get("failed").asString());
    long suppressed = 0;
    for (JsonNode each : told.get("suppressed")) {
      suppressed += each.asLong();
    }
    same(
        "notifications",
        "accepted + failed + suppressed",
        told.get("made").asString(),
        "" + (told.get("accepted").asLong() + told.get("failed").asLong() + suppressed));
    List<Mail> mails = product.mails();
    mails(mails, told.get("accepted").asLong());
    List<JsonNode> deviations = api.deviations(product.operatorKey());
    verdicts(deviations);
    differences.addAll(
        new Notices(oracle.concerned(), mails, restored, product::addressOf).compare(deviations));
  }

  /** By which a deviation's newest record is known again. */
  private static String summary(JsonNode deviation) {
    return deviation.get("state")
        + " "
        + deviation.get("resolvedAt")
        + " "
        + deviation.get("causes").size();
  }

  /** The newest of each deviation was read, and nothing waits to be told. */
  private JsonNode settled(Map<String, String> published, String key) {
    AtomicReference<JsonNode> last = new AtomicReference<>();
    Map<String, String> unread = new TreeMap<>();
    try {
      await("everybody is told")
          .atMost(PATIENCE)
          .ignoreExceptionsMatching(IOException.class::isInstance)
          .until(
              () -> {
                unread.clear();
                unread.putAll(published);
                api.deviations(key)
                    .forEach(each -> unread.remove(each.get("id").asString(), summary(each)));
                JsonNode balance = api.notificationBalance();
                last.set(balance);
                return unread.isEmpty() && balance.get("settled").asBoolean();
              });
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(
          "not told; balance " + last.get() + "; published, not read: " + unread, late);
    }
    return Objects.requireNonNull(last.get(), "the balance that was waited for");
  }

  /** Several notices may share a mail; a mail comes twice only where the reply to it was lost. */
  private void mails(List<Mail> mails, long accepted) {
    same("mails", "any", "" + (accepted > 0), "" + !mails.isEmpty());
    Set<String> answered = new HashSet<>();
    for (Mail each : mails) {
      if (answered.contains(each.messageId())) {
        note("mails", each.messageId(), "once", "again");
      }
      if (!each.replyLost()) {
        answered.add(each.messageId());
      }
    }
    same(
        "mails",
        "without an id",
        "0",
        "" + mails.stream().filter(each -> each.messageId().equals("none")).count());
  }

  private void verdicts(List<JsonNode> deviations) {
    Map<String, JsonNode> open = new TreeMap<>();
    for (JsonNode each : deviations) {
      if (each.get("state").asString().equals("OPEN")) {
        open.put(tuple(each), each);
      }
    }
    for (Incident each : oracle.incidents()) {
      String tuple = each.indicator() + each.cell();
      same(
          tuple,
          "deviation open after " + each.judged().performance() + " of " + each.period(),
          "" + each.open(),
          "" + open.containsKey(tuple));
      if (each.open() && open.containsKey(tuple)) {
        causes(each, Objects.requireNonNull(open.get(tuple)));
      }
    }
    providers(open);
  }

  private static String tuple(JsonNode deviation) {
    StringBuilder tuple = new StringBuilder(deviation.get("indicator").asString());
    deviation.get("dimensions").forEach(value -> tuple.append(value.asString()));
    return tuple.toString();
  }

  /** The cause of the latest judged period says of it what was published. */
  private void causes(Incident incident, JsonNode deviation) {
    for (JsonNode cause : deviation.get("causes")) {
      JsonNode detail = cause.get("detail");
      if (cause.get("kind").asString().equals("PERFORMANCE")
          && detail.get("period").asString().equals(incident.period())) {
        String of = incident.indicator() + incident.cell() + " " + incident.period();
        List<String> failing = incident.judged().failing();
        same(of, "cause failing", "" + failing, "" + texts(detail.get("failing")));
        same(
            of,
            "cause severity",
            "" + incident.judged().performance(),
            detail.get("severity").asString());
        same(
            of,
            "cause ended",
            "null",
            detail.get("endedAt") == null ? "null" : detail.get("endedAt").asString());
      }
    }
  }

  private static @Nullable List<String> texts(@Nullable JsonNode list) {
    if (list == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  /** All overdue inputs of one provider make one deviation, which names whom it holds up. */
  private void providers(Map<String, JsonNode> open) {
    Map<String, Set<String>> surely = oracle.heldUp(true);
    Map<String, Set<String>> perhaps = oracle.heldUp(false);
    for (String provider : oracle.book().providers()) {
      Set<String> named = new TreeSet<>();
      JsonNode deviation = open.get("provider:" + provider);
      if (deviation != null) {
        for (JsonNode cause : deviation.get("causes")) {
          if (cause.get("detail").get("endedAt") == null) {
            named.add(cause.get("detail").get("indicator").asString());
          }
        }
      }
      Set<String> missing = new TreeSet<>(surely.getOrDefault(provider, Set.of()));
      missing.removeAll(named);
      same("provider:" + provider, "holds up, unnamed", "[]", "" + missing);
      Set<String> extra = new TreeSet<>(named);
      extra.removeAll(perhaps.getOrDefault(provider, Set.of()));
      same("provider:" + provider, "named, not held up", "[]", "" + extra);
    }
  }

  private void same(String of, String field, String expected, String got) {
    if (!expected.equals(got)) {
      note(of, field, expected, got);
    }
  }

  private void note(String of, String field, String expected, String got) {
    differences.add(new Difference(of, "-", field, expected, got, ""));
  }
}
