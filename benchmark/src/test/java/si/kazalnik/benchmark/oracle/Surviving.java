package si.kazalnik.benchmark.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All surviving measurements and completions, by series. */
final class Surviving {
  private final Map<String, List<Event>> measurements = new HashMap<>();
  private final Map<String, List<Event>> completions = new HashMap<>();

  Surviving(Iterable<Event> winners) {
    for (Event event : winners) {
      Event.Content content = event.content();
      if (content != null) {
        (event.measures() ? measurements : completions)
            .computeIfAbsent(content.series(), none -> new ArrayList<>())
            .add(event);
      }
    }
  }

  List<Event> measurements(String series) {
    return measurements.getOrDefault(series, List.of());
  }

  /** Whether one completion contains the period, for the series as a whole or for the subject. */
  boolean completed(String series, Period period, @Nullable String subject) {
    return completions.getOrDefault(series, List.of()).stream()
        .map(Aggregation::content)
        .anyMatch(
            each ->
                (each.subject() == null || each.subject().equals(subject))
                    && contains(each, period));
  }

  static boolean contains(Event.Content completion, Period period) {
    return !completion.start().isAfter(period.start()) && !completion.end().isBefore(period.end());
  }
}
