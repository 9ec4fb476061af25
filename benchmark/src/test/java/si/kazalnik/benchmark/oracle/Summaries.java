package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import si.kazalnik.benchmark.oracle.Book.Indicator;

/** Latest value, performance and data health, from the periods. */
final class Summaries {
  private static final Set<String> VERDICTS =
      Set.of("MET", "MISSED", "ON_TRACK", "AT_RISK", "OFF_TRACK");

  private Summaries() {}

  static Summary of(
      Book book,
      Indicator indicator,
      Evaluation evaluation,
      Map<Period, Set<History>> histories,
      Instant now) {
    if (indicator.notYet()) {
      return new Summary(null, null, "NOT_DUE", null, "NOT_EXPECTED", null);
    }
    String latest = null;
    BigDecimal value = null;
    String performance = indicator.target().none() ? "NO_TARGET" : "NOT_DUE";
    String judged = null;
    for (var each : new TreeMap<>(histories).entrySet()) {
      Revision last = each.getValue().iterator().next().last();
      if (last == null) {
        continue;
      }
      if (last.published().value() != null) {
        latest = each.getKey().name();
        value = last.published().value();
      }
      if (VERDICTS.contains(String.valueOf(last.published().performance()))) {
        performance = String.valueOf(last.published().performance());
        judged = each.getKey().name();
      }
    }
    return health(book, indicator, evaluation, now, latest, value, performance, judged);
  }

  private static Summary health(
      Book book,
      Indicator indicator,
      Evaluation evaluation,
      Instant now,
      @org.jspecify.annotations.Nullable String latest,
      @org.jspecify.annotations.Nullable BigDecimal value,
      String performance,
      @org.jspecify.annotations.Nullable String judged) {
    Period latestClosed = null;
    Period latestEnded = null;
    Instant dueAt = null;
    for (Period each = indicator.first();
        dueAt == null || !begins(book, each, now);
        each = each.next()) {
      if (!indicator.due(each)) {
        continue;
      }
      Instant closing = indicator.closing(each, book.zone());
      if (!closing.isAfter(now)) {
        latestClosed = each;
      } else {
        dueAt = dueAt == null ? closing : dueAt;
        if (!each.end().plusDays(1).atStartOfDay(book.zone()).toInstant().isAfter(now)) {
          latestEnded = each;
        }
      }
    }
    String health;
    if (latestClosed == null && latestEnded == null) {
      health = "NOT_EXPECTED";
    } else if (latestClosed != null && evaluation.missesInput(latestClosed, true)) {
      health = "OVERDUE";
    } else if (latestEnded != null && evaluation.missesInput(latestEnded, false)) {
      health = "DUE";
    } else {
      health = "FRESH";
    }
    return new Summary(latest, value, performance, judged, health, dueAt);
  }

  private static boolean begins(Book book, Period period, Instant now) {
    return period.start().atStartOfDay(book.zone()).toInstant().isAfter(now);
  }
}
