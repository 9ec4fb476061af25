package si.kazalnik.notification.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which waiting notices become one mail now: all of one kind to one role, once the oldest of them
 * has waited for {@code groupWait}.
 */
public final class Grouping {

  private Grouping() {}

  /**
   * A notice that waits.
   *
   * @param since real time
   */
  public record Waiting(String id, String role, NoticeKind kind, Instant since) {}

  /** The groups that are due, each oldest first; the oldest group first. */
  public static List<List<Waiting>> due(List<Waiting> waiting, Duration groupWait, Instant now) {
    Map<List<Object>, List<Waiting>> groups = new LinkedHashMap<>();
    waiting.stream()
        .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::id))
        .forEach(
            each ->
                groups
                    .computeIfAbsent(List.of(each.role(), each.kind()), key -> new ArrayList<>())
                    .add(each));
    return groups.values().stream()
        .filter(group -> !group.get(0).since().plus(groupWait).isAfter(now))
        .map(List::copyOf)
        .toList();
  }
}
