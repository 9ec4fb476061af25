package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book.Indicator;

/**
 * Latest value, performance and data health, from the periods.
 *
 * <p>Room: which of several periods that end on one day is the latest; whether a target that begins
 * within a period is in force on its first day or with the next period.
 */
final class Summaries {
  private final Book book;
  private final Indicator indicator;
  private final Evaluation evaluation;
  private final NavigableMap<Period, Set<History>> histories;
  private final Instant now;
  private final LocalDate today;

  private Summaries(
      Book book,
      Indicator indicator,
      Evaluation evaluation,
      NavigableMap<Period, Set<History>> histories,
      Instant now) {
    this.book = book;
    this.indicator = indicator;
    this.evaluation = evaluation;
    this.histories = histories;
    this.now = now;
    this.today = now.atZone(book.zone()).toLocalDate();
  }

  static Set<Summary> of(
      Book book,
      Indicator indicator,
      Evaluation evaluation,
      NavigableMap<Period, Set<History>> histories,
      Instant now) {
    return new Summaries(book, indicator, evaluation, histories, now).all();
  }

  /** The providers of what the latest closed due period misses. */
  static Set<String> missing(
      Book book,
      Indicator indicator,
      Evaluation evaluation,
      NavigableMap<Period, Set<History>> histories,
      Instant now) {
    Summaries summaries = new Summaries(book, indicator, evaluation, histories, now);
    return summaries.due().stream()
        .filter(summaries::closed)
        .max(Comparator.naturalOrder())
        .map(latest -> evaluation.missing(latest, true))
        .orElse(List.of())
        .stream()
        .map(input -> book.seriesOf(input).provider())
        .collect(java.util.stream.Collectors.toSet());
  }

  private Set<Summary> all() {
    Set<Summary> all = new LinkedHashSet<>();
    for (Comparator<Period> order :
        List.of(
            Comparator.<Period>naturalOrder(),
            Comparator.comparing(Period::end).thenComparing(Comparator.reverseOrder()))) {
      for (boolean without : withoutTarget()) {
        all.add(summary(order, without));
      }
    }
    return all;
  }

  private Set<Boolean> withoutTarget() {
    Period current = Period.holding(indicator.calendar().unit(), today);
    Set<Boolean> without = new HashSet<>();
    without.add(indicator.promise(current).target().none());
    without.add(indicator.promises().floorEntry(today).getValue().target().none());
    return without;
  }

  private Summary summary(Comparator<Period> order, boolean without) {
    String latest = null;
    BigDecimal value = null;
    String performance = without ? "NO_TARGET" : "NOT_DUE";
    String judged = null;
    for (Period period : histories.keySet().stream().sorted(order).toList()) {
      Revision last = Objects.requireNonNull(histories.get(period)).iterator().next().last();
      if (last == null) {
        continue;
      }
      if (last.published().value() != null) {
        latest = period.name();
        value = last.published().value();
      }
      if (!without && Verdicts.judged(last.published().performance())) {
        performance = String.valueOf(last.published().performance());
        judged = period.name();
      }
    }
    return new Summary(latest, value, performance, judged, health(order), dueAt());
  }

  private List<Period> due() {
    if (indicator.onEvent()) {
      return histories.keySet().stream().filter(indicator::due).toList();
    }
    List<Period> due = new ArrayList<>();
    Period each = indicator.first();
    while (!each.start().isAfter(today) || due.isEmpty() || closed(due.get(due.size() - 1))) {
      if (indicator.due(each)) {
        due.add(each);
      }
      each = each.next();
    }
    return due;
  }

  private boolean closed(Period period) {
    return !indicator.closing(period, book.zone()).isAfter(now);
  }

  private @Nullable Instant dueAt() {
    return due().stream()
        .filter(each -> !closed(each))
        .map(each -> indicator.closing(each, book.zone()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private String health(Comparator<Period> order) {
    Period latestClosed = null;
    Period latestEnded = null;
    for (Period each : due().stream().sorted(order).toList()) {
      if (closed(each)) {
        latestClosed = each;
      } else if (each.end().isBefore(today)) {
        latestEnded = each;
      }
    }
    if (latestClosed == null && latestEnded == null) {
      return "NOT_EXPECTED";
    }
    if (latestClosed != null && !evaluation.missing(latestClosed, true).isEmpty()) {
      return "OVERDUE";
    }
    return latestEnded != null && !evaluation.missing(latestEnded, false).isEmpty()
        ? "DUE"
        : "FRESH";
  }
}
