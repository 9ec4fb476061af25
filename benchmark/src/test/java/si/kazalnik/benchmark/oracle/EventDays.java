package si.kazalnik.benchmark.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import si.kazalnik.benchmark.oracle.Book.Indicator;

/**
 * The day of each period of `ON_EVENT`: that of the earliest event, until the period has closed.
 *
 * <p>Room: what becomes of the dates while the events of a subject are corrected, withdrawn or come
 * one after the other within a second; such periods stay out of the comparison.
 */
final class EventDays {
  private final Map<String, Period> known = new HashMap<>();
  private final Set<String> moved = new HashSet<>();
  private final Set<String> open = new HashSet<>();

  Set<String> open() {
    return open;
  }

  boolean moved(Period period) {
    return period.label() != null && moved.contains(period.label());
  }

  void update(
      Indicator indicator,
      NavigableMap<Period, Set<History>> headline,
      Surviving surviving,
      Iterable<Touch> touches,
      LocalDate today,
      Predicate<Period> closed) {
    moved.clear();
    String series = Objects.requireNonNull(indicator.calendar().event());
    Map<String, LocalDate> earliest = new HashMap<>();
    for (Event event : surviving.measurements(series)) {
      Event.Content content = Aggregation.content(event);
      if (content.subject() != null) {
        earliest.merge(content.subject(), content.start(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    Map<String, List<LocalDate>> brought = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Touch touch : touches) {
      Event.Content content = Aggregation.content(touch.event());
      if (content.series().equals(series) && content.subject() != null) {
        if (touch.gone()) {
          taken.add(content.subject());
        } else {
          brought
              .computeIfAbsent(content.subject(), none -> new ArrayList<>())
              .add(content.start());
        }
      }
    }
    Set<String> frozen = new HashSet<>();
    known.forEach(
        (subject, period) -> {
          boolean published =
              headline.getOrDefault(period, Set.of()).stream()
                  .anyMatch(each -> each.last() != null);
          if (published && closed.test(period)) {
            frozen.add(subject);
          } else if (taken.contains(subject) || !earliest.containsKey(subject)) {
            open.add(subject);
          }
        });
    earliest.forEach(
        (subject, day) -> {
          Period before = known.get(subject);
          Period now = Period.ofEvent(subject, day);
          if (frozen.contains(subject) || now.equals(before)) {
            return;
          }
          if (before == null) {
            if (day.isAfter(today)) {
              return;
            }
            boolean shownBefore =
                brought.getOrDefault(subject, List.of()).stream()
                    .filter(each -> !each.isAfter(today))
                    .map(each -> Period.ofEvent(subject, each))
                    .anyMatch(each -> mayStay(indicator, each, now, closed));
            if (taken.contains(subject) || shownBefore) {
              open.add(subject);
            }
            headline.put(now, Set.of(History.NONE));
          } else {
            Set<History> histories = Objects.requireNonNull(headline.remove(before));
            boolean unpublished = histories.stream().anyMatch(each -> each.last() == null);
            boolean twice = brought.getOrDefault(subject, List.of()).size() > 1;
            if (unpublished || day.isAfter(today) || (closed.test(now) && twice)) {
              open.add(subject);
            }
            headline.put(now, histories);
            moved.add(subject);
          }
          known.put(subject, now);
        });
  }

  /** Whether it would show something, had it been published by the later date for a moment. */
  private static boolean mayStay(
      Indicator indicator, Period later, Period now, Predicate<Period> closed) {
    return indicator.regular(later)
        && (!indicator.regular(now) || (closed.test(now) && !closed.test(later)));
  }
}
